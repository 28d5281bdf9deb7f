import type { Deps } from '../deps'
import type { Withdrawing, Withdrew } from '../ledger/withdraw'
import { withdrawThing } from '../ledger/withdraw'
import { restand } from '../standing/restand.store'
import type { StatusReport } from './status-report'
import { findReport, measureIdOf } from './status-report.store'

/** Withdraws a report; from then on its measure stands as if it had never been. */
export function withdrawStatusReport(
  deps: Deps,
  report: StatusReport,
  how: Pick<Withdrawing, 'actor' | 'read' | 'once' | 'answer'>,
): Promise<Withdrew> {
  return withdrawThing(deps, {
    ...how,
    subject: { type: 'report', id: report.id },
    find: async (tx) => {
      const found = await findReport(tx, report.id, null)
      return (
        found && {
          agreement: found.measure.agreement,
          measure: found.measure.code,
          withdrawn: found.withdrawn,
        }
      )
    },
    then: async (ledger) => restand(ledger, [await measureIdOf(ledger.tx, report.id)]),
  })
}
