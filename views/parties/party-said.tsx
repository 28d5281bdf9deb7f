import { paths } from '../../src/paths'
import { type Reply, replySourceOf } from '../../src/replies/reply'
import type { StatusReport } from '../../src/status-reports/status-report'
import { Go } from '../ui/asked'
import { DayText, InstantText } from '../ui/day'
import { LabelChip } from '../ui/label-chip'
import type { Names } from '../ui/names'
import { markOfStage } from '../ui/report-card'
import { ReportHow } from '../ui/report-how'
import { REPLY_SOURCE_WORDS } from '../ui/source'
import { Told } from '../ui/told'
import { useT } from '../ui/words'

interface Where {
  agreement: { slug: string; title: string }
  measure: { code: string; title: string }
}

/** What a party said besides of its own duties. */
export interface PartySaid {
  /** How many findings stand on the measures of its agreements. */
  findings: number
  /** Newest first. */
  replies: readonly ({ reply: Reply; finding: StatusReport } & Where)[]
  foreign: readonly ({ report: StatusReport; owedBy: readonly string[] } & Where)[]
}

const MOST = 10

function More({ count }: { count: number }) {
  const t = useT()
  return count > MOST ? <p class="hint">{t('parties.said_more', { count: count - MOST })}</p> : null
}

function ReplyRow({ reply, finding, measure }: PartySaid['replies'][number]) {
  const t = useT()
  return (
    <li class="reply">
      <p>
        {t.rich('parties.reply_to', {
          measure: measure.title,
          day: <DayText day={finding.asOf} precision={finding.asOfPrecision} />,
          a: (words) => <Go href={`${paths.report(finding.id)}#reply-${reply.id}`}>{words}</Go>,
        })}
      </p>
      <Told text={reply.text} />
      <small class="facts">
        <InstantText at={reply.recordedAt} />
        <span>{t(REPLY_SOURCE_WORDS[replySourceOf(reply)])}</span>
      </small>
    </li>
  )
}

function ForeignRow({ report, owedBy, measure, names }: PartySaid['foreign'][number] & { names: Names }) {
  const t = useT()
  return (
    <li class="report-row">
      <Go href={paths.report(report.id)}>
        <span dir="auto">{measure.title}</span>
      </Go>
      <LabelChip label={markOfStage(report.stage)} />
      <ReportHow report={report} owedBy={owedBy} names={names} />
      <small>
        {t.rich('ui.as_of', { day: <DayText day={report.asOf} precision={report.asOfPrecision} /> })}
      </small>
    </li>
  )
}

/** Its answers to findings, and its claims on what others owe. */
export function SaidByParty({
  said: { findings, replies, foreign },
  names,
}: {
  said: PartySaid
  names: Names
}) {
  const t = useT()
  return (
    <>
      {findings === 0 && replies.length === 0 ? null : (
        <section id="replies">
          <h2>{t('parties.replies_heading')}</h2>
          <p>{t('parties.replies_lead', { findings, replies: replies.length })}</p>
          <ul class="plain">
            {replies.slice(0, MOST).map((each) => (
              <ReplyRow {...each} />
            ))}
          </ul>
          <More count={replies.length} />
        </section>
      )}
      {foreign.length === 0 ? null : (
        <section id="others">
          <h2>{t('parties.foreign_heading')}</h2>
          <p>{t('parties.foreign_lead')}</p>
          <ul class="plain">
            {foreign.slice(0, MOST).map((each) => (
              <ForeignRow {...each} names={names} />
            ))}
          </ul>
          <More count={foreign.length} />
        </section>
      )}
    </>
  )
}
