import type { Instant } from '../lib/dates'
import type { ReportValues } from '../status-reports/report-values'
import type { Said } from '../users/pens'

/**
 * Where a draft is: its author writes it, a second person reads it, it came back with a comment, it has entered the record,
 * or its author threw it away. The last two hold no words any more.
 */
export const DRAFT_STATES = ['open', 'submitted', 'returned', 'recorded', 'deleted'] as const
export type DraftState = (typeof DRAFT_STATES)[number]

/** A report in the making, outside the record: what was typed, as it was typed. */
export interface Draft extends DraftLine {
  values: ReportValues
  /** Oldest first. */
  returns: Returned[]
}

/** A draft as lists know it. */
export interface DraftLine {
  id: string
  /** The account of its author. */
  userId: string
  agreement: { slug: string; title: string }
  measure: { id: string; code: string; title: string }
  state: DraftState
  /** Rises with every change, so that nobody lets in what they have not read. */
  version: number
  /** Who says it, as it was last submitted; unknown before. */
  said: Said
  changedAt: Instant
  /** Who ended it, and the report it became. */
  endedBy: string | null
  report: string | null
}

/** A draft that a second person gave back. */
export interface Returned {
  at: Instant
  /** The account of whoever returned it. */
  by: string
  /** Of which version. */
  version: number
  comment: string
}

/** Whether its author may change it. */
export const isEditable = ({ state }: Pick<DraftLine, 'state'>): boolean =>
  state === 'open' || state === 'returned'

export const LONGEST_COMMENT = 2_000
/** How many drafts somebody may have at once. */
export const MOST_DRAFTS = 100
