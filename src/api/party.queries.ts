import { agreementsAt } from '../agreements/agreement.store'
import { type Placed, scoreOfPlaced } from '../dashboards/placed.queries'
import type { Party } from '../parties/party'
import { partiesAt } from '../parties/party.store'
import { firstOf } from './page'
import { partyJson } from './shapes'
import type { View } from './view.queries'

/** A page of the parties that stand, by slug, each with what it does. */
export async function partiesIn(
  view: View,
  { after = '', limit }: { after: string | undefined; limit: number },
) {
  const all = await partiesAt(view.db, view.asked.knownAt)
  const standing = all.map(({ party }) => party).filter(({ slug, withdrawn }) => !withdrawn && slug > after)
  const { rows, cursor } = firstOf(standing, limit, ({ slug }) => slug)
  return { items: await told(view, rows), cursor }
}

/** One party, withdrawn or not; undefined where none is known. */
export async function partyIn(view: View, slug: string) {
  const found = await partiesAt(view.db, view.asked.knownAt, [slug])
  return (
    await told(
      view,
      found.map(({ party }) => party),
    )
  )[0]
}

async function told(view: View, parties: readonly Party[]) {
  const { asOf, knownAt } = view.asked
  if (parties.length === 0) return []
  const agreements = (await agreementsAt(view.db, knownAt)).filter(({ agreement }) => !agreement.withdrawn)
  const owed = byDebtor(await view.placed())
  return parties.map((party) => {
    const owes = (owed.get(party.slug) ?? []).filter(({ agreement }) => agreement.concludedOn <= asOf)
    const named = agreements.filter(({ agreement }) => agreement.parties.includes(party.slug))
    return partyJson(party, {
      agreements: named.map(({ agreement }) => agreement.slug).sort(),
      owed: owes.length,
      score: scoreOfPlaced(owes, asOf),
    })
  })
}

function byDebtor(placed: readonly Placed[]): Map<string, Placed[]> {
  const owed = new Map<string, Placed[]>()
  for (const each of placed)
    for (const party of each.measure.owedBy) {
      const known = owed.get(party)
      if (known) known.push(each)
      else owed.set(party, [each])
    }
  return owed
}
