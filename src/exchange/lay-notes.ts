import { fieldsOf } from '../lib/json'
import { addNote } from '../notes/note.store'
import type { Said } from './dataset'
import { idsFor } from './derived-id'
import { type Draft, refuse } from './draft'
import { layOnces } from './lay-onces'
import type { From } from './lay-thing'
import type { AgreementThing, MeasureThing, Thing } from './thing'

/** Lays the notes on an agreement or a measure. */
export function layNotes(
  draft: Draft,
  parent: AgreementThing | MeasureThing,
  notes: readonly Said[],
  from: From,
): void {
  const agreement = 'measures' in parent ? parent : parent.parent
  const measure = 'measures' in parent ? null : { id: parent.id, code: parent.key }
  const slug = agreement.key
  const list = {
    noun: 'note',
    parent,
    agreement: slug,
    measure: measure?.code ?? null,
    place: `${from.place}.notes`,
    recorded: from.recorded,
    idOf: idsFor(measure ? `${slug}/${measure.code}` : slug, 'note'),
  } as const
  const laid = layOnces(draft, notes, list, (ledger, { id, content: fields }, stamp) => {
    addNote(ledger, draft.actor, { id, agreement: { id: agreement.id, slug }, measure, fields, ...stamp })
  })
  if (from.recorded) return
  for (const note of laid) if (note && !note.recorded) draft.judgements.push(() => judgeNote(draft, note))
}

function judgeNote(draft: Draft, { content, place }: Thing): void {
  const party = fieldsOf(content).text('by_party')
  if (party !== null && !draft.parties.has(party))
    refuse(draft, `${place}.by_party`, 'rules.party.unknown', { value: party })
}
