import { standingFields } from '../standing/standing-fields'
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
  ...standingFields(standing),
  flags: flagsOf(standing).join(' '),
  claims: standing.claims
    .map(({ party, stage, channel, asOf }) => `${party}:${stage}:${channel}:${asOf}`)
    .join(' '),
  finding: standing.finding && `${standing.finding.stage}:${standing.finding.asOf}`,
})
