import type { Deps } from '../deps'
import type { Withdrawing, Withdrew } from '../ledger/withdraw'
import { withdrawThing } from '../ledger/withdraw'
import type { StatusReport } from '../status-reports/status-report'
import type { Reply } from './reply'
import { findReply } from './reply.store'

/** Withdraws a party's reply to a finding. */
export const withdrawReply = (
  deps: Deps,
  reply: Reply,
  { measure }: StatusReport,
  how: Pick<Withdrawing, 'actor' | 'read' | 'once' | 'answer'>,
): Promise<Withdrew> =>
  withdrawThing(deps, {
    ...how,
    subject: { type: 'reply', id: reply.id },
    find: async (tx) => {
      const found = await findReply(tx, reply.id)
      return found && { agreement: measure.agreement, measure: measure.code, withdrawn: found.withdrawn }
    },
  })
