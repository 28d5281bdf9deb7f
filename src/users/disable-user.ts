import type { Deps } from '../deps'
import { endInvitationsOf } from './invitation.store'
import { endSessionsOf } from './session.store'
import { revokeTokensOf } from './token.store'
import { findUser, setDisabledAt } from './user.store'

/** Shuts an account: nobody can sign in to it, and its sessions, tokens and invitations end at once. False for no account. */
export function disableUser(deps: Deps, id: string): Promise<boolean> {
  return deps.db.write(async (tx) => {
    const user = await findUser(tx, id)
    if (!user) return false
    const now = deps.clock()
    await setDisabledAt(tx, id, user.disabledAt ?? now)
    await endSessionsOf(tx, id)
    await revokeTokensOf(tx, id, now)
    await endInvitationsOf(tx, id)
    return true
  })
}

/** Opens a disabled account again; its password is as it was, its tokens stay revoked. False for no account. */
export function enableUser(deps: Deps, id: string): Promise<boolean> {
  return deps.db.write(async (tx) => {
    if (!(await findUser(tx, id))) return false
    await setDisabledAt(tx, id, null)
    return true
  })
}
