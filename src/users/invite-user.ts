import type { Deps } from '../deps'
import { insertInvitation } from './invitation.store'
import { findUser } from './user.store'

type Invited = { outcome: 'unknown' } | { outcome: 'disabled' } | { outcome: 'invited'; secret: string }

/** A new link with which somebody chooses a password; the password there is, if any, holds until then. */
export function inviteUser(deps: Deps, id: string): Promise<Invited> {
  return deps.db.write(async (tx): Promise<Invited> => {
    const user = await findUser(tx, id)
    if (!user) return { outcome: 'unknown' }
    if (user.disabledAt !== null) return { outcome: 'disabled' }
    return { outcome: 'invited', secret: await insertInvitation(tx, id, deps.clock()) }
  })
}
