import type { Deps } from '../deps'
import { noteUse } from './note-use'
import { isUseDue } from './token'
import { findTokenHolder, noteTokenUse, type TokenInUse } from './token.store'
import type { User } from './user'

/** Who calls with this token, and what it may do; undefined when it opens nothing. Notes that it was used. */
export async function useToken(
  deps: Deps,
  secret: string,
): Promise<{ user: User; token: TokenInUse } | undefined> {
  const now = deps.clock()
  const found = await findTokenHolder(deps.db.read, secret, now)
  if (found && isUseDue(found.token, now)) await noteUse(deps, (tx) => noteTokenUse(tx, found.token.id, now))
  return found
}
