import type { Standing } from '../standing/standing.types'

export const ATTENTION_REASONS = [
  'overdue',
  'disputed',
  'stale',
  'awaiting_verification',
  'due_soon',
] as const
export type AttentionReason = (typeof ATTENTION_REASONS)[number]

/** Why a measure needs attention, the most pressing first; a superseded one is looked after where it was promised again. */
export function attentionReasons(standing: Standing): AttentionReason[] {
  if (standing.time === 'closed') return []
  const reasons: Record<AttentionReason, boolean> = {
    overdue: standing.time === 'overdue',
    disputed: standing.disputed,
    stale: standing.freshness === 'stale',
    awaiting_verification: standing.awaitingVerification,
    due_soon: standing.time === 'due_soon',
  }
  return ATTENTION_REASONS.filter((reason) => reasons[reason])
}
