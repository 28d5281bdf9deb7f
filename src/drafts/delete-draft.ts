import type { Deps } from '../deps'
import { KEY_LIFE_DAYS } from '../ledger/once.store'
import { addDays, dayOf } from '../lib/dates'
import { isEditable } from './draft'
import { endDraft, holdDraft, forgetDeleted } from './draft-changes.store'

export type Deleted = 'deleted' | 'not editable' | 'no such draft'

/** Throws a draft of one's own away; its words are gone, and the second time nothing happens. */
export function deleteDraft(deps: Deps, userId: string, id: string): Promise<Deleted> {
  return deps.db.write(async (tx): Promise<Deleted> => {
    const draft = await holdDraft(tx, id)
    if (draft?.userId !== userId) return 'no such draft'
    if (draft.state === 'deleted') return 'deleted'
    if (!isEditable(draft)) return 'not editable'
    const at = deps.clock()
    // As long as a key lives, a repeated answer may name the draft.
    await forgetDeleted(tx, userId, addDays(dayOf(at), -KEY_LIFE_DAYS - 1) + at.slice(10))
    await endDraft(tx, id, { state: 'deleted', at, endedBy: userId })
    return 'deleted'
  })
}
