import type { Standing } from '../../src/standing/standing.types'
import type { ReportValues } from '../../src/status-reports/report-values'
import type { ReportWording } from '../../src/status-reports/status-report'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Flags } from '../ui/flags'
import { LabelChip } from '../ui/label-chip'
import type { Names } from '../ui/names'
import type { ReportView } from '../ui/report-card'
import { StandingSentence } from '../ui/standing-sentence'
import { useT, wordsIn } from '../ui/words'
import { DraftCard } from './draft-card'
import { MeasureKicker, type PlaceNamed } from './measure-kicker'
import { NewerReports } from './newer-reports'
import { SendAgain } from './send-again'

interface Props {
  frame: Frame
  names: Names
  place: PlaceNamed & { agreement: { parties: string[] }; measure: { owedBy: string[] } }
  draft: ReportWording
  before: Standing
  after: Standing
  newer: readonly ReportView[]
  /** Whether it waits for a second person before it enters the record. */
  waits: boolean
  values: ReportValues
}

type Standings = Pick<Props, 'frame' | 'names' | 'place' | 'before' | 'after'>

function Stands({ standing, place, frame, names }: Standings & { standing: Standing }) {
  return (
    <>
      <p>
        <LabelChip label={standing.label} />
      </p>
      <Flags standing={standing} day={frame.today} />
      <p>
        <StandingSentence
          standing={standing}
          parties={place.agreement.parties}
          owedBy={place.measure.owedBy}
          names={names}
          day={frame.today}
        />
      </p>
    </>
  )
}

/** Where the measure stands without a report, and with it. */
export function BeforeAndAfter(props: Standings) {
  const t = useT()
  const { before, after } = props
  const same = before.stage === after.stage && before.condition === after.condition
  return (
    <section id="standing">
      <h2>{t('filing.standing_heading')}</h2>
      {same ? <p>{t('filing.standing_same')}</p> : null}
      <div class="grid two">
        <section id="before">
          <h3>{t('filing.before')}</h3>
          <Stands {...props} standing={before} />
        </section>
        <section id="after">
          <h3>{t('filing.after')}</h3>
          <Stands {...props} standing={after} />
        </section>
      </div>
    </section>
  )
}

/** A report as it would stand, and what it would do to its measure; nothing is recorded yet. */
export function ReportPreviewPage(props: Props) {
  const { frame, names, place, draft, newer, waits, values } = props
  const t = wordsIn(frame.locale)
  const title = t('filing.preview_title', { measure: place.measure.title })
  return (
    <Page frame={frame} title={title} dated={false}>
      <MeasureKicker {...place} />
      <h1 dir="auto">{title}</h1>
      <p>
        {t('filing.preview_lead')} {waits ? t('drafts.waits') : null}
      </p>
      <NewerReports newer={newer} names={names} />
      <section id="draft">
        <h2>{t('filing.draft_heading')}</h2>
        <DraftCard draft={draft} owedBy={place.measure.owedBy} names={names} />
      </section>
      <BeforeAndAfter {...props} />
      <SendAgain place={place} values={values} record={t(waits ? 'drafts.submit' : 'filing.record')} />
    </Page>
  )
}
