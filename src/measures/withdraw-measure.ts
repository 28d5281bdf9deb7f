import type { Deps } from '../deps'
import { type Withdrawing, type Withdrew, withdrawThing } from '../ledger/withdraw'
import type { Editing } from '../parties/edit'
import { paths } from '../paths'
import { findPlaced } from './place.store'

/** Withdraws a measure from every list and score; its page stays. */
export async function withdrawMeasure(
  deps: Deps,
  { actor, once }: Editing,
  { slug, code }: { slug: string; code: string },
  read: Withdrawing['read'],
): Promise<Withdrew> {
  const found = await findPlaced(deps.db.read, slug, code)
  if (!found) return { outcome: 'no such thing' }
  return withdrawThing(deps, {
    actor,
    once,
    read,
    subject: { type: 'measure', id: found.measure.id },
    answer: { status: 303, location: paths.measure(slug, code) },
    find: async (tx) => {
      const now = await findPlaced(tx, slug, code)
      return now && { agreement: slug, measure: code, withdrawn: now.measure.withdrawn }
    },
  })
}
