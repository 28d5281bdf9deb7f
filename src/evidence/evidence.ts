import type { Day, Precision } from '../lib/dates'

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
}
