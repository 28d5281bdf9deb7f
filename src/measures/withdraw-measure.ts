import type { Deps } from '../deps'
import type { Withdrawing } from '../ledger/withdraw'
import { type Edited, type Editing, notFound } from '../parties/edit'
import { withdraw } from '../parties/withdrawal'
import { paths } from '../paths'
import { findPlaced } from './place.store'

/** Withdraws a measure from every list and score; its page stays. */
export async function withdrawMeasure(
  deps: Deps,
  { actor, once }: Editing,
  { slug, code }: { slug: string; code: string },
  read: Withdrawing['read'],
): Promise<Edited> {
  const found = await findPlaced(deps.db.read, slug, code)
  if (!found) return notFound
  return withdraw(deps, {
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
