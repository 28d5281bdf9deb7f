import type { Day, Precision } from '../lib/dates'
import type { EvidenceFile } from './file'

export const EVIDENCE_KINDS = ['announcement', 'act', 'record', 'comment'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** What a report, note or observation rests on. */
export interface Evidence {
  id?: string
  kind: EvidenceKind
  title: string | null
  url: string | null
  publisher: string | null
  publishedOn: Day | null
  publishedOnPrecision: Precision
  language: string | null
  file?: EvidenceFile
  restricted?: Restriction
}

/** That only verifiers, administrators and its author see what evidence says; anybody sees its kind and this. */
export interface Restriction {
  /** The day on which it is to be judged again whether it must be. */
  reviewOn: Day
  /** The salted digest of what is not shown, in the ledger's form; absent before it is recorded. */
  commitment?: string
  /** Known only beside what is not shown. */
  salt?: string
}
