import type { Deps } from '../deps'
import { type Checked, type Credentials, withPassword } from './check-password'
import { insertSession } from './session.store'

/** Begins a session of its own, whatever the browser held before; the result is its secret. */
export const signIn = (deps: Deps, credentials: Credentials): Promise<Checked<string>> =>
  withPassword(deps, credentials, (tx, user) => insertSession(tx, user.id, deps.clock()))
