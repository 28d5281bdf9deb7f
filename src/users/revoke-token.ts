import type { Doer } from '../audit/audit'
import { noteDone } from '../audit/audit.store'
import type { Deps } from '../deps'
import { revokeTokenById } from './token.store'

/** Ends a token, of one user where that is said; false when there is none to end. */
export function revokeToken(deps: Deps, by: Doer, id: string, userId?: string): Promise<boolean> {
  return deps.db.write(async (tx) => {
    const revoked = await revokeTokenById(tx, id, deps.clock(), userId)
    if (!revoked) return false
    await noteDone(tx, deps, { kind: 'token_revoked', by, subject: revoked.userId, detail: revoked.label })
    return true
  })
}
