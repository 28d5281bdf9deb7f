import type { Evidence } from '../evidence/evidence'
import type { Recorded } from '../ledger/entry'
import type { Day, Precision } from '../lib/dates'

/** A dated figure or occurrence on a `quantity` or `periodic` measure. */
export interface ObservationWording {
  observedOn: Day
  observedOnPrecision: Precision
  quantity: number | null
  /** The figure's own total, as its source gives it. */
  total: number | null
  /** The percentage that the source states, which its parts may contradict. */
  percentStated: number | null
  unit: string | null
  note: string | null
  evidence: Evidence[]
}

export interface Observation extends ObservationWording, Recorded {}
