import type { Placed } from '../dashboards/placed.queries'
import type { Day } from '../lib/dates'
import { DEFAULT_REVIEW_DAYS } from '../measures/measure'
import type { Standing } from '../standing/standing.types'
import { ATTENTION_REASONS, type AttentionReason, attentionReasons } from './attention'

/** One reason why a measure needs attention; a measure may have several. */
export interface Attention {
  reason: AttentionReason
  agreement: { slug: string; title: string }
  code: string
  title: string
  owedBy: string[]
  measureId: string
  standing: Standing
  /** Days after which it wants to be heard of again. */
  reviewDays: number
}

const itemOf = ({ agreement, measure, standing }: Placed, reason: AttentionReason): Attention => ({
  reason,
  agreement: { slug: agreement.slug, title: agreement.title },
  code: measure.code,
  title: measure.title,
  owedBy: measure.owedBy,
  measureId: measure.id,
  standing,
  reviewDays: measure.reviewIntervalDays ?? DEFAULT_REVIEW_DAYS[measure.obligation],
})

/** Why a measure needs attention on a day; before its agreement was concluded there was nothing to attend to. */
export const reasonsOn = ({ agreement, standing }: Placed, day: Day): AttentionReason[] =>
  agreement.concludedOn <= day ? attentionReasons(standing) : []

/** Everything that needs attention on a day, by reason and within it what has waited longest first. */
export function waitingIn(placed: readonly Placed[], day: Day): Attention[] {
  const byReason = Map.groupBy(
    placed.flatMap((each) => reasonsOn(each, day).map((reason) => itemOf(each, reason))),
    ({ reason }) => reason,
  )
  return ATTENTION_REASONS.flatMap((reason) => (byReason.get(reason) ?? []).sort(longestFirst))
}

function longestFirst(one: Attention, other: Attention): number {
  const [a, b] = [waitingSince(one), waitingSince(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

/** How many there are for each reason. */
export function countsOf(items: readonly Attention[]): Record<AttentionReason, number> {
  const counts = { overdue: 0, disputed: 0, stale: 0, awaiting_verification: 0, due_soon: 0 }
  for (const { reason } of items) counts[reason] += 1
  return counts
}

const waitingSince = ({ reason, standing }: Attention): string =>
  (reason === 'overdue' || reason === 'due_soon' ? standing.dueOn : standing.lastHeardOn) ?? ''
