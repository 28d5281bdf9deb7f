import type { Recorded } from '../ledger/entry'
import type { Day, Precision } from '../lib/dates'

/** A dated decision that sets, moves or lifts (`dueOn` null) the day a measure is due. */
export interface DeadlineWording {
  dueOn: Day | null
  dueOnPrecision: Precision
  decidedOn: Day
  decidedOnPrecision: Precision
  decidedBy: string | null
  reason: string | null
}

export interface Deadline extends DeadlineWording, Recorded {}
