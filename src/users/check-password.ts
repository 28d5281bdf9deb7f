import type { Tx } from '../db/database'
import type { Deps } from '../deps'
import { verifyPassword } from './password'
import { type Counters, countersFor } from './throttle'
import { beginAttempt, endAttempt } from './throttle.store'
import { normalEmail, type User } from './user'
import { findUser, findUserByEmail, passwordHashOf } from './user.store'

export interface Credentials {
  email: string
  password: string
  /** Where the attempt comes from, as `clientAddress` gives it. */
  address: string
}

export type Checked<T> =
  { outcome: 'right'; result: T } | { outcome: 'wrong' } | { outcome: 'wait'; seconds: number }

/**
 * Runs the work when the password is right, in the transaction that makes sure it still is. An unknown account, a disabled
 * one and a wrong password have one answer, and take as long.
 */
export async function withPassword<T>(
  deps: Deps,
  { email, password, address }: Credentials,
  work: (tx: Tx, user: User) => Promise<T>,
): Promise<Checked<T>> {
  const counters = countersFor(email, address)
  const seconds = await deps.db.write((tx) => beginAttempt(tx, counters, deps.clock()))
  if (seconds > 0) return { outcome: 'wait', seconds }
  const user = await findUserByEmail(deps.db.read, normalEmail(email))
  const hash = user ? await passwordHashOf(deps.db.read, user.id) : null
  const right = await verifyPassword(password, hash)
  if (!right || !user) return { outcome: 'wrong' }
  return deps.db.write((tx) => whileItHolds(tx, { id: user.id, hash, counters, now: deps.clock() }, work))
}

async function whileItHolds<T>(
  tx: Tx,
  { id, hash, counters, now }: { id: string; hash: string | null; counters: Counters; now: string },
  work: (tx: Tx, user: User) => Promise<T>,
): Promise<Checked<T>> {
  const user = await findUser(tx, id)
  if (user?.disabledAt !== null || (await passwordHashOf(tx, id)) !== hash) return { outcome: 'wrong' }
  await endAttempt(tx, counters, now)
  return { outcome: 'right', result: await work(tx, user) }
}
