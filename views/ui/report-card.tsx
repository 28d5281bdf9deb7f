import type { Child } from 'hono/jsx'
import { type Reply } from '../../src/replies/reply'
import { paths } from '../../src/paths'
import type { MayWithReport } from '../../src/status-reports/report-links'
import type { ReportState, StatusReport } from '../../src/status-reports/status-report'
import { sourceOf } from '../../src/status-reports/report-source'
import { Go } from './asked'
import { DayText } from './day'
import { EvidenceList } from './evidence-list'
import { CONDITION_WORDS, REASON_WORDS, reportStateWords, STAGE_TESTS, STAGE_WORDS } from './kinds'
import { LabelMark } from './label-chip'
import { nameOf, type Names } from './names'
import { Fate, type ReportFate } from './report-fate'
import { Replies } from './report-replies'
import { SOURCE_WORDS, speaksOfWords } from './source'
import { byWords, Told } from './told'
import { CAPACITY_WORDS } from './record-kinds'
import { actorWords, RecordedLine } from './withdrawn'
import { useT, type Words } from './words'

/** One status report as a history or its own page shows it. */
export interface ReportView extends ReportFate {
  state: ReportState
  /** Oldest first. */
  replies: Reply[]
  /** Who owes the measure. */
  owedBy: string[]
  /** The names of who recorded and who approved it, where a second person did and their accounts are known here. */
  signed?: { author: string | null; approver: string | null }
  /** What the viewer may do about it. */
  may?: MayWithReport | undefined
}

interface Props extends ReportView {
  names: Names
  /** On the report's own page nothing links to that page, and the test of the stage is spelled out. */
  alone?: boolean
}

const STAGE_LABELS = ['not_started', 'in_progress', 'partly_implemented', 'implemented'] as const
export const markOfStage = (stage: StatusReport['stage']) =>
  stage === null ? ('not_assessed' as const) : STAGE_LABELS[stage]

function whoSays(t: Words, { kind, party, by }: StatusReport, names: Names): Child {
  const who = (words: Child[]) => <b class="who">{words}</b>
  if (kind === 'claim') return t.rich('ui.party_claims', { party: nameOf(names, party ?? ''), who })
  const author = byWords(t, by)
  return author === null ? t.rich('ui.finding_unnamed', { who }) : t.rich('ui.finding_by', { author, who })
}

function StageWords({ report, alone }: { report: StatusReport; alone: boolean | undefined }) {
  const t = useT()
  const { stage, reason } = report
  return (
    <p class="stage">
      <LabelMark label={markOfStage(stage)} />
      <b>
        {stage === null
          ? t('ui.stage_none', { reason: t(REASON_WORDS[reason ?? 'not_looked']) })
          : t('ui.stage_word', { stage, word: t(STAGE_WORDS[stage]) })}
      </b>
      {stage !== null && alone ? <small>{t(STAGE_TESTS[stage])}</small> : null}
    </p>
  )
}

function ConditionWords({ report }: { report: StatusReport }) {
  const t = useT()
  const { condition, decidedBy, supersededBy } = report
  if (condition === 'active') return null
  const [agreement, code] = supersededBy?.split('/') ?? []
  if (condition === 'superseded' && agreement && code)
    return (
      <p>
        {t.rich('ui.condition_superseded', {
          measure: supersededBy ?? '',
          a: (words) => <Go href={paths.measure(agreement, code)}>{words}</Go>,
        })}
      </p>
    )
  if (condition === 'abandoned' && decidedBy) return <p>{t('ui.condition_decided', { body: decidedBy })}</p>
  return <p>{t('ui.condition_is', { condition: t(CONDITION_WORDS[condition]) })}</p>
}

/** Both names under what a second person let in; the capacity where a name is not known. */
function Signed({ report, signed, names }: Props) {
  const t = useT()
  if (report.approvedBy === null) return null
  const author = signed?.author ?? actorWords(t, report.actor, names)
  const approver = signed?.approver ?? t(CAPACITY_WORDS[report.approvedBy.capacity])
  return <span>{t('ui.signed', { author, approver })}</span>
}

/** What the viewer may do about the report. */
function ReportActions({ report, may }: Pick<Props, 'report' | 'may'>) {
  const t = useT()
  const { agreement, code } = report.measure
  if (!may) return null
  const correct = `${paths.reportOn(agreement, code)}?corrects=${encodeURIComponent(report.id)}`
  if (!may.reply && !may.correct && !may.withdraw) return null
  return (
    <p class="links">
      {may.reply ? <Go href={paths.replyTo(report.id)}>{t('reports.may_reply')}</Go> : null}
      {may.correct ? <Go href={correct}>{t('reports.may_correct')}</Go> : null}
      {may.withdraw ? <Go href={paths.withdrawReport(report.id)}>{t('reports.may_withdraw')}</Go> : null}
    </p>
  )
}

/** One status report: who says what of which day, on what it rests, what became of it and what was answered. */
export function ReportCard(props: Props) {
  const t = useT()
  const { report, state, owedBy, names, alone } = props
  const gone = state === 'withdrawn' || state === 'corrected'
  const speaksOf = speaksOfWords(t, names, report.party, owedBy)
  const said = report.kind === 'claim' ? byWords(t, report.by) : null
  return (
    <article class={`report ${report.kind} ${state}`} id={`report-${report.id}`}>
      <p class="report-head">
        <span>{whoSays(t, report, names)}</span>
        <span>
          {t.rich('ui.as_of', { day: <DayText day={report.asOf} precision={report.asOfPrecision} /> })}
        </span>
        <span class={`state ${state}`}>{t(reportStateWords(state, report.stage))}</span>
      </p>
      <Fate {...props} />
      <div class={gone ? 'struck' : undefined}>
        <StageWords report={report} alone={alone} />
        <ConditionWords report={report} />
        {speaksOf ? <p class="speaks-of">{speaksOf}</p> : null}
        {report.summary ? <Told text={report.summary} language={report.language} /> : null}
        <EvidenceList evidence={report.evidence} />
      </div>
      <small class="facts">
        {said ? <span>{t('ui.said_by', { author: said })}</span> : null}
        <span>{t(SOURCE_WORDS[sourceOf(report)])}</span>
        <Signed {...props} />
        <RecordedLine thing={report} />
        {alone ? null : <Go href={paths.report(report.id)}>{t('ui.permanent')}</Go>}
      </small>
      <Replies replies={props.replies} names={names} mayWithdraw={props.may?.withdrawReplies ?? []} />
      <ReportActions {...props} />
    </article>
  )
}
