import type { Deps } from '../deps'
import type { Problem } from '../messages/problem'
import { replacePassword } from './change-password'
import { findInvited, useInvitation } from './invitation.store'
import { hashPassword } from './password'
import { passwordProblems } from './password-rules'
import { insertSession } from './session.store'
import type { User } from './user'

type Accepted =
  | { outcome: 'gone' }
  | { outcome: 'refused'; user: User; problems: Problem[] }
  | { outcome: 'signed in'; session: string }

/** Uses the link up, sets the password and begins a session; once. */
export async function acceptInvitation(deps: Deps, secret: string, password: string): Promise<Accepted> {
  const user = await findInvited(deps.db.read, secret, deps.clock())
  if (!user) return { outcome: 'gone' }
  const problems = passwordProblems('password', password, user.email)
  if (problems.length > 0) return { outcome: 'refused', user, problems }
  const hash = await hashPassword(password)
  return deps.db.write(async (tx): Promise<Accepted> => {
    const now = deps.clock()
    const stillInvited = await findInvited(tx, secret, now)
    if (!stillInvited || !(await useInvitation(tx, secret, now))) return { outcome: 'gone' }
    await replacePassword(tx, user.id, hash)
    return { outcome: 'signed in', session: await insertSession(tx, user.id, now) }
  })
}
