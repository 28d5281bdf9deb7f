import type { Database, Db } from '../db/database'
import { migrate } from '../db/migrate'
import { restore } from './restand.store'

/**
 * Brings a database up to date: its schema, and then what is derived from the record where a step emptied it. Gives the names
 * of the steps it took.
 */
export async function bringUpToDate(db: Database): Promise<string[]> {
  const steps = await migrate(db)
  await refill(db)
  return steps
}

/** Stores the runs of every measure anew where none is stored, as after a step that made their table anew. */
async function refill(db: Database): Promise<void> {
  if (await isFilled(db.read)) return
  await db.write(async (tx) => {
    await db.lockLedger(tx)
    if (await isFilled(tx)) return
    const ids = (await tx.selectFrom('measure').select('id').orderBy('id').execute()).map(({ id }) => id)
    await restore(tx, ids)
  })
}

async function isFilled(db: Db): Promise<boolean> {
  const run = await db.selectFrom('standing_run').select('measure_id').limit(1).executeTakeFirst()
  if (run) return true
  const reported = await db.selectFrom('report').select('id').limit(1).executeTakeFirst()
  const decided = await db.selectFrom('deadline').select('id').limit(1).executeTakeFirst()
  return !reported && !decided
}
