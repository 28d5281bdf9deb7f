import type { Database } from '../../db/database'
import { inSnapshot } from '../snapshot.store'
import { verifyDays } from './verify-days.queries'
import { verifyFiles } from './verify-files.queries'
import { type Report, verifyEntries } from './verify-entries'
import { verifyRules } from './verify-rules'
import { type Known, NOTHING_KNOWN } from './verify-tree'
import { verifySearch } from './verify-search.queries'
import { verifyStandings } from './verify-standings.queries'

const DERIVED = {
  files: verifyFiles,
  search: verifySearch,
  standings: verifyStandings,
  rules: verifyRules,
  days: verifyDays,
}

/** Recomputes everything derived, every digest and the tree of a database; a line for each fault. */
export const verifyDatabase = (
  database: Database,
  report: Report,
  known: Known = NOTHING_KNOWN,
): Promise<void> =>
  inSnapshot(database, async (db) => {
    let faults = 0
    const counting: Report = (line) => {
      faults += 1
      report(line)
    }
    await verifyEntries(db, counting, known)
    for (const [name, verify] of Object.entries(DERIVED))
      try {
        await verify(db, counting)
      } catch (error) {
        // From an entry or a content that is gone nothing can be derived; why was told above.
        if (faults === 0) throw error
        report(`${name}: cannot be recomputed before the faults above are mended`)
      }
  })
