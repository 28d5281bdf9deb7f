import type { Doer } from '../audit/audit'
import { noteDone } from '../audit/audit.store'
import type { Tx } from '../db/database'
import type { Deps } from '../deps'
import { rememberDevice } from './device.store'
import { hasSecondFactor } from './second-factor.store'
import { insertSecondStep } from './second-step.store'
import type { From } from './session'
import { insertSession } from './session.store'
import type { User } from './user'

/** With what an account was entered. */
export type How = 'password' | 'link' | 'code' | 'recovery_code'

/** What a browser is given on its way in: a session and the mark of a device, or the second step that comes first. */
export type Entered = { session: string; device: string } | { secondStep: string }

/** Begins a session of its own, whatever the browser held before; where a second factor is set up, asks for that instead. */
export async function enter(tx: Tx, deps: Deps, user: User, from: From, how: How): Promise<Entered> {
  if (await hasSecondFactor(tx, user.id))
    return { secondStep: await insertSecondStep(tx, user.id, deps.clock()) }
  return beginSession(tx, deps, user, from, how)
}

export async function beginSession(
  tx: Tx,
  deps: Deps,
  user: User,
  { address, agent, device }: From,
  how: How,
): Promise<{ session: string; device: string }> {
  const now = deps.clock()
  const by: Doer = { as: 'user', id: user.id, address }
  await noteDone(tx, deps, { kind: 'signed_in', by, subject: user.id, detail: how })
  return {
    session: await insertSession(tx, user.id, now, agent),
    device: await rememberDevice(tx, user.id, device, now),
  }
}
