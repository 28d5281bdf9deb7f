import type { Deps } from '../deps'
import { type Withdrawing, type Withdrew, withdrawThing } from '../ledger/withdraw'
import { findStandingById } from '../measures/place.store'
import type { Editing } from '../parties/edit'
import { paths } from '../paths'
import { restand } from '../standing/restand.store'
import { deadlinesAt } from './deadline.store'

/** Withdraws a deadline decision; the measure is then placed as if it had never been taken. */
export async function withdrawDeadline(
  deps: Deps,
  { actor, once }: Editing,
  id: string,
  read: Withdrawing['read'],
): Promise<Withdrew> {
  const [found] = await deadlinesAt(deps.db.read, null, { ids: [id] })
  const place = found && (await findStandingById(deps.db.read, found.measureId))
  if (!found || !place) return { outcome: 'no such thing' }
  const { agreement, code } = place.measure
  return withdrawThing(deps, {
    actor,
    once,
    read,
    subject: { type: 'deadline', id },
    answer: { status: 303, location: `${paths.measure(agreement, code)}#deadlines` },
    find: async (tx) => {
      const [now] = await deadlinesAt(tx, null, { ids: [id] })
      return now && { agreement, measure: code, withdrawn: now.withdrawn }
    },
    then: (ledger) => restand(ledger, [found.measureId]),
  })
}
