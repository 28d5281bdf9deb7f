import type { Db } from '../db/database'
import type { Instant } from '../lib/dates'
import { fieldsOf, type JsonObject, parseObject } from '../lib/json'
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
  const rows = await wordedEntries(db, numbers)
    .leftJoin('withdrawal as w', (join) => {
      const withdrawn = join.onRef('w.subject_id', '=', 'e.subject_id')
      return knownAt === null ? withdrawn : withdrawn.on('w.recorded_at', '<=', knownAt)
    })
    .select(['e.recorded_at', 'e.entered_at', 'w.recorded_at as withdrawn_at', 'w.entry as withdrawn_by'])
    .execute()
  const withdrawals = await withdrawalsTold(
    db,
    rows.flatMap((row) => row.withdrawn_by ?? []),
  )
  return new Map(
    rows.map((row) => [
      row.n,
      {
        recordedAt: row.recorded_at,
        enteredAt: row.entered_at,
        actor: actorOf(row),
        content: contentOf(row),
        withdrawn: withdrawnOf(row, withdrawals),
      },
    ]),
  )
}

/** Entries with who made them and their words. */
const wordedEntries = (db: Db, numbers: readonly number[]) =>
  db
    .selectFrom('entry as e')
    .innerJoin('content as c', 'c.entry', 'e.n')
    // A redacted content lives on in what the redacting entry says remains.
    .leftJoin('content as r', 'r.entry', 'c.redacted_by')
    .where('e.n', 'in', numbers)
    .select(['e.n', 'e.actor_id', 'e.actor_capacity', 'e.actor_party', 'c.body', 'r.body as remains'])

type Withdrawing = Pick<Withdrawn, 'reason' | 'actor'>

/** Why some things were withdrawn, and by whom, by the entries that say so. */
async function withdrawalsTold(db: Db, numbers: readonly number[]): Promise<Map<number, Withdrawing>> {
  if (numbers.length === 0) return new Map()
  const rows = await wordedEntries(db, numbers).execute()
  return new Map(
    rows.map((row) => [row.n, { reason: fieldsOf(contentOf(row)).text('reason'), actor: actorOf(row) }]),
  )
}

const actorOf = (row: { actor_id: string; actor_capacity: Capacity; actor_party: string | null }): Actor => ({
  id: row.actor_id,
  capacity: row.actor_capacity,
  party: row.actor_party,
})

function withdrawnOf(
  { withdrawn_at: at, withdrawn_by: entry }: { withdrawn_at: Instant | null; withdrawn_by: number | null },
  withdrawals: ReadonlyMap<number, Withdrawing>,
): Withdrawn | null {
  if (at === null || entry === null) return null
  const withdrawing = withdrawals.get(entry)
  if (!withdrawing) throw new Error(`entry ${entry} is missing`)
  return { at, entry, ...withdrawing }
}

/** The words of an entry, or what remains of them after a redaction. */
export function contentOf(row: { body: string | null; remains: string | null }): JsonObject {
  if (row.body !== null) return parseObject(row.body)
  const remains = row.remains === null ? {} : parseObject(row.remains)['content']
  return typeof remains === 'object' && remains !== null && !Array.isArray(remains) ? remains : {}
}
