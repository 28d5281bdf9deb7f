import type { Deps } from '../deps'
import { type Withdrawing, type Withdrew, withdrawThing } from '../ledger/withdraw'
import { findStandingById } from '../measures/place.store'
import type { Editing } from '../parties/edit'
import { paths } from '../paths'
import { observationsAt } from './observation.store'

export async function withdrawObservation(
  deps: Deps,
  { actor, once }: Editing,
  id: string,
  read: Withdrawing['read'],
): Promise<Withdrew> {
  const [found] = await observationsAt(deps.db.read, null, { ids: [id] })
  const place = found && (await findStandingById(deps.db.read, found.measureId))
  if (!place) return { outcome: 'no such thing' }
  const { agreement, code } = place.measure
  return withdrawThing(deps, {
    actor,
    once,
    read,
    subject: { type: 'observation', id },
    answer: { status: 303, location: `${paths.measure(agreement, code)}#observations` },
    find: async (tx) => {
      const [now] = await observationsAt(tx, null, { ids: [id] })
      return now && { agreement, measure: code, withdrawn: now.withdrawn }
    },
  })
}
