import type { Actor } from '../ledger/entry'
import type { Instant } from '../lib/dates'
import type { JsonObject } from '../lib/json'
import type { Problem } from '../messages/problem'

export const FORMAT = 'followthrough-dataset/1'

/** One thing of a dataset: its words in the record's own form, and what it may carry. */
export interface Said {
  id: string | undefined
  recordedAt: Instant | undefined
  withdrawn: { at: Instant; reason: string | null } | undefined
  content: JsonObject
  /** The earliest instant found inside it; undefined without any. */
  earliest: Instant | undefined
  /** Who recorded it, where that is known. */
  actor?: Actor
}

export interface Revised {
  recordedAt: Instant | undefined
  reason: string | null
  /** The fields that change; null where one becomes unknown. */
  fields: JsonObject
}

export interface Worded extends Said {
  revisions: Revised[]
  /** What is wrong with the revisions. */
  problems: Problem[]
}

export interface SaidParty extends Worded {
  slug: string
}

export interface SaidReport extends Said {
  replies: Said[]
}

export interface SaidMeasure extends Worded {
  code: string
  deadlines: Said[]
  observations: Said[]
  notes: Said[]
  reports: SaidReport[]
}

export interface SaidAim extends Said {
  code: string
  assessments: Said[]
}

export interface SaidAgreement extends Worded {
  slug: string
  aims: SaidAim[]
  notes: Said[]
  measures: SaidMeasure[]
}

/** A file that a dataset carries, found to have its hash. */
export interface CarriedFile {
  sha256: string
  bytes: Uint8Array
}

export interface Dataset {
  parties: SaidParty[]
  agreements: SaidAgreement[]
  files: CarriedFile[]
}
