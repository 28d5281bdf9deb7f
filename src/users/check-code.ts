import type { Doer } from '../audit/audit'
import { noteDone } from '../audit/audit.store'
import type { Tx } from '../db/database'
import type { Deps } from '../deps'
import type { Checked } from './check-password'
import { isDeviceOf } from './device.store'
import { hashRecoveryCode, isRecoveryCode } from './recovery-code'
import { secretOf, takeRecoveryCode, takeStep } from './second-factor.store'
import type { Sealing } from './sealing'
import type { From } from './session'
import { countersForCode } from './throttle'
import { beginAttempt, endAttempt } from './throttle.store'
import { stepOf, typedCode } from './totp'

interface Attempt {
  userId: string
  /** As typed. */
  code: string
  from: Pick<From, 'address' | 'device'>
  by: Doer
  sealing: Sealing
}

type CodeKind = 'code' | 'recovery_code'

/** Runs the work when the code is right, in the transaction that uses it up: of an app, or one of the recovery codes. */
export async function withCode<T>(
  deps: Deps,
  { userId, code, from, by, sealing }: Attempt,
  work: (tx: Tx, kind: CodeKind) => Promise<T>,
): Promise<Checked<T>> {
  const known = await isDeviceOf(deps.db.read, userId, from.device, deps.clock())
  const counters = countersForCode(userId, { address: from.address, device: known ? from.device : null })
  const seconds = await deps.db.write((tx) => beginAttempt(tx, counters, deps.clock()))
  if (seconds > 0) return { outcome: 'wait', seconds }
  return deps.db.write(async (tx): Promise<Checked<T>> => {
    const kind = await takeCode(tx, deps, { userId, code: typedCode(code), sealing })
    if (kind === undefined) {
      await noteDone(tx, deps, { kind: 'second_factor_failed', by, subject: userId })
      return { outcome: 'wrong' }
    }
    await endAttempt(tx, counters, deps.clock())
    return { outcome: 'right', result: await work(tx, kind) }
  })
}

async function takeCode(
  tx: Tx,
  { clock }: Deps,
  { userId, code, sealing }: Pick<Attempt, 'userId' | 'code' | 'sealing'>,
): Promise<CodeKind | undefined> {
  const now = clock()
  if (isRecoveryCode(code)) {
    const taken = await takeRecoveryCode(tx, userId, hashRecoveryCode(userId, code), now)
    return taken ? 'recovery_code' : undefined
  }
  const sealed = await secretOf(tx, userId)
  const secret = sealed && sealing.open(sealed, userId)
  const step = secret === undefined ? undefined : stepOf(secret, code, now)
  return step !== undefined && (await takeStep(tx, userId, step)) ? 'code' : undefined
}
