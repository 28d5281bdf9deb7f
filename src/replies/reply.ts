import type { Recorded } from '../ledger/entry'

/** A party's dated answer to a finding. */
export interface Reply extends Recorded {
  report: string
  party: string
  text: string
}
