import type { Tx } from '../db/database'
import type { Deps } from '../deps'
import { findStanding } from '../measures/place.store'
import type { ReportValues } from '../status-reports/report-values'
import { type Draft, mayReplace, MOST_DRAFTS, sameWords } from './draft'
import { countDraftsOf, findDraft, findDraftMadeWith } from './draft.store'
import { changeDraft, holdDraftsOf, insertDraft } from './draft-changes.store'

interface Saving {
  userId: string
  place: { agreement: string; code: string }
  /** As typed, however unfinished. */
  values: ReportValues
}

export type Saved =
  { outcome: 'saved'; id: string } | { outcome: 'too many' } | { outcome: 'no such measure' }

/** Keeps what was typed into the form of a report, in the draft it came from or in a new one. */
export function saveDraft(deps: Deps, { userId, place, values }: Saving): Promise<Saved> {
  return deps.db.write(async (tx): Promise<Saved> => {
    const found = await findStanding(tx, place.agreement, place.code)
    if (!found) return { outcome: 'no such measure' }
    const measureId = found.measure.id
    await holdDraftsOf(tx, userId)
    const at = deps.clock()
    const draft = await draftToReplace(tx, { userId, measureId, values })
    if (draft) {
      if (!sameWords(draft.values, values))
        await changeDraft(tx, draft.id, { state: draft.state, at, values })
      return { outcome: 'saved', id: draft.id }
    }
    if ((await countDraftsOf(tx, userId)) >= MOST_DRAFTS) return { outcome: 'too many' }
    const id = deps.newId()
    const keyed = { ...values, idempotency_key: values.idempotency_key.trim() || deps.newId() }
    await insertDraft(tx, { id, userId, measureId, state: 'open', said: null, values: keyed, at })
    return { outcome: 'saved', id }
  })
}

/** The draft whose place a posted form takes: the one it was opened from, or the one it was saved as a moment ago. */
export async function draftToReplace(
  tx: Tx,
  posted: { userId: string; measureId: string; values: ReportValues },
): Promise<Draft | undefined> {
  const { draft: id, idempotency_key: key } = posted.values
  const draft =
    id === ''
      ? key.trim() && (await findDraftMadeWith(tx, posted.userId, key.trim()))
      : await findDraft(tx, id)
  return draft && mayReplace(draft, posted) ? draft : undefined
}
