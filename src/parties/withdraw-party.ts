import type { Tx } from '../db/database'
import type { Deps } from '../deps'
import { type Withdrawable, type Withdrawing, type Withdrew, withdrawThing } from '../ledger/withdraw'
import { paths } from '../paths'
import type { Editing } from './edit'
import { agreementsNaming, findParty } from './party.store'

/** Withdraws a party; not while an agreement that stands names it. */
export async function withdrawParty(
  deps: Deps,
  { actor, once }: Editing,
  slug: string,
  read: Withdrawing['read'],
): Promise<Withdrew> {
  const found = await findParty(deps.db.read, slug, null)
  if (!found) return { outcome: 'no such thing' }
  const subject = { type: 'party' as const, id: found.party.id }
  const answer = { status: 303, location: paths.party(slug) }
  return withdrawThing(deps, { actor, once, read, subject, answer, find: (tx) => findWithdrawable(tx, slug) })
}

async function findWithdrawable(tx: Tx, slug: string): Promise<Withdrawable | undefined> {
  const found = await findParty(tx, slug, null)
  if (!found) return undefined
  const [agreement] = await agreementsNaming(tx, slug)
  const problems =
    agreement === undefined
      ? []
      : [{ field: 'reason', message: 'rules.party.named' as const, values: { agreement } }]
  return { agreement: null, measure: null, withdrawn: found.party.withdrawn, problems }
}
