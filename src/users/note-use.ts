import { Busy, type Tx } from '../db/database'
import type { Deps } from '../deps'

/** Notes that something was used; a reader is not turned away because another process is writing. */
export async function noteUse({ db }: Deps, note: (tx: Tx) => Promise<void>): Promise<void> {
  try {
    await db.write(note)
  } catch (error) {
    if (!(error instanceof Busy)) throw error
  }
}
