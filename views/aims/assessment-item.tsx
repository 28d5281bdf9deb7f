import type { Assessment } from '../../src/aims/aim'
import type { MessageKey } from '../../src/messages/messages'
import { paths } from '../../src/paths'
import type { Channel } from '../../src/status-reports/status-report'
import { Go } from '../ui/asked'
import { DayText } from '../ui/day'
import { EvidenceList } from '../ui/evidence-list'
import type { Names } from '../ui/names'
import { VERDICT_WORDS } from '../ui/record-kinds'
import { byWords, Told } from '../ui/told'
import { RecordedLine, WithdrawnBanner } from '../ui/withdrawn'
import { useT } from '../ui/words'

/** An assessment with what its reader is told of how it came here, and may do with it. */
export interface AssessmentView {
  assessment: Assessment
  channel: Channel
  mayWithdraw: boolean
}

const CHANNEL_WORDS: Record<Channel, MessageKey> = { own: 'aims.own', public_source: 'aims.public_source' }

/** Which way somebody says that an aim goes, and since which day. */
export function VerdictLine({ assessment }: { assessment: Assessment }) {
  const t = useT()
  const { asOf, asOfPrecision, verdict, by } = assessment
  const author = byWords(t, by)
  const day = <DayText day={asOf} precision={asOfPrecision} />
  return (
    <p>
      <b class={`verdict ${verdict}`}>{t(VERDICT_WORDS[verdict])}</b>{' '}
      <small>{author ? t.rich('aims.by', { author, day }) : t.rich('aims.by_unnamed', { day })}</small>
    </p>
  )
}

/** An assessment with its reasons and sources. */
export function AssessmentItem({ view, names }: { view: AssessmentView; names: Names }) {
  const t = useT()
  const { assessment, channel, mayWithdraw } = view
  const { id, withdrawn, summary, evidence } = assessment
  return (
    <li id={`assessment-${id}`}>
      {withdrawn ? <WithdrawnBanner withdrawn={withdrawn} names={names} /> : null}
      <div class={withdrawn ? 'struck' : undefined}>
        <VerdictLine assessment={assessment} />
        {summary ? <Told text={summary} /> : null}
        <EvidenceList evidence={evidence} />
      </div>
      <small class="facts">
        <span>{t(CHANNEL_WORDS[channel])}</span>
        <RecordedLine thing={assessment} />
        {mayWithdraw && !withdrawn ? (
          <Go href={paths.withdrawAssessment(id)}>{t('aims.withdraw_assessment')}</Go>
        ) : null}
      </small>
    </li>
  )
}
