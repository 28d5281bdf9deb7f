import type { Deps } from '../deps'
import { changeDraft, holdDraft } from './draft-changes.store'

export type TakenBack =
  { outcome: 'open' } | { outcome: 'recorded'; report: string } | { outcome: 'no such draft' }

/** Takes a draft of one's own back before a second person let it in; from then on it can be changed again. */
export function withdrawDraft(deps: Deps, userId: string, id: string): Promise<TakenBack> {
  return deps.db.write(async (tx): Promise<TakenBack> => {
    const draft = await holdDraft(tx, id)
    if (draft?.userId !== userId || draft.state === 'deleted') return { outcome: 'no such draft' }
    if (draft.state === 'recorded') return { outcome: 'recorded', report: draft.report ?? '' }
    // The key it was sent with is used up; sent again it is another act.
    const values = { ...draft.values, idempotency_key: deps.newId() }
    if (draft.state === 'submitted') await changeDraft(tx, id, { state: 'open', at: deps.clock(), values })
    return { outcome: 'open' }
  })
}
