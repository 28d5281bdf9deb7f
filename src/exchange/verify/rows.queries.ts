import type { Db } from '../../db/database'
import type { JsonObject } from '../../lib/json'
import { fieldsOf, parseObject } from '../../lib/json'
import type { Leaf } from '../ledger.queries'
import type { Ids } from './replay'

/** A row of the record, whatever its table. */
export interface Row {
  table: string
  columns: ReadonlyMap<string, unknown>
}

const TABLES = [
  'party', 'party_revision', 'agreement', 'agreement_revision', 'agreement_party', 'measure', 'measure_revision',
  'measure_owed_by', 'measure_repeat', 'deadline', 'report', 'evidence', 'reply', 'note', 'observation', 'aim', 'assessment',
  'withdrawal', 'day_passed',
] as const // prettier-ignore

/** The rows that the entries after one number and up to another made, by entry. */
export async function rowsOf(db: Db, after: number, end: number): Promise<Map<number, Row[]>> {
  const found = new Map<number, Row[]>()
  for (const table of TABLES) {
    const rows = await db
      .selectFrom(table)
      .where('entry', '>', after)
      .where('entry', '<=', end)
      .selectAll()
      .execute()
    for (const row of rows) {
      const kept = { table, columns: new Map<string, unknown>(Object.entries(row)) }
      const list = found.get(row.entry)
      if (list) list.push(kept)
      else found.set(row.entry, [kept])
    }
  }
  return found
}

/** The tables with rows of entries after the last one. */
export async function rowsWithoutEntry(db: Db, last: number): Promise<string[]> {
  const tables: string[] = []
  for (const table of TABLES) {
    const row = await db
      .selectFrom(table)
      .where('entry', '>', last)
      .select('entry')
      .limit(1)
      .executeTakeFirst()
    if (row) tables.push(table)
  }
  return tables
}

/** The numbers of contents whose entry is missing. */
export async function strayContents(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('content as c')
    .leftJoin('entry as e', 'e.n', 'c.entry')
    .where('e.n', 'is', null)
    .select('c.entry')
    .limit(1_000)
    .execute()
  return rows.map((row) => row.entry)
}

/** Whether the tree holds leaves of entries after the last one. */
export async function leavesInTreeAfter(db: Db, last: number): Promise<boolean> {
  const row = await db
    .selectFrom('tree')
    .where('entry', '>', last)
    .select('entry')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The ledger's keys as they are kept, in their order. */
export const keyRows = (db: Db) => db.selectFrom('signing_key').selectAll().orderBy('since').execute()

/** What remains of redacted contents, by entry. */
export async function remainsOf(db: Db, leaves: readonly Leaf[]): Promise<Map<number, JsonObject>> {
  const redacting = leaves.flatMap(({ redactedBy }) => redactedBy ?? [])
  const remains = new Map<number, JsonObject>()
  if (redacting.length === 0) return remains
  const rows = await db
    .selectFrom('content')
    .where('entry', 'in', redacting)
    .select(['entry', 'body'])
    .execute()
  const bodies = new Map(rows.map((row) => [row.entry, row.body]))
  for (const { entry, redactedBy } of leaves) {
    const body = redactedBy === null ? null : bodies.get(redactedBy)
    const rest = body ? fieldsOf(parseObject(body)).object('content') : null
    if (rest) remains.set(entry.n, rest)
  }
  return remains
}

/** The ids behind every address of the record. */
export async function idsOf(db: Db): Promise<Ids> {
  const agreements = await db.selectFrom('agreement').select(['id', 'slug']).execute()
  const slugOf = new Map(agreements.map((row) => [row.id, row.slug]))
  const measures = await db.selectFrom('measure').select(['id', 'agreement_id', 'code']).execute()
  const aims = await db.selectFrom('aim').select(['id', 'agreement_id', 'code']).execute()
  const placed = (rows: { id: string; agreement_id: string; code: string }[]) =>
    new Map(rows.map((row) => [`${slugOf.get(row.agreement_id)}/${row.code}`, row.id]))
  return {
    agreements: new Map(agreements.map((row) => [row.slug, row.id])),
    measures: placed(measures),
    aims: placed(aims),
  }
}
