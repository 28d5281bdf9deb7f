import type { Db } from '../db/database'
import { entryOf } from '../ledger/changes.queries'
import type { Entry } from '../ledger/entry'

/** An entry as it stands in the database: with its content as canonical text, and its salt; both null once redacted. */
export interface Leaf {
  entry: Entry
  body: string | null
  salt: string | null
  redactedBy: number | null
  /** What the tree holds for it, null where it lacks it; undefined where no tree is stored beside it. */
  hashes?: string | null
}

/** The entries after a number, in order. */
export async function leavesAfter(db: Db, last: number, limit: number): Promise<Leaf[]> {
  const rows = await db
    .selectFrom('entry as e')
    .leftJoin('content as c', 'c.entry', 'e.n')
    .leftJoin('tree as t', 't.entry', 'e.n')
    .selectAll('e')
    .select(['c.body', 'c.salt', 'c.redacted_by', 't.hashes'])
    .where('e.n', '>', last)
    .orderBy('e.n')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    entry: entryOf(row),
    body: row.body,
    salt: row.salt,
    redactedBy: row.redacted_by,
    hashes: row.hashes,
  }))
}
