import type { Deps } from '../deps'
import { type Withdrawing, type Withdrew, withdrawThing } from '../ledger/withdraw'
import type { Editing } from '../parties/edit'
import { paths } from '../paths'
import { findAgreement } from './agreement.store'

/** Withdraws an agreement, and with it its measures from every list and score. */
export async function withdrawAgreement(
  deps: Deps,
  { actor, once }: Editing,
  slug: string,
  read: Withdrawing['read'],
): Promise<Withdrew> {
  const found = await findAgreement(deps.db.read, slug, null)
  if (!found) return { outcome: 'no such thing' }
  return withdrawThing(deps, {
    actor,
    once,
    read,
    subject: { type: 'agreement', id: found.agreement.id },
    answer: { status: 303, location: paths.agreement(slug) },
    find: async (tx) => {
      const now = await findAgreement(tx, slug, null)
      return now && { agreement: slug, measure: null, withdrawn: now.agreement.withdrawn }
    },
  })
}
