import { noteDone } from '../audit/audit.store'
import type { Deps } from '../deps'
import { forgetDevicesOf } from './device.store'
import type { Self } from './self'
import { endSessionById, endSessionsOf } from './session.store'

/** Ends one of one's own sessions; false when there is none such. */
export function endOwnSession(deps: Deps, { user, by }: Self, id: string): Promise<boolean> {
  return deps.db.write(async (tx) => {
    if (!(await endSessionById(tx, user.id, id))) return false
    await noteDone(tx, deps, { kind: 'sessions_ended', by, subject: user.id, detail: '1' })
    return true
  })
}

/** Ends all of one's sessions but this one; browsers that were in the account before are known no longer. */
export function endOtherSessions(deps: Deps, { user, session, by }: Self): Promise<void> {
  return deps.db.write(async (tx) => {
    const ended = await endSessionsOf(tx, user.id, session)
    await forgetDevicesOf(tx, user.id)
    await noteDone(tx, deps, { kind: 'sessions_ended', by, subject: user.id, detail: String(ended) })
  })
}
