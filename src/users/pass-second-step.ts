import type { Deps } from '../deps'
import { beginSession } from './begin-session'
import { withCode } from './check-code'
import { endSecondStep, findWaiting } from './second-step.store'
import type { Sealing } from './sealing'
import type { From } from './session'

type Passed =
  | { outcome: 'gone' }
  | { outcome: 'wrong' }
  | { outcome: 'wait'; seconds: number }
  | { outcome: 'entered'; entered: { session: string; device: string } }

/** Lets in whoever gave a right password before and now a right code; `secret` is what the first step left in the browser. */
export async function passSecondStep(
  deps: Deps,
  { secret, code, from, sealing }: { secret: string; code: string; from: From; sealing: Sealing },
): Promise<Passed> {
  const user = await findWaiting(deps.db.read, secret, deps.clock())
  if (!user) return { outcome: 'gone' }
  const by = { as: 'stranger', address: from.address } as const
  const checked = await withCode(deps, { userId: user.id, code, from, by, sealing }, async (tx, kind) => {
    const waiting = await findWaiting(tx, secret, deps.clock())
    if (!waiting || !(await endSecondStep(tx, secret))) return undefined
    return beginSession(tx, deps, waiting, from, kind)
  })
  if (checked.outcome !== 'right') return checked
  return checked.result ? { outcome: 'entered', entered: checked.result } : { outcome: 'gone' }
}
