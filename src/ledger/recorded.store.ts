import type { Db } from '../db/database'
import type { Instant } from '../lib/dates'
import { type JsonObject, parseObject } from '../lib/json'
import type { Actor, Capacity, Recorded, Withdrawn } from './entry'

/** A thing of the record with the words it entered with. */
export interface Told extends Recorded {
  content: JsonObject
}

interface Row {
  id: string
  entry: number
}

/** The entry, words and withdrawal of each row, in the rows' order; a withdrawal after `knownAt` is not yet known. */
export async function told<R extends Row>(
  db: Db,
  rows: readonly R[],
  knownAt: Instant | null,
): Promise<(R & Told)[]> {
  if (rows.length === 0) return []
  const withdrawals = await withdrawalsOf(
    db,
    rows.map((row) => row.id),
    knownAt,
  )
  const entries = await entriesWithContent(
    db,
    rows.map((row) => row.entry),
  )
  return rows.map((row) => {
    const entry = entries.get(row.entry)
    if (!entry) throw new Error(`entry ${row.entry} is missing`)
    return { ...row, ...entry, withdrawn: withdrawals.get(row.id) ?? null }
  })
}

interface EntryWithContent {
  recordedAt: Instant
  enteredAt: Instant
  actor: Actor
  content: JsonObject
}

// SQLite takes at most 32,766 values in one statement.
const CHUNK = 10_000
const chunks = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, i) => items.slice(i * CHUNK, (i + 1) * CHUNK))

async function entriesWithContent(
  db: Db,
  numbers: readonly number[],
): Promise<Map<number, EntryWithContent>> {
  const found = new Map<number, EntryWithContent>()
  for (const some of chunks(numbers)) {
    const rows = await db
      .selectFrom('entry as e')
      .innerJoin('content as c', 'c.entry', 'e.n')
      // A redacted content lives on in what the redacting entry says remains.
      .leftJoin('content as r', 'r.entry', 'c.redacted_by')
      .where('e.n', 'in', some)
      .select(['e.n', 'e.recorded_at', 'e.entered_at', 'e.actor_id', 'e.actor_capacity', 'e.actor_party'])
      .select(['c.body', 'r.body as remains'])
      .execute()
    for (const row of rows)
      found.set(row.n, {
        recordedAt: row.recorded_at,
        enteredAt: row.entered_at,
        actor: actorOf(row),
        content: contentOf(row),
      })
  }
  return found
}

const actorOf = (row: { actor_id: string; actor_capacity: Capacity; actor_party: string | null }): Actor => ({
  id: row.actor_id,
  capacity: row.actor_capacity,
  party: row.actor_party,
})

/** The words of an entry, or what remains of them after a redaction. */
export function contentOf(row: { body: string | null; remains: string | null }): JsonObject {
  if (row.body !== null) return parseObject(row.body)
  const remains = row.remains === null ? {} : parseObject(row.remains)['content']
  return typeof remains === 'object' && remains !== null && !Array.isArray(remains) ? remains : {}
}

/** The withdrawals of some things, known at an instant. */
export async function withdrawalsOf(
  db: Db,
  ids: readonly string[],
  knownAt: Instant | null,
): Promise<Map<string, Withdrawn>> {
  const found = new Map<string, Withdrawn>()
  for (const some of chunks(ids)) {
    let query = db
      .selectFrom('withdrawal as w')
      .innerJoin('entry as e', 'e.n', 'w.entry')
      .innerJoin('content as c', 'c.entry', 'e.n')
      .leftJoin('content as r', 'r.entry', 'c.redacted_by')
      .where('w.subject_id', 'in', some)
      .select(['w.subject_id', 'w.recorded_at', 'e.n', 'e.actor_id', 'e.actor_capacity', 'e.actor_party'])
      .select(['c.body', 'r.body as remains'])
    if (knownAt !== null) query = query.where('w.recorded_at', '<=', knownAt)
    for (const row of await query.execute()) {
      const reason = contentOf(row)['reason']
      found.set(row.subject_id, {
        at: row.recorded_at,
        reason: typeof reason === 'string' ? reason : null,
        entry: row.n,
        actor: actorOf(row),
      })
    }
  }
  return found
}
