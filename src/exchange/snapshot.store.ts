import type { Database, Db } from '../db/database'

/** Reads as if time stood still, however long it takes and whatever others write meanwhile. */
export const inSnapshot = <T>(database: Database, work: (db: Db) => Promise<T>): Promise<T> =>
  database.read.transaction().setIsolationLevel('repeatable read').execute(work)
