import type { Doer } from '../audit/audit'
import { noteDone } from '../audit/audit.store'
import type { Deps } from '../deps'
import { forgetDevicesOf } from './device.store'
import { revokeFeedKeysOf } from './feed-key.store'
import { endInvitationsOf } from './invitation.store'
import { endSecondStepsOf } from './second-step.store'
import { endSessionsOf } from './session.store'
import { revokeTokensOf } from './token.store'
import { findUser, setDisabledAt } from './user.store'

/** Shuts an account: nobody can enter it, and whatever opened it ends at once. Its name stays. False for no account. */
export function disableUser(deps: Deps, by: Doer, id: string): Promise<boolean> {
  return deps.db.write(async (tx) => {
    const user = await findUser(tx, id)
    if (!user) return false
    const now = deps.clock()
    await setDisabledAt(tx, id, user.disabledAt ?? now)
    await endSessionsOf(tx, id)
    await endSecondStepsOf(tx, id)
    await forgetDevicesOf(tx, id)
    await revokeTokensOf(tx, id, now)
    await revokeFeedKeysOf(tx, id, now)
    await endInvitationsOf(tx, id)
    if (user.disabledAt === null) await noteDone(tx, deps, { kind: 'user_disabled', by, subject: id })
    return true
  })
}

/** Opens a disabled account again; its password is as it was, its tokens stay revoked. False for no account. */
export function enableUser(deps: Deps, by: Doer, id: string): Promise<boolean> {
  return deps.db.write(async (tx) => {
    const user = await findUser(tx, id)
    if (!user) return false
    await setDisabledAt(tx, id, null)
    if (user.disabledAt !== null) await noteDone(tx, deps, { kind: 'user_enabled', by, subject: id })
    return true
  })
}
