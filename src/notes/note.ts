import type { Evidence } from '../evidence/evidence'
import type { Recorded } from '../ledger/entry'
import type { Day, Precision } from '../lib/dates'

export const NOTE_KINDS = ['context', 'comment', 'conflict', 'breach_alleged'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

/** A dated, sourced remark that moves no standing. */
export interface NoteWording {
  on: Day
  onPrecision: Precision
  kind: NoteKind
  byParty: string | null
  text: string
  evidence: Evidence[]
}

export interface Note extends NoteWording, Recorded {}
