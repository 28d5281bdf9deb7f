import { problemsWithParty } from '../parties/party-rules'
import { readParty } from '../parties/party.content'
import { addParty, reviseParty } from '../parties/party.store'
import type { SaidParty } from './dataset'
import { derivedId } from './derived-id'
import { type Draft, refuse, refuseAll } from './draft'
import { layAgain, layNew, wordedThing, type WordedRules } from './lay-worded'
import type { AgreementThing, Step, WordedThing } from './thing'

/** Lays parties of a file, or of the record, into the draft. */
export function layParties(
  draft: Draft,
  parties: readonly SaidParty[],
  from: { place: string; recorded: boolean },
): void {
  for (const [index, said] of parties.entries())
    layParty(draft, said, `${from.place}.${index}`, from.recorded)
}

function layParty(draft: Draft, said: SaidParty, place: string, recorded: boolean): void {
  const { slug } = said
  const known = draft.parties.get(slug)
  if (known) return layAgain(draft, known, said, place, rulesFor(draft, known))
  const id = said.id ?? derivedId('', 'party', { slug, ...said.content }, 0)
  const where = {
    noun: 'party',
    key: slug,
    parent: null,
    agreement: null,
    measure: null,
    place,
    recorded,
  } as const
  const thing = wordedThing(draft, said, id, where)
  draft.parties.set(slug, thing)
  layNew(draft, thing, said, rulesFor(draft, thing))
}

function rulesFor(draft: Draft, { id, key: slug, content }: WordedThing): WordedRules {
  const { actor } = draft
  return {
    judge: ({ whole, place }) => {
      const knows = (other: string) => draft.parties.has(other)
      refuseAll(draft, place, problemsWithParty(slug, readParty(whole), knows))
    },
    add: (ledger, stamp) => addParty(ledger, actor, { id, slug, fields: content, ...stamp }),
    revise: (ledger, revision) => reviseParty(ledger, actor, { id, slug, ...revision }),
  }
}

/** No standing agreement names a party that was withdrawn. */
export function judgeNamedParties(draft: Draft, agreements: Iterable<AgreementThing>): void {
  for (const agreement of agreements)
    for (const [index, step] of agreement.steps.entries())
      for (const slug of partiesOf(step)) {
        const party = draft.parties.get(slug)
        if (party?.withdrawn && isNamedUntil(agreement, index) > party.withdrawn.order)
          refuseNaming(draft, agreement, step, party)
      }
}

export const partiesOf = ({ whole }: Step): string[] => {
  const { parties } = whole
  return Array.isArray(parties) ? parties.filter((party) => typeof party === 'string') : []
}

const FOREVER = '~~'

/** Until when the parties of one wording of an agreement are named by it. */
function isNamedUntil({ steps, withdrawn }: AgreementThing, index: number): string {
  const ends = [steps[index + 1]?.order ?? FOREVER, withdrawn?.order ?? FOREVER]
  const end = ends.sort()[0] ?? FOREVER
  return end > (steps[index]?.order ?? '') ? end : ''
}

function refuseNaming(draft: Draft, agreement: AgreementThing, step: Step, party: WordedThing): void {
  if (party.withdrawn && !party.withdrawn.recorded)
    refuse(draft, party.withdrawn.place, 'rules.party.named', { agreement: agreement.key })
  else if (!step.recorded)
    refuse(draft, `${step.place}.parties`, 'exchange.party_withdrawn', { value: party.key })
}
