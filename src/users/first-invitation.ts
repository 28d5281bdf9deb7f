import { OPERATOR } from '../audit/audit'
import type { Deps } from '../deps'
import { paths } from '../paths'
import { addUser } from './add-user'
import { hasUsers } from './user.store'

const FIRST = {
  email: 'admin@localhost',
  name: 'Administrator',
  roles: ['admin', 'editor', 'verifier'],
} as const

/**
 * The path of the link with which the first person signs in, on a database that knows nobody yet; undefined on any other,
 * and when another process was faster.
 */
export async function firstInvitation(deps: Deps): Promise<string | undefined> {
  if (await hasUsers(deps.db.read)) return undefined
  const added = await addUser(deps, OPERATOR, { ...FIRST, roles: [...FIRST.roles] })
  return added.outcome === 'added' && added.invitation !== null
    ? paths.invitation(added.invitation)
    : undefined
}
