import { problemsWithAgreement } from '../agreements/agreement-rules'
import { readAgreement } from '../agreements/agreement.content'
import { addAgreement, reviseAgreement } from '../agreements/agreement.store'
import { addAim, addAssessment } from '../aims/aim.store'
import { fieldsOf } from '../lib/json'
import type { SaidAgreement, SaidAim } from './dataset'
import { derivedId, idsFor, saysTheSame } from './derived-id'
import { count, type Draft, refuse, refuseAll, stampOf, tellingOf } from './draft'
import { layMeasures } from './lay-measures'
import { layNotes } from './lay-notes'
import { layOnces } from './lay-onces'
import { type From, lay, layWithdrawal, thingFrom } from './lay-thing'
import { layAgain, layNew, wordedThing, type WordedRules } from './lay-worded'
import type { AgreementThing, Thing } from './thing'

/** Lays agreements of a file, or of the record, into the draft with all that stands under them. */
export function layAgreements(draft: Draft, agreements: readonly SaidAgreement[], from: From): void {
  for (const [index, said] of agreements.entries()) {
    const inside = { place: `${from.place}.${index}`, recorded: from.recorded }
    const thing = layAgreement(draft, said, inside)
    layAims(draft, thing, said.aims, inside)
    layNotes(draft, thing, said.notes, inside)
    layMeasures(draft, thing, said.measures, inside)
  }
}

function layAgreement(draft: Draft, said: SaidAgreement, { place, recorded }: From): AgreementThing {
  const { slug } = said
  const known = draft.agreements.get(slug)
  if (known) {
    layAgain(draft, known, said, place, rulesFor(draft, known))
    return known
  }
  const id = said.id ?? derivedId('', 'agreement', { slug, ...said.content }, 0)
  const where = { noun: 'agreement', key: slug, parent: null, measure: null, place, recorded } as const
  const worded = wordedThing(draft, said, id, { ...where, agreement: slug })
  const thing: AgreementThing = { ...worded, aims: new Map(), measures: new Map() }
  draft.agreements.set(slug, thing)
  layNew(draft, thing, said, rulesFor(draft, thing))
  return thing
}

function rulesFor(draft: Draft, { id, key: slug, content }: AgreementThing): WordedRules {
  const { actor } = draft
  return {
    judge: ({ whole, place }) => {
      const knows = (party: string) => draft.parties.has(party)
      refuseAll(draft, place, problemsWithAgreement(readAgreement(whole), knows))
    },
    add: (ledger, stamp) => addAgreement(ledger, actor, { id, slug, fields: content, ...stamp }),
    revise: (ledger, revision) => reviseAgreement(ledger, actor, { id, slug, ...revision }),
  }
}

function layAims(draft: Draft, agreement: AgreementThing, aims: readonly SaidAim[], from: From): void {
  const codes = new Set<string>()
  for (const [index, said] of aims.entries()) {
    const inside = { place: `${from.place}.aims.${index}`, recorded: from.recorded }
    if (codes.has(said.code))
      refuse(draft, `${inside.place}.code`, 'exchange.code_twice', { value: said.code })
    codes.add(said.code)
    layAssessments(draft, layAim(draft, agreement, said, inside), said, inside)
  }
}

function layAim(draft: Draft, agreement: AgreementThing, said: SaidAim, { place, recorded }: From): Thing {
  const { code } = said
  const known = agreement.aims.get(code)
  if (known) {
    if (said.id !== undefined && said.id !== known.id)
      refuse(draft, `${place}.id`, 'exchange.other_id', { value: code, id: known.id })
    if (!saysTheSame(known.content, said.content)) refuse(draft, place, 'exchange.other_aim', { value: code })
    else count(draft.tally.unchanged, 'aim')
    layWithdrawal(draft, known, said, { place, recorded })
    return known
  }
  const id = said.id ?? derivedId(agreement.key, 'aim', { code, ...said.content }, 0)
  const where = {
    noun: 'aim',
    parent: agreement,
    agreement: agreement.key,
    measure: null,
    place,
    recorded,
  } as const
  const thing = thingFrom(draft, said, id, where)
  agreement.aims.set(code, thing)
  lay(draft, thing, said)
  if (!recorded)
    draft.changes.push({
      order: tellingOf(thing),
      write: (ledger) => {
        const title = fieldsOf(thing.content).text('title') ?? ''
        const place = { id: agreement.id, slug: agreement.key }
        addAim(ledger, draft.actor, { id, agreement: place, code, title, ...stampOf(draft, thing.order) })
      },
    })
  layWithdrawal(draft, thing, said, { place, recorded })
  return thing
}

function layAssessments(draft: Draft, aim: Thing, { code, assessments }: SaidAim, from: From): void {
  const agreement = aim.agreement ?? ''
  const idOf = idsFor(`${agreement}/${code}`, 'assessment')
  const where = { noun: 'assessment', parent: aim, agreement, measure: null, ...from } as const
  layOnces(
    draft,
    assessments,
    { ...where, place: `${from.place}.assessments`, idOf },
    (ledger, thing, stamp) => {
      const { id, content: fields } = thing
      addAssessment(ledger, draft.actor, { id, agreement, aim: { id: aim.id, code }, fields, ...stamp })
    },
  )
}
