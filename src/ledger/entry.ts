import type { Instant } from '../lib/dates'

export const ENTRY_KINDS = [
  'party_added',
  'party_revised',
  'agreement_added',
  'agreement_revised',
  'measure_added',
  'measure_revised',
  'report_recorded',
  'report_withdrawn',
  'deadline_set',
  'observation_added',
  'note_added',
  'reply_added',
  'aim_added',
  'aim_assessed',
  'withdrawn',
  'day_passed',
  'content_redacted',
  'key_changed',
] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

export const SUBJECT_TYPES = [
  'party',
  'agreement',
  'measure',
  'report',
  'deadline',
  'observation',
  'note',
  'reply',
  'aim',
  'assessment',
  'entry',
  'key',
] as const
export type SubjectType = (typeof SUBJECT_TYPES)[number]

export const CAPACITIES = ['reporter', 'verifier', 'editor', 'admin', 'operator'] as const
/** In what capacity somebody acted; `operator` is the command line. */
export type Capacity = (typeof CAPACITIES)[number]

/** Who acted: a random id, in which capacity, and for which party. */
export interface Actor {
  id: string
  capacity: Capacity
  party: string | null
}

/** One numbered change of the record. */
export interface Entry {
  n: number
  enteredAt: Instant
  recordedAt: Instant
  kind: EntryKind
  agreement: string | null
  measure: string | null
  subject: { type: SubjectType; id: string }
  actor: Actor
  digest: string
}

/** An entry as it is printed: the form that is hashed and that every feed, export and answer has. */
export const entryJson = (entry: Entry) => ({
  n: entry.n,
  entered_at: entry.enteredAt,
  recorded_at: entry.recordedAt,
  kind: entry.kind,
  agreement: entry.agreement,
  measure: entry.measure,
  subject: { type: entry.subject.type, id: entry.subject.id },
  actor: { id: entry.actor.id, capacity: entry.actor.capacity, party: entry.actor.party },
  digest: entry.digest,
})

/** What a thing of the record carries besides its own words: its entry, its instants, and whether it was withdrawn. */
export interface Recorded {
  id: string
  entry: number
  recordedAt: Instant
  enteredAt: Instant
  actor: Actor
  withdrawn: Withdrawn | null
}

export interface Withdrawn {
  at: Instant
  reason: string | null
  entry: number
  actor: Actor
}
