import type { Evidence } from '../evidence/evidence'
import type { Recorded } from '../ledger/entry'
import type { Day, Precision } from '../lib/dates'

export const KINDS = ['claim', 'finding'] as const
export type ReportKind = (typeof KINDS)[number]

/** How far the whole measure has come; null when nobody can say. */
export const STAGES = [0, 1, 2, 3] as const
export type Stage = (typeof STAGES)[number]

export const CONDITIONS = ['active', 'stalled', 'lapsed', 'reversed', 'abandoned', 'superseded'] as const
export type Condition = (typeof CONDITIONS)[number]

/** Why a finding gives no stage. */
export const REASONS = [
  'not_looked',
  'looked_nothing_found',
  'classified',
  'access_refused',
  'asked_no_answer',
] as const
export type Reason = (typeof REASONS)[number]

export const CHANNELS = ['own', 'public_source'] as const
export type Channel = (typeof CHANNELS)[number]

/** Who said it, as their source or their account names them. */
export interface By {
  name?: string
  organisation?: string
}

/** What a status report says, before or after it entered the record. */
export interface ReportWording {
  kind: ReportKind
  /** The claiming party's slug; null for a finding. */
  party: string | null
  stage: Stage | null
  reason: Reason | null
  condition: Condition
  /** `agreement-slug/measure-code`, when superseded. */
  supersededBy: string | null
  decidedBy: string | null
  asOf: Day
  asOfPrecision: Precision
  channel: Channel
  by: By | null
  summary: string | null
  language: string | null
  evidence: Evidence[]
  /** The id of the report that this one corrects. */
  corrects: string | null
  /** The second person who let it in; null where none was asked for. */
  approvedBy: Approval | null
}

/** Who let another's report into the record, and in which capacity. */
export interface Approval {
  id: string
  capacity: ApprovingCapacity
}
export const APPROVING_CAPACITIES = ['reporter', 'verifier', 'editor'] as const
export type ApprovingCapacity = (typeof APPROVING_CAPACITIES)[number]

/** Where a report stands among the others of its measure: it counts, a later one counts instead, or it no longer does. */
export type ReportState = 'live' | 'earlier' | 'corrected' | 'withdrawn'

/** One dated statement about how far the whole measure has come, as it entered the record. */
export interface StatusReport extends ReportWording, Recorded {
  measure: { agreement: string; code: string }
}
