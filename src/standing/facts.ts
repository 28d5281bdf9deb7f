import type { Day, Instant } from '../lib/dates'
import type { Obligation } from '../measures/measure'
import type { By, Channel, Condition, ReportKind, Stage } from '../status-reports/status-report'

/** What the rule needs of a status report. */
export interface ReportFact {
  id: string
  kind: ReportKind
  party: string | null
  stage: Stage | null
  condition: Condition
  asOf: Day
  recordedAt: Instant
  withdrawnAt: Instant | null
  /** The report that this one corrects. */
  corrects: string | null
  channel: Channel
  by: By | null
}

/** What the rule needs of a deadline decision; `dueOn` null where the deadline was lifted. */
export interface DeadlineFact {
  id: string
  dueOn: Day | null
  decidedOn: Day
  recordedAt: Instant
  withdrawnAt: Instant | null
}

/** What the rule needs of a measure's wording at the instant asked for. */
export interface MeasureFact {
  owedBy: readonly string[]
  obligation: Obligation
  /** Days; null for the default of the obligation. */
  reviewIntervalDays: number | null
}

/** A day on the effective clock and an instant on the recording clock; `knownAt` null is everything committed. */
export interface Asked {
  asOf: Day
  knownAt: Instant | null
}
