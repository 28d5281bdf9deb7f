import type { z } from '@hono/zod-openapi'
import type { Db } from '../db/database'
import { entryOf } from '../ledger/changes.queries'
import { entryJson } from '../ledger/entry'
import type { Instant } from '../lib/dates'
import { parseObject } from '../lib/json'
import type { changeSchema } from './ledger.schema'

interface Wanted {
  after: number
  limit: number
  knownAt: Instant | null
}

/**
 * Entries after one, in their order. A number is given under the ledger's lock and its transaction commits before the
 * next is given, so none below the last one seen can still appear.
 */
export async function changesAfter(db: Db, { after, limit, knownAt }: Wanted) {
  let query = entriesWithContent(db).where('e.n', '>', after).orderBy('e.n').limit(limit)
  if (knownAt !== null) query = query.where('e.recorded_at', '<=', knownAt)
  return (await query.execute()).map(changeJson)
}

/** One entry; undefined where the ledger has none of that number. */
export async function changeAt(db: Db, n: number, knownAt: Instant | null) {
  let query = entriesWithContent(db).where('e.n', '=', n)
  if (knownAt !== null) query = query.where('e.recorded_at', '<=', knownAt)
  const row = await query.executeTakeFirst()
  return row && changeJson(row)
}

const entriesWithContent = (db: Db) =>
  db
    .selectFrom('entry as e')
    .innerJoin('content as c', 'c.entry', 'e.n')
    .selectAll('e')
    .select(['c.body', 'c.salt', 'c.redacted_by'])

type Row = Awaited<ReturnType<ReturnType<typeof entriesWithContent>['executeTakeFirstOrThrow']>>

const changeJson = (row: Row): z.infer<typeof changeSchema> => ({
  entry: entryJson(entryOf(row)),
  content: row.body === null ? null : parseObject(row.body),
  salt: row.salt,
  ...(row.redacted_by === null ? {} : { redacted_by: row.redacted_by }),
})
