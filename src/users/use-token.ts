import { Busy } from '../db/database'
import type { Deps } from '../deps'
import { isUseDue } from './token'
import { findTokenHolder, noteTokenUse } from './token.store'
import type { User } from './user'

/** Who calls with this token; undefined when it opens nothing. Notes that it was used. */
export async function useToken(deps: Deps, secret: string): Promise<User | undefined> {
  const found = await findTokenHolder(deps.db.read, secret)
  const now = deps.clock()
  if (found && isUseDue(found.token, now)) await noteUse(deps, found.token.id, now)
  return found?.user
}

async function noteUse(deps: Deps, id: string, now: string): Promise<void> {
  try {
    await deps.db.write((tx) => noteTokenUse(tx, id, now))
  } catch (error) {
    // A reader is not turned away because another process is writing.
    if (!(error instanceof Busy)) throw error
  }
}
