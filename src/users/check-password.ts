import type { AuditKind, Doer } from '../audit/audit'
import { noteDone } from '../audit/audit.store'
import type { Tx } from '../db/database'
import type { Deps } from '../deps'
import { verifyPassword } from './password'
import type { Counter } from './throttle'
import { beginAttempt, endAttempt } from './throttle.store'
import type { User } from './user'
import { findUser, passwordHashOf } from './user.store'

export interface Attempt {
  /** Whose password it is said to be; undefined for nobody. */
  user: User | undefined
  password: string
  counters: readonly Counter[]
  by: Doer
  /** What the audit calls a wrong one. */
  failure: Extract<AuditKind, 'sign_in_failed' | 'password_failed'>
}

export type Checked<T> =
  { outcome: 'right'; result: T } | { outcome: 'wrong' } | { outcome: 'wait'; seconds: number }

/**
 * Runs the work when the password is right, in the transaction that makes sure it still is. An unknown account, a disabled
 * one and a wrong password have one answer, and take as long.
 */
export async function withPassword<T>(
  deps: Deps,
  attempt: Attempt,
  work: (tx: Tx, user: User) => Promise<T>,
): Promise<Checked<T>> {
  const { counters, password, user } = attempt
  const seconds = await deps.db.write((tx) => beginAttempt(tx, counters, deps.clock()))
  if (seconds > 0) return { outcome: 'wait', seconds }
  const hash = user ? await passwordHashOf(deps.db.read, user.id) : null
  const right = await verifyPassword(password, hash)
  return deps.db.write(async (tx): Promise<Checked<T>> => {
    const known = right && user ? await whileItHolds(tx, user.id, hash) : undefined
    if (!known) return failed(tx, deps, attempt)
    await endAttempt(tx, counters, deps.clock())
    return { outcome: 'right', result: await work(tx, known) }
  })
}

async function whileItHolds(tx: Tx, id: string, hash: string | null): Promise<User | undefined> {
  const user = await findUser(tx, id)
  return user?.disabledAt === null && (await passwordHashOf(tx, id)) === hash ? user : undefined
}

// What was typed is not written down: it may be a password, or somebody's address who has no account.
async function failed(tx: Tx, deps: Deps, { failure, by, user }: Attempt): Promise<{ outcome: 'wrong' }> {
  await noteDone(tx, deps, { kind: failure, by, subject: user?.id ?? null })
  return { outcome: 'wrong' }
}
