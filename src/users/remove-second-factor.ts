import type { Doer } from '../audit/audit'
import { noteDone } from '../audit/audit.store'
import type { Deps } from '../deps'
import { withCode } from './check-code'
import { withPassword } from './check-password'
import { deleteSecondFactor } from './second-factor.store'
import type { Sealing } from './sealing'
import type { From } from './session'
import { type Self, selfCounted } from './self'
import { findUser } from './user.store'

type Removed =
  | { outcome: 'removed' }
  | { outcome: 'wrong'; field: 'current_password' | 'code' }
  | { outcome: 'wait'; seconds: number }

/** Takes one's own second factor off: with the password and a code, as at a sign-in. */
export async function removeOwnSecondFactor(
  deps: Deps,
  self: Self,
  given: { password: string; code: string; from: From; sealing: Sealing },
): Promise<Removed> {
  const { user, by } = self
  const password = await withPassword(deps, selfCounted(self, given.password), async () => undefined)
  if (password.outcome === 'wait') return password
  if (password.outcome === 'wrong') return { outcome: 'wrong', field: 'current_password' }
  const { code: typed, from, sealing } = given
  const attempt = { userId: user.id, code: typed, from, by, sealing }
  const code = await withCode(deps, attempt, async (tx) => {
    await deleteSecondFactor(tx, user.id)
    await noteDone(tx, deps, { kind: 'second_factor_removed', by, subject: user.id })
  })
  if (code.outcome === 'wrong') return { outcome: 'wrong', field: 'code' }
  return code.outcome === 'wait' ? code : { outcome: 'removed' }
}

/** Takes a lost second factor off somebody else; false for no account, or one that has none. */
export function removeSecondFactor(deps: Deps, by: Doer, id: string): Promise<boolean> {
  return deps.db.write(async (tx) => {
    const user = await findUser(tx, id)
    if (!user || !(await deleteSecondFactor(tx, id))) return false
    await noteDone(tx, deps, { kind: 'second_factor_removed', by, subject: id })
    return true
  })
}
