import type { Instant } from '../lib/dates'
import { fieldsFrom, type ReportValues } from '../status-reports/report-values'
import type { Said } from '../users/pens'
import type { User } from '../users/user'
import { approverOf } from './four-eyes'

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
  place: { agreement: string; code: string }
  measureId: string
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

interface Posted {
  userId: string
  measureId: string
  values: ReportValues
}

/**
 * Whether a posted form may take a draft's place: its author's, on the same measure, and made from the words that the draft
 * still has, so that two open windows never wipe out one another's.
 */
export function mayReplace(draft: Draft, { userId, measureId, values }: Posted): boolean {
  if (draft.userId !== userId || draft.measureId !== measureId || !isEditable(draft)) return false
  const before = values.draft === '' ? '1' : values.draft_version
  return before === String(draft.version) || sameWords(draft.values, values)
}

/** Whether two forms have the same in every field. */
export const sameWords = (one: ReportValues, other: ReportValues): boolean =>
  JSON.stringify(wordsIn(one)) === JSON.stringify(wordsIn(other))

const wordsIn = (values: ReportValues) => fieldsFrom({ ...values, draft: '', draft_version: '' })

/** Who a person is to a draft; undefined for whom it does not exist. Reviewers see it from when it waits for them. */
export function roleOn(
  user: User,
  draft: Pick<DraftLine, 'userId' | 'state' | 'said'>,
): 'author' | 'reviewer' | undefined {
  if (user.id === draft.userId) return draft.state === 'deleted' ? undefined : 'author'
  const shown = draft.state === 'submitted' || draft.state === 'recorded'
  return shown && approverOf(user, draft.said, { id: draft.userId }) ? 'reviewer' : undefined
}

export const LONGEST_COMMENT = 2_000
/** How many drafts somebody may have at once. */
export const MOST_DRAFTS = 100
