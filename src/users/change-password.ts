import { noteDone } from '../audit/audit.store'
import type { Tx } from '../db/database'
import type { Deps } from '../deps'
import type { Problem } from '../messages/problem'
import { type Checked, withPassword } from './check-password'
import { endInvitationsOf } from './invitation.store'
import { hashPassword } from './password'
import { passwordProblems } from './password-rules'
import { endSecondStepsOf } from './second-step.store'
import { endSessionsOf } from './session.store'
import { type Self, selfCounted } from './self'
import { setPasswordHash } from './user.store'

interface Change {
  current: string
  wanted: string
}

type Changed = Checked<void> | { outcome: 'refused'; problems: Problem[] }

export async function changePassword(deps: Deps, self: Self, { current, wanted }: Change): Promise<Changed> {
  const { user, session, by } = self
  const problems = passwordProblems('password', wanted, user.email)
  if (problems.length > 0) return { outcome: 'refused', problems }
  const hash = await hashPassword(wanted)
  return withPassword(deps, selfCounted(self, current), async (tx) => {
    await replacePassword(tx, user.id, hash, session)
    await noteDone(tx, deps, { kind: 'password_changed', by, subject: user.id })
  })
}

/** Sets a password and ends what the old one opened: every session but the one with this id, and links. */
export async function replacePassword(tx: Tx, userId: string, hash: string, keep?: string): Promise<void> {
  await setPasswordHash(tx, userId, hash)
  await endSessionsOf(tx, userId, keep)
  await endSecondStepsOf(tx, userId)
  await endInvitationsOf(tx, userId)
}
