import type { Db } from '../db/database'
import type { Deps } from '../deps'
import { toContentObject } from '../ledger/content'
import { paths } from '../paths'
import { edit, type Edited, type Editing, type Read, recorded, refused } from './edit'
import type { PartyWording } from './party'
import { problemsWithParty } from './party-rules'
import { partyContent } from './party.content'
import { addParty, findParty, partiesAt } from './party.store'

/** Adds a party to the register. */
export const recordParty = (
  deps: Deps,
  { actor, once }: Editing,
  read: Read<{ slug: string; wording: PartyWording }>,
): Promise<Edited> =>
  edit(deps, once, read, async (ledger, { slug, wording }) => {
    if (await findParty(ledger.tx, slug, null))
      return refused({ field: 'slug', message: 'rules.taken', values: { value: slug } })
    const knows = await knownParties(ledger.tx, wording.partOf === null ? [] : [wording.partOf])
    const problems = problemsWithParty(slug, wording, knows)
    if (problems.length > 0) return refused(...problems)
    addParty(ledger, actor, { id: deps.newId(), slug, fields: toContentObject(partyContent(wording)) })
    return recorded(paths.party(slug))
  })

/** Which of some parties the register has, those withdrawn left out. */
export async function knownParties(db: Db, slugs: readonly string[]): Promise<(slug: string) => boolean> {
  const found = await partiesAt(db, null, slugs)
  const known = new Set(found.filter(({ party }) => !party.withdrawn).map(({ party }) => party.slug))
  return (slug) => known.has(slug)
}
