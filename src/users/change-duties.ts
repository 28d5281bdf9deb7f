import type { Doer } from '../audit/audit'
import { noteDone } from '../audit/audit.store'
import type { Deps } from '../deps'
import type { Problem } from '../messages/problem'
import { type Duties, dutyProblems } from './person'
import { findUser, setRoles } from './user.store'

type Changed = { outcome: 'unknown' } | { outcome: 'refused'; problems: Problem[] } | { outcome: 'changed' }

/** Sets what somebody may do. Nobody lays down their own administration, so that one administrator is always left. */
export function changeDuties(deps: Deps, by: Doer, id: string, duties: Duties): Promise<Changed> {
  return deps.db.write(async (tx): Promise<Changed> => {
    const user = await findUser(tx, id)
    if (!user) return { outcome: 'unknown' }
    const problems = await dutyProblems(tx, duties)
    if (by.as === 'user' && id === by.id && !duties.roles.includes('admin'))
      problems.unshift({ field: 'roles', message: 'users.own_admin' })
    if (problems.length > 0) return { outcome: 'refused', problems }
    await setRoles(tx, id, duties.roles, duties.party ?? null)
    await noteDone(tx, deps, { kind: 'roles_changed', by, subject: id, detail: duties.roles.join(' ') })
    return { outcome: 'changed' }
  })
}
