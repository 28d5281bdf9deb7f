import type { Recorded } from '../ledger/entry'

/** A party's dated answer to a finding. */
export interface Reply extends Recorded {
  report: string
  party: string
  text: string
}

/** Whether a party filed its reply here, or an import brought it. */
export const replySourceOf = ({ actor }: Pick<Reply, 'actor'>): 'own' | 'imported' =>
  actor.capacity === 'operator' ? 'imported' : 'own'
