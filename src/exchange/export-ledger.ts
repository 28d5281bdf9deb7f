import type { Database } from '../db/database'
import { canonical } from '../ledger/content'
import { entryJson } from '../ledger/entry'
import type { Sink } from './export-dataset'
import { type Leaf, leavesAfter } from './ledger.queries'
import { inSnapshot } from './snapshot.store'

const AT_ONCE = 2_000

/** Writes the ledger: one entry with its content and salt a line, in order. */
export const exportLedger = (database: Database, sink: Sink): Promise<void> =>
  inSnapshot(database, async (db) => {
    for (let last = 0; ;) {
      const leaves = await leavesAfter(db, last, AT_ONCE)
      if (leaves.length === 0) return
      await sink(leaves.map(lineOf).join(''))
      last = leaves.at(-1)?.entry.n ?? last
    }
  })

const lineOf = ({ entry, body, salt, redactedBy }: Leaf): string =>
  `{"entry":${canonical(entryJson(entry))},"content":${body ?? 'null'},"salt":${JSON.stringify(salt)}${
    redactedBy === null ? '' : `,"redacted_by":${redactedBy}`
  }}\n`
