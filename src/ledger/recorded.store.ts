import type { Db } from '../db/database'
import type { Instant } from '../lib/dates'
import { fieldsOf, type JsonObject, parseObject } from '../lib/json'
import type { Capacity, Recorded, Withdrawn } from './entry'

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
  const entries = await entriesTold(
    db,
    rows.map((row) => row.entry),
    knownAt,
  )
  return rows.map((row) => {
    const entry = entries.get(row.entry)
    if (!entry) throw new Error(`entry ${row.entry} is missing`)
    return { ...row, ...entry }
  })
}

async function entriesTold(
  db: Db,
  numbers: readonly number[],
  knownAt: Instant | null,
): Promise<Map<number, Omit<Told, keyof Row>>> {
  const rows = await db
    .selectFrom('entry as e')
    .innerJoin('content as c', 'c.entry', 'e.n')
    // A redacted content lives on in what the redacting entry says remains.
    .leftJoin('content as r', 'r.entry', 'c.redacted_by')
    .leftJoin('withdrawal as w', (join) => {
      const withdrawn = join.onRef('w.subject_id', '=', 'e.subject_id')
      return knownAt === null ? withdrawn : withdrawn.on('w.recorded_at', '<=', knownAt)
    })
    .leftJoin('entry as we', 'we.n', 'w.entry')
    .leftJoin('content as wc', 'wc.entry', 'w.entry')
    .leftJoin('content as wr', 'wr.entry', 'wc.redacted_by')
    .where('e.n', 'in', numbers)
    .select(['e.n', 'e.recorded_at', 'e.entered_at', 'e.actor_id', 'e.actor_capacity', 'e.actor_party'])
    .select(['c.body', 'r.body as remains', 'w.recorded_at as withdrawn_at', 'w.entry as withdrawn_by'])
    .select(['we.actor_id as by_id', 'we.actor_capacity as by_capacity', 'we.actor_party as by_party'])
    .select(['wc.body as why', 'wr.body as why_remains'])
    .execute()
  return new Map(
    rows.map((row) => [
      row.n,
      {
        recordedAt: row.recorded_at,
        enteredAt: row.entered_at,
        actor: { id: row.actor_id, capacity: row.actor_capacity, party: row.actor_party },
        content: contentOf(row),
        withdrawn: withdrawnOf(row),
      },
    ]),
  )
}

interface WithdrawalRow {
  withdrawn_at: Instant | null
  withdrawn_by: number | null
  by_id: string | null
  by_capacity: Capacity | null
  by_party: string | null
  why: string | null
  why_remains: string | null
}

function withdrawnOf(row: WithdrawalRow): Withdrawn | null {
  if (row.withdrawn_at === null || row.withdrawn_by === null) return null
  if (row.by_id === null || row.by_capacity === null) throw new Error(`entry ${row.withdrawn_by} is missing`)
  return {
    at: row.withdrawn_at,
    reason: fieldsOf(contentOf({ body: row.why, remains: row.why_remains })).text('reason'),
    entry: row.withdrawn_by,
    actor: { id: row.by_id, capacity: row.by_capacity, party: row.by_party },
  }
}

/** The words of an entry, or what remains of them after a redaction. */
export function contentOf(row: { body: string | null; remains: string | null }): JsonObject {
  if (row.body !== null) return parseObject(row.body)
  const remains = row.remains === null ? {} : parseObject(row.remains)['content']
  return typeof remains === 'object' && remains !== null && !Array.isArray(remains) ? remains : {}
}
