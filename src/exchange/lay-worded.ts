import type { Ledger } from '../ledger/ledger.store'
import type { Instant } from '../lib/dates'
import type { JsonObject } from '../lib/json'
import type { Revised, Worded } from './dataset'
import { saysTheSame } from './derived-id'
import { count, type Draft, knownOrder, refuse, refuseAll, refuseFuture, stampOf, tellingOf } from './draft'
import { judgeParents, lay, layWithdrawal, thingFrom, type Where } from './lay-thing'
import { settled, type WordedNoun } from './nouns'
import { changed } from './said'
import { addStep, NOW, type Step, type WordedThing } from './thing'

/** How a noun's wordings are judged and written. */
export interface WordedRules {
  judge: (step: Step) => void
  add: (ledger: Ledger, stamp: { recordedAt?: Instant }) => void
  revise: (
    ledger: Ledger,
    revision: { reason: string | null; fields: JsonObject; recordedAt?: Instant },
  ) => void
}

export type WordedWhere = Where & { noun: WordedNoun; key: string }

export const wordedThing = (draft: Draft, said: Worded, id: string, where: WordedWhere): WordedThing => ({
  ...thingFrom(draft, said, id, where),
  noun: where.noun,
  key: where.key,
  steps: [],
})

/** Lays a party, agreement or measure that the draft does not hold yet, with its revisions and its withdrawal. */
export function layNew(draft: Draft, thing: WordedThing, said: Worded, rules: WordedRules): void {
  lay(draft, thing, said)
  refuseAll(draft, thing.place, said.problems)
  const { place, recorded, order } = thing
  const first = addStep(thing, { order, fields: said.content, recorded, place })
  if (!recorded) {
    draft.judgements.push(() => rules.judge(first))
    // Parties are told of first: whatever names them may have been recorded earlier.
    const telling = thing.noun === 'party' ? '' : tellingOf(thing)
    draft.changes.push({ order: telling, write: (ledger) => rules.add(ledger, stampOf(draft, order)) })
  }
  if (!recorded) judgeOrder(draft, said, place)
  for (const [index, revision] of said.revisions.entries())
    layRevision(draft, thing, revision, { place: `${place}.revisions.${index}`, recorded }, rules)
  layWithdrawal(draft, thing, said, thing)
}

/** Compares a file's wordings with those the draft holds, and lays what is not there yet. */
export function layAgain(
  draft: Draft,
  thing: WordedThing,
  said: Worded,
  place: string,
  rules: WordedRules,
): void {
  refuseAll(draft, place, said.problems)
  if (said.id !== undefined && said.id !== thing.id)
    refuse(draft, `${place}.id`, 'exchange.other_id', { value: thing.key, id: thing.id })
  const given = wholesOf(thing.noun, said)
  const missing = given.map(notAmong(thing.steps))
  if (missing[0] === true) layOther(draft, thing, given, place, rules)
  else if (!missing.includes(true)) count(draft.tally.unchanged, thing.noun)
  else if (!thing.recorded) refuse(draft, place, 'exchange.slug_twice', { value: thing.key })
  else {
    judgeOrder(draft, said, place)
    said.revisions.forEach((revision, index) => {
      const at = { place: `${place}.revisions.${index}`, recorded: false }
      if (missing[index + 1] === true) layRevision(draft, thing, revision, at, rules)
    })
  }
  layWithdrawal(draft, thing, said, { place, recorded: false })
}

/** Revisions stand in the order in which they were made. */
function judgeOrder(draft: Draft, { recordedAt: first, revisions }: Worded, place: string): void {
  let last = first ?? ''
  for (const [index, { recordedAt = NOW }] of revisions.entries()) {
    if (recordedAt < last) refuse(draft, `${place}.revisions.${index}.recorded_at`, 'exchange.revised_before')
    last = recordedAt
  }
}

/** The whole wordings that a file's own fields and then each of its revisions lead to. */
function wholesOf(noun: WordedNoun, said: Worded): JsonObject[] {
  let whole = said.content
  return [whole, ...said.revisions.map(({ fields }) => (whole = settled(noun, { ...whole, ...fields })))]
}

// A wording counts as recorded when one like it follows, in the record, those that were found for the wordings before it.
function notAmong(steps: readonly Step[]): (whole: JsonObject) => boolean {
  let next = 0
  return (whole) => {
    const found = steps.findIndex((step, index) => index >= next && saysTheSame(step.whole, whole))
    if (found >= 0) next = found + 1
    return found < 0
  }
}

/** A first wording that the record does not know: a fault, or with a reason a revision to where the file ends. */
function layOther(
  draft: Draft,
  thing: WordedThing,
  given: readonly JsonObject[],
  place: string,
  rules: WordedRules,
): void {
  const target = given.at(-1) ?? {}
  const last = thing.steps.at(-1)?.whole ?? {}
  if (!thing.recorded) refuse(draft, place, 'exchange.slug_twice', { value: thing.key })
  else if (draft.revise === null) refuse(draft, place, 'exchange.other_wording', { value: thing.key })
  else if (thing.steps.some((step) => saysTheSame(step.whole, target)))
    count(draft.tally.unchanged, thing.noun)
  else {
    const fields = changed(last, target)
    const revision: Revised = { recordedAt: undefined, reason: draft.revise, fields }
    layRevision(draft, thing, revision, { place, recorded: false }, rules)
  }
}

function layRevision(
  draft: Draft,
  thing: WordedThing,
  { recordedAt, reason, fields }: Revised,
  { place, recorded }: Pick<Where, 'place' | 'recorded'>,
  rules: WordedRules,
): void {
  const given = recorded ? knownOrder(draft, recordedAt ?? '') : (recordedAt ?? NOW)
  const order = given < thing.order ? thing.order : given
  const step = addStep(thing, { order, fields, recorded, place })
  if (recorded) return
  refuseFuture(draft, order, `${place}.recorded_at`)
  count(draft.tally.revised, thing.noun)
  draft.judgements.push(() => {
    rules.judge(step)
    judgeParents(draft, place, order, thing)
  })
  const stamp = stampOf(draft, order)
  const telling = order > tellingOf(thing) ? order : tellingOf(thing)
  draft.changes.push({
    order: telling,
    write: (ledger) => rules.revise(ledger, { reason, fields, ...stamp }),
  })
}
