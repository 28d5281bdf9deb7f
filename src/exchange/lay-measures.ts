import { readAgreement } from '../agreements/agreement.content'
import { addDeadline } from '../deadlines/deadline.store'
import { fieldsOf, type JsonObject } from '../lib/json'
import { problemsWithMeasure } from '../measures/measure-rules'
import { readMeasure } from '../measures/measure.content'
import { addMeasure, reviseMeasure } from '../measures/measure.store'
import { addObservation } from '../observations/observation.store'
import type { SaidMeasure } from './dataset'
import { derivedId, idsFor } from './derived-id'
import { type Draft, leastOf, refuse, refuseAll } from './draft'
import { layNotes } from './lay-notes'
import { layOnces } from './lay-onces'
import { layReports } from './lay-reports'
import type { From } from './lay-thing'
import { layAgain, layNew, wordedThing, type WordedRules } from './lay-worded'
import { type AgreementThing, type MeasureThing, wordingsAt } from './thing'

/** Lays the measures of an agreement with all that stands under them. */
export function layMeasures(
  draft: Draft,
  agreement: AgreementThing,
  measures: readonly SaidMeasure[],
  from: From,
): void {
  const codes = new Set<string>()
  for (const [index, said] of measures.entries()) {
    const inside = { place: `${from.place}.measures.${index}`, recorded: from.recorded }
    if (codes.has(said.code))
      refuse(draft, `${inside.place}.code`, 'exchange.code_twice', { value: said.code })
    codes.add(said.code)
    const measure = layMeasure(draft, agreement, said, inside)
    layDecisions(draft, measure, said, inside)
    layNotes(draft, measure, said.notes, inside)
    layReports(draft, measure, said.reports, inside)
  }
}

function layMeasure(draft: Draft, agreement: AgreementThing, said: SaidMeasure, from: From): MeasureThing {
  const { code } = said
  const known = agreement.measures.get(code)
  if (known) {
    const revised = known.steps.length
    layAgain(draft, known, said, from.place, rulesFor(draft, known))
    if (known.steps.length > revised) draft.touched.add(known.id)
    return known
  }
  const slug = agreement.key
  const id = said.id ?? derivedId(slug, 'measure', { code, ...said.content }, 0)
  const where = { noun: 'measure', key: code, parent: agreement, agreement: slug, measure: code } as const
  const thing: MeasureThing = { ...wordedThing(draft, said, id, { ...where, ...from }), parent: agreement }
  agreement.measures.set(code, thing)
  draft.addresses.set(`${slug}/${code}`, id)
  layNew(draft, thing, said, rulesFor(draft, thing))
  if (!from.recorded) draft.touched.add(id)
  return thing
}

function rulesFor(draft: Draft, measure: MeasureThing): WordedRules {
  const { actor } = draft
  const { id, key: code, content, parent } = measure
  const repeatsOf = (fields: JsonObject) =>
    fieldsOf(fields)
      .texts('repeats')
      .flatMap((address) => draft.addresses.get(address) ?? [])
  return {
    judge: ({ whole, place, order }) => {
      const judged = wordingsAt(parent, order).map((wording) =>
        problemsWithMeasure(readMeasure(whole), {
          address: `${parent.key}/${code}`,
          parties: readAgreement(wording).parties,
          knows: (address) => draft.addresses.has(address),
        }),
      )
      refuseAll(draft, place, leastOf(judged))
    },
    add: (ledger, stamp) => {
      const agreement = { id: parent.id, slug: parent.key }
      const repeats = repeatsOf(content)
      addMeasure(ledger, actor, { id, agreement, code, fields: content, repeats, ...stamp })
    },
    revise: (ledger, revision) => {
      const repeats = repeatsOf(revision.fields)
      reviseMeasure(ledger, actor, { id, agreement: parent.key, code, repeats, ...revision })
    },
  }
}

function layDecisions(draft: Draft, measure: MeasureThing, said: SaidMeasure, from: From): void {
  const agreement = measure.parent.key
  const code = measure.key
  const place = { id: measure.id, agreement, code }
  const inside = { parent: measure, agreement, measure: code, recorded: from.recorded } as const
  const deadlines = {
    ...inside,
    noun: 'deadline',
    place: `${from.place}.deadlines`,
    idOf: idsFor(`${agreement}/${code}`, 'deadline'),
  } as const
  layOnces(draft, said.deadlines, deadlines, (ledger, { id, content: fields }, stamp) => {
    addDeadline(ledger, draft.actor, { id, measure: place, fields, ...stamp })
  })
  const observations = {
    ...inside,
    noun: 'observation',
    place: `${from.place}.observations`,
    idOf: idsFor(`${agreement}/${code}`, 'observation'),
  } as const
  layOnces(draft, said.observations, observations, (ledger, { id, content: fields }, stamp) => {
    addObservation(ledger, draft.actor, { id, measure: place, fields, ...stamp })
  })
}
