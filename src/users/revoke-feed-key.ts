import { noteDone } from '../audit/audit.store'
import type { Deps } from '../deps'
import { revokeFeedKey } from './feed-key.store'
import type { Self } from './self'

/** Ends one of one's own keys; false when there is none to end. */
export function revokeOwnFeedKey(
  deps: Deps,
  { user, by }: Pick<Self, 'user' | 'by'>,
  id: string,
): Promise<boolean> {
  return deps.db.write(async (tx) => {
    const label = await revokeFeedKey(tx, user.id, id, deps.clock())
    if (label === undefined) return false
    await noteDone(tx, deps, { kind: 'feed_key_revoked', by, subject: user.id, detail: label })
    return true
  })
}
