import type { Actor } from '../ledger/entry'
import type { Ledger } from '../ledger/ledger.store'
import type { Instant } from '../lib/dates'
import type { Problem } from '../messages/problem'
import type { Said } from './dataset'
import { type Fault, fault, faultFrom, placeOf } from './fault'
import type { Noun } from './nouns'
import { type AgreementThing, NOW, type Thing, type WordedThing } from './thing'

export interface ImportOptions {
  keepRecordedAt: boolean
  /** The reason under which other wordings become revisions; null where they are faults. */
  revise: string | null
}

export type Counts = Partial<Record<Noun, number>>

/** How many things of each noun an import added, revised, withdrew or found as they were. */
export interface Tally {
  added: Counts
  revised: Counts
  withdrawn: Counts
  unchanged: Counts
}

export interface Change {
  /** Changes are written in the order of these. */
  order: Instant
  write: (ledger: Ledger) => void
}

/** What an import would do: the record it was laid beside, what was found wrong, and what is to be written. */
export interface Draft extends ImportOptions {
  actor: Actor
  now: Instant
  parties: Map<string, WordedThing>
  agreements: Map<string, AgreementThing>
  /** Every thing by its id. */
  byId: Map<string, Thing>
  /** Ids of the files that belong to things of the record that are not laid out here. */
  elsewhere: ReadonlySet<string>
  /** The ids of measures by address. */
  addresses: Map<string, string>
  /** Reports by the report they correct. */
  corrections: Map<string, Thing[]>
  faults: Fault[]
  /** What can be judged only once everything is laid out. */
  judgements: (() => void)[]
  changes: Change[]
  tally: Tally
  /** The measures whose standing changes. */
  touched: Set<string>
}

export const newDraft = (
  actor: Actor,
  now: Instant,
  options: ImportOptions,
  elsewhere: ReadonlySet<string>,
): Draft => ({
  ...options,
  actor,
  now,
  elsewhere,
  parties: new Map(),
  agreements: new Map(),
  byId: new Map(),
  addresses: new Map(),
  corrections: new Map(),
  faults: [],
  judgements: [],
  changes: [],
  tally: { added: {}, revised: {}, withdrawn: {}, unchanged: {} },
  touched: new Set(),
})

export const count = (counts: Counts, noun: Noun): void => {
  counts[noun] = (counts[noun] ?? 0) + 1
}

export const refuse = (
  draft: Draft,
  place: string,
  key: Problem['message'],
  values?: Problem['values'],
): void => {
  draft.faults.push(fault(placeOf(place), key, values))
}

export const refuseAll = (draft: Draft, place: string, problems: readonly Problem[]): void => {
  draft.faults.push(...problems.map((problem) => faultFrom(place, problem)))
}

/** When a thing enters: the instant it gives, else the earliest inside it, else now. */
export const orderOf = ({ recordedAt, earliest }: Said): Instant => recordedAt ?? earliest ?? NOW

/** The instant under which something is written; undefined for that of the import itself. */
export const stampOf = (draft: Draft, order: Instant): { recordedAt?: Instant } =>
  draft.keepRecordedAt && order !== NOW ? { recordedAt: order } : {}

/** When the ledger is told: never before it was told of what a thing stands under. */
export const tellingOf = (thing: Thing): Instant =>
  thing.parent && !thing.parent.recorded && tellingOf(thing.parent) > thing.order
    ? tellingOf(thing.parent)
    : thing.order

/** The instant of what the record holds already, on the same scale. */
export const knownOrder = (draft: Draft, instant: Instant): Instant => (draft.keepRecordedAt ? instant : '')

export function refuseFuture(draft: Draft, order: Instant, place: string): void {
  if (draft.keepRecordedAt && order !== NOW && order > draft.now) refuse(draft, place, 'exchange.future')
}

/** What is wrong by every wording that may have been in force; nothing, where one of them allows it. */
export const leastOf = (judged: readonly Problem[][]): Problem[] =>
  judged.some((problems) => problems.length === 0) ? [] : (judged.at(-1) ?? [])
