import type { Standing } from '../standing/standing.types'
import type { Row } from '../web/csv'
import { flagsOf } from './filter'

/** Where a measure stands, as the columns of a list. */
export const STANDING_FIELDS = [
  'stage', 'condition', 'label', 'basis', 'disputed', 'awaiting_verification', 'freshness', 'last_heard_on', 'last_looked_on',
  'since', 'met_on', 'time', 'due_on', 'original_due_on', 'times_moved', 'slippage_days', 'days_overdue', 'flags',
  'claims', 'finding',
] // prettier-ignore
export const standingRow = (standing: Standing): Row => ({
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
  flags: flagsOf(standing).join(' '),
  claims: standing.claims
    .map(({ party, stage, channel, asOf }) => `${party}:${stage}:${channel}:${asOf}`)
    .join(' '),
  finding: standing.finding && `${standing.finding.stage}:${standing.finding.asOf}`,
})
