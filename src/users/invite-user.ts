import type { Doer } from '../audit/audit'
import { noteDone } from '../audit/audit.store'
import type { Deps } from '../deps'
import { insertInvitation } from './invitation.store'
import type { User } from './user'
import { findUser } from './user.store'

type Invited =
  { outcome: 'unknown' } | { outcome: 'disabled' } | { outcome: 'invited'; user: User; secret: string }

/** A new link with which somebody chooses a password; the password there is, if any, holds until then. */
export function inviteUser(deps: Deps, by: Doer, id: string): Promise<Invited> {
  return deps.db.write(async (tx): Promise<Invited> => {
    const user = await findUser(tx, id)
    if (!user) return { outcome: 'unknown' }
    if (user.disabledAt !== null) return { outcome: 'disabled' }
    await noteDone(tx, deps, { kind: 'invited', by, subject: id })
    return { outcome: 'invited', user, secret: await insertInvitation(tx, id, deps.clock()) }
  })
}
