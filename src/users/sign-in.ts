import type { Deps } from '../deps'
import { type Entered, enter } from './begin-session'
import { type Checked, withPassword } from './check-password'
import { isDeviceOf } from './device.store'
import type { From } from './session'
import { countersFor } from './throttle'
import { normalEmail } from './user'
import { findUserByEmail } from './user.store'

interface Credentials {
  email: string
  password: string
  from: From
}

/** Lets somebody in by their password, or on to the second step. */
export async function signIn(deps: Deps, { email, password, from }: Credentials): Promise<Checked<Entered>> {
  const user = await findUserByEmail(deps.db.read, normalEmail(email))
  const known = await isDeviceOf(deps.db.read, user?.id ?? '', from.device, deps.clock())
  const attempt = {
    user,
    password,
    counters: countersFor({ email, address: from.address, device: known ? from.device : null }),
    by: { as: 'stranger', address: from.address },
    failure: 'sign_in_failed',
  } as const
  return withPassword(deps, attempt, (tx, holder) => enter(tx, deps, holder, from, 'password'))
}
