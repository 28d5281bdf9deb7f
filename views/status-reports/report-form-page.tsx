import type { MessageKey } from '../../src/messages/messages'
import type { Problem } from '../../src/messages/problem'
import { paths } from '../../src/paths'
import type { Offer } from '../../src/status-reports/report-permissions'
import type { ReportValues } from '../../src/status-reports/report-values'
import type { StatusReport } from '../../src/status-reports/status-report'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { DeleteDraft, DraftBanner, type DraftShown } from '../drafts/draft-shown'
import { Go } from '../ui/asked'
import { DayField } from '../ui/choices'
import { Hidden, TextArea, TextField } from '../ui/controls'
import { DayText } from '../ui/day'
import { fieldId, ProblemText, problemOf } from '../ui/field'
import type { Names } from '../ui/names'
import type { ReportView } from '../ui/report-card'
import { useT, wordsIn } from '../ui/words'
import { AuthorFields } from './author-fields'
import { EvidenceFields } from './evidence-fields'
import { FilingHead, Owed } from './filing-head'
import { LastReports } from './last-reports'
import type { PlaceNamed } from './measure-kicker'
import { StageFields } from './stage-fields'

interface Props {
  frame: Frame
  names: Names
  place: PlaceNamed & { measure: { criterion: string | null; owedBy: string[] } }
  offer: Offer
  values: ReportValues
  problems: readonly Problem[]
  /** Newest entry first. */
  last: readonly ReportView[]
  /** The report that this one would correct. */
  corrects: StatusReport | null
  /** Whether what this person may file here waits for a second person. */
  approvals: 'all' | 'some' | 'none'
  /** The draft that the form was opened from. */
  draft: DraftShown | null
  saved: boolean
  /** What else there is to say of the form as it was sent. */
  notice?: MessageKey | undefined
}

function Asked({ place: { measure }, names, approvals }: Props) {
  const t = useT()
  return (
    <>
      <p>
        {t('filing.lead')} {approvals === 'none' ? null : t(APPROVALS[approvals])}
      </p>
      <Owed measure={measure} names={names} />
    </>
  )
}

function Correcting({ corrects, values, problems }: Props) {
  const t = useT()
  const problem = problemOf(t, problems, 'corrects')
  if (values.corrects === '') return null
  return (
    <div class={problem ? 'banner field wrong' : 'banner'} id={fieldId('corrects')} tabindex={-1}>
      {corrects ? (
        <p>
          {t.rich('filing.correcting', {
            day: <DayText day={corrects.asOf} precision={corrects.asOfPrecision} />,
            a: (words) => <Go href={paths.report(corrects.id)}>{words}</Go>,
          })}
        </p>
      ) : null}
      <ProblemText id={fieldId('corrects')} problem={problem} />
      <Hidden name="corrects" value={values.corrects} />
    </div>
  )
}

function SummaryFields({ frame, values, problems }: Props) {
  const t = useT()
  return (
    <>
      <DayField
        name="as_of"
        label={t('filing.as_of')}
        hint={t('filing.as_of_hint')}
        value={values.as_of}
        precision={values.as_of_precision}
        max={frame.today}
        problems={problems}
      />
      <TextArea
        name="summary"
        label={t('filing.summary')}
        hint={t('filing.summary_hint')}
        value={values.summary}
        problems={problems}
        optional
      />
      <TextField
        name="language"
        label={t('filing.language')}
        hint={t('filing.language_hint')}
        value={values.language}
        maxlength={35}
        problems={problems}
        optional
      />
    </>
  )
}

const APPROVALS = { all: 'drafts.all_wait', some: 'drafts.findings_wait' } as const
const RECORD = { all: 'drafts.submit', some: 'drafts.record_or_submit', none: 'filing.record' } as const

// The first button is the one that the return key presses: it must record nothing.
function Buttons({ approvals }: Props) {
  const t = useT()
  return (
    <div class="joined">
      <button type="submit" name="preview" value="1">
        {t('filing.preview')}
      </button>
      <button type="submit" class="quiet">
        {t(RECORD[approvals])}
      </button>
      <button type="submit" class="quiet" name="save" value="1" formnovalidate>
        {t('drafts.save')}
      </button>
      <button type="submit" class="quiet" name="more" value="1" formnovalidate>
        {t('filing.more')}
      </button>
    </div>
  )
}

/** The form of a status report: one column, the test of each stage beside it, the last reports in sight. */
export function ReportFormPage(props: Props) {
  const { frame, names, place, values, problems, last, notice, draft, saved } = props
  const { agreement, measure } = place
  const t = wordsIn(frame.locale)
  const title = t(values.corrects === '' ? 'filing.title' : 'filing.title_correction', {
    measure: measure.title,
  })
  return (
    <Page frame={frame} title={title} dated={false}>
      <FilingHead place={place} title={title} problems={problems} notice={notice} />
      {draft ? <DraftBanner draft={draft} saved={saved} /> : null}
      <Asked {...props} />
      <LastReports {...place} last={last} names={names} />
      <form
        method="post"
        action={paths.reportOn(agreement.slug, measure.code)}
        enctype="multipart/form-data"
        class="form"
      >
        <Correcting {...props} />
        <AuthorFields {...props} />
        <StageFields {...props} />
        <SummaryFields {...props} />
        <EvidenceFields evidence={values.evidence} problems={problems} />
        <Hidden name="seen" value={values.seen} />
        <Hidden name="idempotency_key" value={values.idempotency_key} />
        {values.draft === '' ? null : (
          <>
            <Hidden name="draft" value={values.draft} />
            <Hidden name="draft_version" value={values.draft_version} />
          </>
        )}
        <Buttons {...props} />
      </form>
      {draft ? <DeleteDraft id={draft.id} /> : null}
    </Page>
  )
}
