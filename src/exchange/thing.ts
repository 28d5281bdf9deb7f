import type { Actor } from '../ledger/entry'
import type { Instant } from '../lib/dates'
import type { JsonObject } from '../lib/json'
import { type Noun, settled, type WordedNoun } from './nouns'

/** After every instant that a file may name: what carries none is recorded last, and now. */
export const NOW = '~'
/** After even that. */
export const LAST = '~n'

/**
 * A thing of the record while files are laid beside it. `order` is when it enters, compared as text: the instant a file
 * gives, nothing for what was there before an import that does not keep instants, `NOW` for what says none.
 */
export interface Thing {
  noun: Noun
  id: string
  /** The addresses the ledger files it under. */
  agreement: string | null
  measure: string | null
  parent: Thing | null
  content: JsonObject
  order: Instant
  /** Whether the record holds it already. */
  recorded: boolean
  /** Where a file says it. */
  place: string
  actor: Actor | undefined
  withdrawn: { order: Instant; at: Instant; reason: string | null; recorded: boolean; place: string } | null
}

/** One wording: its own fields, and the whole that they lead to. */
export interface Step {
  order: Instant
  fields: JsonObject
  whole: JsonObject
  recorded: boolean
  place: string
}

export interface WordedThing extends Thing {
  noun: WordedNoun
  /** Its slug or code. */
  key: string
  steps: Step[]
}

export interface MeasureThing extends WordedThing {
  parent: AgreementThing
}

export interface AgreementThing extends WordedThing {
  aims: Map<string, Thing>
  measures: Map<string, MeasureThing>
}

/** Puts a wording at its place in time and works out anew what the later ones lead to. */
export function addStep(thing: WordedThing, step: Omit<Step, 'whole'>): Step {
  const added = { ...step, whole: {} }
  const after = thing.steps.findIndex((one) => one.order > step.order)
  thing.steps.splice(after < 0 ? thing.steps.length : after, 0, added)
  let whole: JsonObject = {}
  for (const one of thing.steps) {
    whole = settled(thing.noun, { ...whole, ...one.fields })
    one.whole = whole
  }
  return added
}

/**
 * The wordings in force when something enters. Where some entered at the same instant nobody can say which came first, so
 * each of them is one; before the first wording the first one is.
 */
export function wordingsAt(thing: WordedThing, order: Instant): JsonObject[] {
  const before = thing.steps.filter((step) => step.order < order).slice(-1)
  const beside = thing.steps.filter((step) => step.order === order)
  const found = [...before, ...beside]
  return (found.length > 0 ? found : thing.steps.slice(0, 1)).map((step) => step.whole)
}
