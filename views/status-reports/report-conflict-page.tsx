import type { ReportValues } from '../../src/status-reports/report-values'
import type { ReportWording } from '../../src/status-reports/status-report'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import type { Names } from '../ui/names'
import type { ReportView } from '../ui/report-card'
import { wordsIn } from '../ui/words'
import { DraftCard } from './draft-card'
import { MeasureKicker, type PlaceNamed } from './measure-kicker'
import { NewerReports } from './newer-reports'
import { SendAgain } from './send-again'

interface Props {
  frame: Frame
  names: Names
  place: PlaceNamed & { measure: { owedBy: string[] } }
  draft: ReportWording
  newer: readonly ReportView[]
  /** Whether it waits for a second person before it enters the record. */
  waits: boolean
  values: ReportValues
}

/** A report that was overtaken: what entered since its form was made, and what was typed. */
export function ReportConflictPage({ frame, names, place, draft, newer, waits, values }: Props) {
  const t = wordsIn(frame.locale)
  const title = t('filing.conflict_title', { measure: place.measure.title })
  return (
    <Page frame={frame} title={title} dated={false}>
      <MeasureKicker {...place} />
      <h1 dir="auto">{title}</h1>
      <p class="banner" role="alert">
        {t('filing.conflict_lead')}
      </p>
      <NewerReports newer={newer} names={names} />
      <section id="draft">
        <h2>{t('filing.conflict_yours')}</h2>
        <DraftCard draft={draft} owedBy={place.measure.owedBy} names={names} />
      </section>
      <SendAgain place={place} values={values} record={t(waits ? 'drafts.submit' : 'filing.record_anyway')} />
    </Page>
  )
}
