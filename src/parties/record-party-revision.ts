import type { Deps } from '../deps'
import { paths } from '../paths'
import { changesBetween } from './changes'
import { edit, type Edited, type Editing, isOvertaken, notFound, type Read, recorded, refused } from './edit'
import type { PartyWording } from './party'
import { problemsWithParty } from './party-rules'
import { partyContent } from './party.content'
import { findParty, reviseParty } from './party.store'
import { knownParties } from './record-party'

/** Gives a party another wording; the one before stays readable. */
export const recordPartyRevision = (
  deps: Deps,
  { actor, once, seen }: Editing,
  slug: string,
  read: Read<{ reason: string; wording: PartyWording }>,
): Promise<Edited> =>
  edit(deps, once, read, async (ledger, { reason, wording }) => {
    const found = await findParty(ledger.tx, slug, null)
    if (!found || found.party.withdrawn) return notFound
    const knows = await knownParties(ledger.tx, wording.partOf === null ? [] : [wording.partOf])
    const problems = problemsWithParty(slug, wording, knows)
    const fields = changesBetween(partyContent(found.party), partyContent(wording))
    if (Object.keys(fields).length === 0) problems.push({ field: 'name', message: 'rules.revision.same' })
    if (problems.length > 0) return refused(...problems)
    if (isOvertaken(found, seen)) return { outcome: 'overtaken' }
    reviseParty(ledger, actor, { id: found.party.id, slug, reason, fields })
    return recorded(paths.party(slug))
  })
