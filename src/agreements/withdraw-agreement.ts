import type { Deps } from '../deps'
import type { Withdrawing } from '../ledger/withdraw'
import { type Edited, type Editing, notFound } from '../parties/edit'
import { withdraw } from '../parties/withdrawal'
import { paths } from '../paths'
import { findAgreement } from './agreement.store'

/** Withdraws an agreement, and with it its measures from every list and score. */
export async function withdrawAgreement(
  deps: Deps,
  { actor, once }: Editing,
  slug: string,
  read: Withdrawing['read'],
): Promise<Edited> {
  const found = await findAgreement(deps.db.read, slug, null)
  if (!found) return notFound
  return withdraw(deps, {
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
