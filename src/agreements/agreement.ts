import type { Evidence } from '../evidence/evidence'
import type { Recorded } from '../ledger/entry'
import type { Day, Precision } from '../lib/dates'

export const AGREEMENT_KINDS = [
  'treaty',
  'memorandum',
  'joint_statement',
  'contract',
  'commission_minutes',
  'announcement',
] as const
export type AgreementKind = (typeof AGREEMENT_KINDS)[number]

/** What an agreement says of itself; what a revision may change. */
export interface AgreementWording {
  title: string
  kind: AgreementKind
  concludedOn: Day
  concludedOnPrecision: Precision
  place: string | null
  summary: string | null
  language: string | null
  /** Slugs of the parties it binds. */
  parties: string[]
  sources: Evidence[]
}

export interface Agreement extends AgreementWording, Recorded {
  slug: string
}
