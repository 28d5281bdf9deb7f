import type { Deps } from '../deps'
import { noteUse } from './note-use'
import { isSessionUseDue } from './session'
import { findViewer, noteSessionUse } from './session.store'
import type { User } from './user'

/** Who browses with this session; undefined when it opens nothing. Notes that it was used. */
export async function useSession(
  deps: Deps,
  secret: string,
): Promise<{ user: User; session: string } | undefined> {
  const now = deps.clock()
  const found = await findViewer(deps.db.read, secret, now)
  if (found && isSessionUseDue(found.lastUsedAt, now))
    await noteUse(deps, (tx) => noteSessionUse(tx, found.session, now))
  return found
}
