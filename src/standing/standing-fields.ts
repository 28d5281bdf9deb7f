import type { Standing } from './standing.types'

/** Where a measure stands in the words of the API and of lists, without who says what. */
export const standingFields = (standing: Standing) => ({
  stage: standing.stage,
  condition: standing.condition,
  label: standing.label,
  basis: standing.basis,
  disputed: standing.disputed,
  awaiting_verification: standing.awaitingVerification,
  freshness: standing.freshness,
  last_heard_on: standing.lastHeardOn,
  last_looked_on: standing.lastLookedOn,
  since: standing.since,
  met_on: standing.metOn,
  time: standing.time,
  due_on: standing.dueOn,
  original_due_on: standing.originalDueOn,
  times_moved: standing.timesMoved,
  slippage_days: standing.slippageDays,
  days_overdue: standing.daysOverdue,
})
