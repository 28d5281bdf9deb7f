import type { Deps } from '../deps'
import { findFeedKey, noteFeedKeyUse } from './feed-key.store'
import { noteUse } from './note-use'
import { isUseDue } from './token'

/** Whether a feed reader that sends this key is let in. Notes that it was used. */
export async function useFeedKey(deps: Deps, secret: string): Promise<boolean> {
  const found = await findFeedKey(deps.db.read, secret)
  if (!found) return false
  const now = deps.clock()
  if (isUseDue(found, now)) await noteUse(deps, (tx) => noteFeedKeyUse(tx, found.id, now))
  return true
}
