import { noteDone } from '../audit/audit.store'
import type { Deps } from '../deps'
import type { Problem } from '../messages/problem'
import { type Entered, enter } from './begin-session'
import { replacePassword } from './change-password'
import { findInvited, useInvitation } from './invitation.store'
import { hashPassword } from './password'
import { passwordProblems } from './password-rules'
import type { From } from './session'
import type { User } from './user'

type Accepted =
  | { outcome: 'gone' }
  | { outcome: 'refused'; user: User; problems: Problem[] }
  | { outcome: 'entered'; entered: Entered }

/** Uses the link up, sets the password and lets its holder in, or on to the second step; once. */
export async function acceptInvitation(
  deps: Deps,
  secret: string,
  password: string,
  from: From,
): Promise<Accepted> {
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
    const by = { as: 'user', id: user.id, address: from.address } as const
    await noteDone(tx, deps, { kind: 'invitation_accepted', by, subject: user.id })
    return { outcome: 'entered', entered: await enter(tx, deps, user, from, 'link') }
  })
}
