import { type Insertable, sql } from 'kysely'
import type { Db, Tx } from '../db/database'
import type { Tables } from '../db/tables'
import type { Deps } from '../deps'
import { type Instant } from '../lib/dates'
import { canonical, digestOf, freshSalt, toContentObject } from './content'
import { growTree } from './tree.store'
import { wordsOf } from './words'
import type { Actor, EntryKind, SubjectType } from './entry'

/** A change of the record, before it has its number. */
export interface Change {
  kind: EntryKind
  agreement: string | null
  measure: string | null
  subject: { type: SubjectType; id: string }
  actor: Actor
  /** What was said, in the dataset's words. */
  content: object
  /** Only an import that keeps older instants gives one. */
  recordedAt?: Instant
}

// In the order in which they refer to one another.
const APPENDED = [
  'content', 'party', 'party_revision', 'agreement', 'agreement_revision', 'agreement_party', 'measure',
  'measure_revision', 'measure_owed_by', 'measure_repeat', 'deadline', 'report', 'evidence', 'restricted_evidence', 'reply',
  'note', 'observation', 'aim', 'assessment', 'withdrawal', 'day_passed',
] as const // prettier-ignore
type Appended = (typeof APPENDED)[number]

/** The record, open for one transaction's changes. */
export interface Ledger {
  tx: Tx
  /** The instant of every entry of this transaction. */
  enteredAt: Instant
  /** Gives the change its number. */
  append: (change: Change) => number
  /** The rows that a change adds; written together by `flush`. */
  add: <T extends Exclude<Appended, 'content'>>(table: T, row: Insertable<Tables[T]>) => void
  /** Writes what was added so far, so that it can be read in this transaction. */
  flush: () => Promise<void>
}

interface Head {
  n: number
  enteredAt: Instant
}

const EMPTY: Head = { n: 0, enteredAt: '1000-01-01T00:00:00.000Z' }

/** The last entry's number and instant; 0 and the beginning of time for an empty record. */
export async function headOf(db: Db): Promise<Head> {
  const last = await lastEntry(db).executeTakeFirst()
  return last ? { n: last.n, enteredAt: last.entered_at } : EMPTY
}

const lastEntry = (db: Db) => db.selectFrom('entry').select(['n', 'entered_at']).orderBy('n', 'desc').limit(1)

/**
 * Runs the work in one transaction that alone may append to the ledger. Nothing is written when the work adds nothing.
 * Every entry's instant is the later of the clock and one millisecond past the previous transaction's; none lies before
 * the last day of which was told what it brought.
 */
export function inLedger<R>(deps: Deps, work: (ledger: Ledger) => Promise<R>): Promise<R> {
  return deps.db.write(async (tx) => {
    await deps.db.lockLedger(tx)
    const { n, enteredAt: before, dayBegun } = await endOf(tx)
    const next = new Date(Date.parse(before) + 1).toISOString()
    const ledger = openLedger(tx, n, latestOf([deps.clock(), next, dayBegun]))
    const result = await work(ledger)
    await ledger.flush()
    return result
  })
}

/** The head with the beginning of the last day of which was told what it brought, which is of no record that is empty. */
async function endOf(tx: Tx): Promise<Head & { dayBegun: Instant }> {
  const last = await lastEntry(tx)
    .select((e) =>
      e
        .selectFrom('day_ticked')
        .select(({ fn }) => fn.max('day').as('day'))
        .as('day'),
    )
    .executeTakeFirst()
  if (!last) return { ...EMPTY, dayBegun: '' }
  const { n, entered_at: enteredAt, day } = last
  // What entered later with an instant of the day before would have changed what that day brought.
  return { n, enteredAt, dayBegun: day === null ? '' : `${day}T00:00:00.000Z` }
}

const latestOf = (instants: readonly Instant[]): Instant =>
  instants.reduce((latest, instant) => (instant > latest ? instant : latest))

function openLedger(tx: Tx, head: number, enteredAt: Instant): Ledger {
  let n = head
  let waiting = new Map<Appended, object[]>()
  let entries: Tables['entry'][] = []
  let words = new Map<string, SearchRow>()
  const put = (table: Appended, row: object) => {
    const rows = waiting.get(table)
    if (rows) rows.push(row)
    else waiting.set(table, [row])
  }
  return {
    tx,
    enteredAt,
    append: (change) => {
      n += 1
      const content = toContentObject(change.content)
      const body = canonical(content)
      const salt = freshSalt()
      entries.push({
        n,
        entered_at: enteredAt,
        recorded_at: change.recordedAt ?? enteredAt,
        kind: change.kind,
        agreement: change.agreement,
        measure: change.measure,
        subject_type: change.subject.type,
        subject_id: change.subject.id,
        actor_id: change.actor.id,
        actor_capacity: change.actor.capacity,
        actor_party: change.actor.party,
        digest: digestOf(salt, body),
      })
      put('content', { entry: n, body, salt, redacted_by: null } satisfies Tables['content'])
      if (isFound(change)) {
        const { type, id } = change.subject
        const folded = [words.get(id)?.folded, wordsOf(content)].filter(Boolean).join(' ')
        words.set(id, { subject_id: id, subject_type: type, entry: words.get(id)?.entry ?? n, folded })
      }
      return n
    },
    add: put,
    flush: async () => {
      const [appended, rows] = [entries, waiting]
      entries = []
      waiting = new Map()
      await insertAll(tx, 'entry', appended)
      for (const table of APPENDED) await insertAll(tx, table, rows.get(table) ?? [])
      await growTree(tx, appended)
      const found = [...words.values()]
      words = new Map()
      await makeSearchable(tx, found)
    },
  }
}

/** A day that came adds no words to those by which its measure is found. */
const isFound = ({ kind, subject }: Change): boolean =>
  kind !== 'day_passed' && subject.type !== 'key' && subject.type !== 'entry'

type SearchRow = Tables['search']

/** Adds words to what a thing can be found by; the words of an older wording stay. */
async function makeSearchable(tx: Tx, rows: SearchRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK)
    await tx
      .insertInto('search')
      .values(rows.slice(from, from + CHUNK))
      .onConflict((conflict) =>
        conflict.column('subject_id').doUpdateSet((e) => ({
          folded: sql<string>`${e.ref('search.folded')} || ' ' || ${e.ref('excluded.folded')}`,
        })),
      )
      .execute()
}

const CHUNK = 1_000

async function insertAll(tx: Tx, table: Appended | 'entry', rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK)
    await tx
      .insertInto(table)
      .values(rows.slice(from, from + CHUNK))
      .execute()
}
