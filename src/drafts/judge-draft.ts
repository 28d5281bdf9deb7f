import type { Db, Tx } from '../db/database'
import type { Actor } from '../ledger/entry'
import type { Instant } from '../lib/dates'
import type { Problem } from '../messages/problem'
import { judgeReport } from '../status-reports/record-status-report'
import type { ReportWording } from '../status-reports/status-report'
import { penFor } from '../users/pens'
import type { User } from '../users/user'
import { findUser } from '../users/user.store'
import type { Draft } from './draft'
import { holdDraft } from './draft-changes.store'
import { approverOf } from './four-eyes'
import { readDraft } from './read-draft'

interface InReview {
  outcome: 'in review'
  draft: Draft
  author: User
  /** Who the reviewer is when letting it in. */
  approver: Actor
}

/** Why a draft does not wait for this person, or not as they read it. */
export type NotInReview =
  | { outcome: 'no such draft' }
  | { outcome: 'recorded'; report: string; by: string }
  | { outcome: 'returned'; by: string }
  | { outcome: 'taken back' }
  | { outcome: 'changed' }

/** A draft that waits for this person, in the version that they read. */
export async function draftInReview(
  tx: Tx,
  reviewer: User,
  { id, version }: { id: string; version: number },
): Promise<InReview | NotInReview> {
  const draft = await holdDraft(tx, id)
  const author = draft && (await findUser(tx, draft.userId))
  // Duties may have changed since the page was asked for.
  const now = await findUser(tx, reviewer.id)
  const approver = author && now && approverOf(now, draft.said, author)
  if (!approver || draft.state === 'deleted') return { outcome: 'no such draft' }
  if (draft.state === 'recorded')
    return { outcome: 'recorded', report: draft.report ?? '', by: draft.endedBy ?? '' }
  if (draft.state === 'open') return { outcome: 'taken back' }
  if (draft.state === 'returned') return { outcome: 'returned', by: draft.returns.at(-1)?.by ?? '' }
  return draft.version === version
    ? { outcome: 'in review', draft, author, approver }
    : { outcome: 'changed' }
}

type Judged =
  | { outcome: 'refused'; problems: Problem[] }
  | (Extract<Awaited<ReturnType<typeof judgeReport>>, { outcome: 'fit' }> & {
      actor: Actor
      wording: ReportWording
    })

const refusedFor = (message: Problem['message']): Judged => ({
  outcome: 'refused',
  problems: [{ field: 'draft', message }],
})

/** Judges a draft as the report it would be, were it recorded at this instant. */
export async function judgeDraft(db: Db, draft: Draft, author: User, recordedAt: Instant): Promise<Judged> {
  if (author.disabledAt !== null) return refusedFor('drafts.author_disabled')
  const actor = penFor(author, draft.said)
  if (!actor) return refusedFor('drafts.author_without_pen')
  const { read } = readDraft(draft, author)
  if ('problems' in read) return { outcome: 'refused', problems: read.problems }
  const { wording } = read
  const judged = await judgeReport(db, { actor, place: draft.place, wording }, recordedAt)
  if (judged.outcome === 'no such measure') return refusedFor('drafts.measure_withdrawn')
  return judged.outcome === 'refused' ? judged : { ...judged, actor, wording }
}
