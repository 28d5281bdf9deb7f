import { paths } from '../../src/paths'
import { Go } from '../ui/asked'
import { useT } from '../ui/words'
import { ATTENTION_REASONS, type AttentionReason } from './attention-item'

export type AttentionCounts = Readonly<Record<AttentionReason, number>>

const SUMS = {
  overdue: 'attention.sum_overdue',
  disputed: 'attention.sum_disputed',
  stale: 'attention.sum_stale',
  awaiting_verification: 'attention.sum_awaiting_verification',
  due_soon: 'attention.sum_due_soon',
} as const satisfies Record<AttentionReason, string>

/** How many there are for each reason that has any, each a link to them. */
export function AttentionSum({ counts }: { counts: AttentionCounts }) {
  const t = useT()
  const some = ATTENTION_REASONS.filter((reason) => counts[reason] > 0)
  if (some.length === 0) return null
  return (
    <ul class="sums">
      {some.map((reason) => (
        <li>
          <Go href={`${paths.attention}?reason=${reason}`}>
            {t.rich(SUMS[reason], { count: counts[reason], b: (words) => <b>{words}</b> })}
          </Go>
        </li>
      ))}
    </ul>
  )
}
