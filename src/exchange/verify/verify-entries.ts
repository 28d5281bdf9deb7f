import type { Db } from '../../db/database'
import { canonical, digestOf } from '../../ledger/content'
import type { Entry } from '../../ledger/entry'
import type { Change, Ledger } from '../../ledger/ledger.store'
import { fieldsOf, type JsonObject, parseObject } from '../../lib/json'
import { type Leaf, leavesAfter } from '../ledger.queries'
import { type Beside, type Known, openTreeCheck } from './verify-tree'
import { openRedactionCheck } from './verify-redactions'
import {
  idsOf,
  keyRows,
  leavesInTreeAfter,
  remainsOf,
  type Row,
  rowsOf,
  rowsWithoutEntry,
  strayContents,
} from './rows.queries'
import { type Ids, replay } from './replay'

const AT_ONCE = 1_000

/** Takes one line for each fault. */
export type Report = (line: string) => void

/** The chain of entries: their numbers, instants and digests, the tree over them, and the rows that each of them made. */
export async function verifyEntries(db: Db, report: Report, known: Known): Promise<void> {
  const ids = await idsOf(db)
  const tree = openTreeCheck(known, report)
  const redactions = openRedactionCheck(report)
  let last: Entry | undefined
  for (;;) {
    const after = last?.n ?? 0
    const leaves = await leavesAfter(db, after, AT_ONCE)
    const end = leaves.at(-1)?.entry.n
    if (end === undefined) break
    const remains = await remainsOf(db, leaves)
    const rows = await rowsOf(db, after, end)
    for (const leaf of leaves) {
      const said = leaf.body === null ? undefined : readBody(leaf.body)
      verifyLeaf(leaf, last, report)
      verifyRows(leaf, remains, rows, ids, report)
      tree.take(leaf, said)
      redactions.take(leaf, said)
      last = leaf.entry
    }
  }
  for (const table of await rowsWithoutEntry(db, last?.n ?? 0))
    report(`${table}: has rows of entries that are not there`)
  for (const n of await strayContents(db)) report(`entry ${n}: is missing, its content is there`)
  if (await leavesInTreeAfter(db, last?.n ?? 0)) report('tree: has leaves of entries that are not there')
  redactions.end()
  tree.end(await besideIn(db))
}

/** The keys that are kept beside the entries. */
async function besideIn(db: Db): Promise<Beside> {
  const keys = await keyRows(db)
  return {
    firstKey: keys[0]?.public_key,
    lastKey: keys.at(-1)?.public_key,
    handovers: new Map(keys.flatMap(({ since, handover }) => (handover === null ? [] : [[since, handover]]))),
    checkpoint: null,
  }
}

/** One entry by itself and after the one before it. */
export function verifyLeaf(
  { entry, body, salt, redactedBy }: Leaf,
  before: Entry | undefined,
  report: Report,
): void {
  const where = `entry ${entry.n}`
  const expected = (before?.n ?? 0) + 1
  if (entry.n !== expected) report(`${where}: entry ${expected} is missing`)
  if (before && entry.enteredAt < before.enteredAt) report(`${where}: entered before entry ${before.n}`)
  if (entry.recordedAt > entry.enteredAt) report(`${where}: recorded after it was entered`)
  if (redactedBy !== null && body === null && salt === null) return
  if (body === null || salt === null) report(`${where}: its content is missing`)
  else if (digestOf(salt, body) !== entry.digest)
    report(`${where}: its digest does not fit its content, so one of them was changed`)
}

function verifyRows(
  { entry, body }: Leaf,
  remains: ReadonlyMap<number, JsonObject>,
  rows: ReadonlyMap<number, Row[]>,
  ids: Ids,
  report: Report,
): void {
  const content = body === null ? remains.get(entry.n) : readBody(body)
  if (!content) return body === null ? undefined : report(`entry ${entry.n}: its content is no JSON object`)
  const made: Row[] = []
  const told: Change[] = []
  replay(listening(made, told, entry), entry, content, ids)
  for (const change of told) verifyChange(entry, content, change, report)
  compareRows(`entry ${entry.n}`, made, rows.get(entry.n) ?? [], report)
}

function readBody(body: string): JsonObject | undefined {
  try {
    return parseObject(body)
  } catch {
    return undefined
  }
}

/** A ledger that writes nothing and remembers what it was told. */
const listening = (made: Row[], told: Change[], { n, enteredAt }: Entry): Ledger => ({
  get tx(): never {
    throw new Error('nothing is written while verifying')
  },
  enteredAt,
  append: (change) => {
    told.push(change)
    return n
  },
  add: (table, row) => {
    made.push({ table, columns: new Map(Object.entries(row)) })
  },
  flush: async () => {},
})

function verifyChange(entry: Entry, content: JsonObject, change: Change, report: Report): void {
  const where = `entry ${entry.n}`
  if (change.kind !== entry.kind)
    report(`${where}: is filed as ${entry.kind}, its content makes it ${change.kind}`)
  for (const key of ['agreement', 'measure'] as const)
    if (change[key] !== entry[key])
      report(
        `${where}: is filed under ${key} ${entry[key] ?? '(none)'}, its content says ${change[key] ?? '(none)'}`,
      )
  const id = fieldsOf(content).text('id')
  if (change.subject.type !== entry.subject.type || id !== entry.subject.id)
    report(`${where}: its subject is not what its content is about`)
}

/** Rows as they are beside rows as they should be, column by column. */
export function compareRows(where: string, made: readonly Row[], kept: readonly Row[], report: Report): void {
  const tables = new Set([...made, ...kept].map((row) => row.table))
  for (const table of tables) {
    const should = sorted(made.filter((row) => row.table === table))
    const are = sorted(kept.filter((row) => row.table === table))
    if (should.length !== are.length)
      report(`${where}: table ${table} holds ${are.length} rows of it instead of ${should.length}`)
    else should.forEach((row, index) => compareColumns(where, row, are[index]?.columns ?? new Map(), report))
  }
}

const sorted = (rows: readonly Row[]): Row[] => [...rows].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1))
const textOf = ({ columns }: Row): string => canonical(Object.fromEntries(columns))

function compareColumns(where: string, row: Row, kept: ReadonlyMap<string, unknown>, report: Report): void {
  for (const column of new Set([...row.columns.keys(), ...kept.keys()])) {
    const should = row.columns.get(column) ?? null
    const is = kept.get(column) ?? null
    if (should !== is)
      report(
        `${where}: ${row.table}.${column} is ${JSON.stringify(is)} and should be ${JSON.stringify(should)}`,
      )
  }
}
