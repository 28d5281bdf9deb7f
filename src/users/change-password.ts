import type { Tx } from '../db/database'
import type { Deps } from '../deps'
import type { Problem } from '../messages/problem'
import { type Checked, withPassword } from './check-password'
import { endInvitationsOf } from './invitation.store'
import { hashPassword } from './password'
import { passwordProblems } from './password-rules'
import { endSessionsOf } from './session.store'
import type { User } from './user'
import { setPasswordHash } from './user.store'

interface Change {
  current: string
  wanted: string
  /** The session that goes on. */
  session: string
  address: string
}

type Changed = Checked<void> | { outcome: 'refused'; problems: Problem[] }

export async function changePassword(deps: Deps, user: User, change: Change): Promise<Changed> {
  const problems = passwordProblems('password', change.wanted, user.email)
  if (problems.length > 0) return { outcome: 'refused', problems }
  const hash = await hashPassword(change.wanted)
  const credentials = { email: user.email, password: change.current, address: change.address }
  return withPassword(deps, credentials, (tx) => replacePassword(tx, user.id, hash, change.session))
}

/** Sets a password and ends what the old one opened: every session but the one named, and invitations. */
export async function replacePassword(tx: Tx, userId: string, hash: string, keep?: string): Promise<void> {
  await setPasswordHash(tx, userId, hash)
  await endSessionsOf(tx, userId, keep)
  await endInvitationsOf(tx, userId)
}
