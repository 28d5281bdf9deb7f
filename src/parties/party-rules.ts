import type { Problem } from '../messages/problem'
import type { PartyWording } from './party'

/** What keeps a party's wording from entering the record. */
export function problemsWithParty(
  slug: string,
  wording: PartyWording,
  knows: (slug: string) => boolean,
): Problem[] {
  const { partOf } = wording
  return partOf !== null && (partOf === slug || !knows(partOf))
    ? [{ field: 'part_of', message: 'rules.party.part_of' }]
    : []
}
