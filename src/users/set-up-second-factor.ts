import { noteDone } from '../audit/audit.store'
import type { Deps } from '../deps'
import { type Checked, withPassword } from './check-password'
import { hashRecoveryCode, newRecoveryCodes } from './recovery-code'
import {
  confirmSecret,
  hasSecondFactor,
  proposedSecretOf,
  proposeSecret,
  replaceRecoveryCodes,
} from './second-factor.store'
import type { Sealing } from './sealing'
import { type Self, selfCounted } from './self'
import { endSessionsOf } from './session.store'
import { newTotpSecret, stepOf, typedCode } from './totp'

/** Makes a secret for somebody's authenticator app; it asks for nothing before it is confirmed. False where one is in use. */
export const proposeSecondFactor = (
  deps: Deps,
  self: Self,
  password: string,
  { seal }: Sealing,
): Promise<Checked<boolean>> =>
  withPassword(deps, selfCounted(self, password), (tx) =>
    proposeSecret(tx, self.user.id, seal(newTotpSecret(), self.user.id), deps.clock()),
  )

type Confirmed = { outcome: 'gone' } | { outcome: 'wrong' } | { outcome: 'set up'; recoveryCodes: string[] }

/** Puts the second factor into use once a code shows that the app has the secret; the other sessions knew none, and end. */
export function confirmSecondFactor(
  deps: Deps,
  { user, session, by }: Self,
  code: string,
  sealing: Sealing,
): Promise<Confirmed> {
  return deps.db.write(async (tx): Promise<Confirmed> => {
    const now = deps.clock()
    const sealed = await proposedSecretOf(tx, user.id, now)
    const secret = sealed && sealing.open(sealed, user.id)
    if (secret === undefined) return { outcome: 'gone' }
    const step = stepOf(secret, typedCode(code), now)
    if (step === undefined) return { outcome: 'wrong' }
    if (!(await confirmSecret(tx, user.id, step, now))) return { outcome: 'gone' }
    const recoveryCodes = newRecoveryCodes()
    await replaceRecoveryCodes(tx, user.id, hashesOf(user.id, recoveryCodes))
    await endSessionsOf(tx, user.id, session)
    await noteDone(tx, deps, { kind: 'second_factor_set_up', by, subject: user.id })
    return { outcome: 'set up', recoveryCodes }
  })
}

const hashesOf = (userId: string, codes: readonly string[]): string[] =>
  codes.map((code) => hashRecoveryCode(userId, code))

/** New recovery codes in the place of the old; null where no second factor is in use. */
export const renewRecoveryCodes = (
  deps: Deps,
  self: Self,
  password: string,
): Promise<Checked<string[] | null>> =>
  withPassword(deps, selfCounted(self, password), async (tx) => {
    const { user, by } = self
    if (!(await hasSecondFactor(tx, user.id))) return null
    const codes = newRecoveryCodes()
    await replaceRecoveryCodes(tx, user.id, hashesOf(user.id, codes))
    await noteDone(tx, deps, { kind: 'recovery_codes_made', by, subject: user.id })
    return codes
  })
