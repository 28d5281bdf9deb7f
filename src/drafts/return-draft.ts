import type { Deps } from '../deps'
import { text } from '../lib/schema'
import type { Problem } from '../messages/problem'
import { problemsFrom } from '../messages/zod-problems'
import type { User } from '../users/user'
import { LONGEST_COMMENT } from './draft'
import { changeDraft, insertReturn } from './draft-changes.store'
import { draftInReview, type NotInReview } from './judge-draft'

interface Returning {
  id: string
  /** The version that was read. */
  version: number
  /** Why, as typed. */
  comment: string
}

export type GivenBack = { outcome: 'given back' } | { outcome: 'refused'; problems: Problem[] } | NotInReview

const schema = text(LONGEST_COMMENT)

/** Gives a draft back to its author with a comment; the second time nothing happens. */
export function returnDraft(deps: Deps, reviewer: User, returning: Returning): Promise<GivenBack> {
  const { id, version } = returning
  return deps.db.write(async (tx): Promise<GivenBack> => {
    const found = await draftInReview(tx, reviewer, { id, version })
    if (found.outcome === 'returned' && found.by === reviewer.id) return { outcome: 'given back' }
    if (found.outcome !== 'in review') return found
    const { success, data: comment, error } = schema.safeParse(returning.comment)
    if (!success)
      return {
        outcome: 'refused',
        problems: problemsFrom(error).map((one) => ({ ...one, field: 'comment' })),
      }
    const at = deps.clock()
    // The key it was sent with is used up; sent again it is another act.
    const values = { ...found.draft.values, idempotency_key: deps.newId() }
    await insertReturn(tx, id, { at, by: reviewer.id, version, comment })
    await changeDraft(tx, id, { state: 'returned', at, values })
    return { outcome: 'given back' }
  })
}
