import type { Database } from '../../db/database'
import { inSnapshot } from '../snapshot.store'
import { type Report, verifyEntries } from './verify-entries'
import { verifyRules } from './verify-rules'
import { verifySearch } from './verify-search.queries'
import { verifyStandings } from './verify-standings.queries'

/** Recomputes everything derived and every digest of a database; a line for each fault. */
export const verifyDatabase = (database: Database, report: Report): Promise<void> =>
  inSnapshot(database, async (db) => {
    await verifyEntries(db, report)
    await verifySearch(db, report)
    await verifyStandings(db, report)
    await verifyRules(db, report)
  })
