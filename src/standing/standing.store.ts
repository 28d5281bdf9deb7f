import { type ExpressionBuilder, sql } from 'kysely'
import type { Db } from '../db/database'
import type { Tables } from '../db/tables'
import type { Instant } from '../lib/dates'
import type { MeasureWording } from '../measures/measure'
import type { MeasureHistory } from '../measures/measure.store'
import type { Asked, MeasureFact } from './facts'
import { factsOf } from './facts.store'
import { BARE_COLUMNS, bareRunOf, type RunRow, runOf } from './run.row'
import { runsOf, standingAt } from './standing'
import type { BareRun, Run, Standing } from './standing.types'

export type Measured = Pick<MeasureHistory, 'measure'>

/** What the rule needs of a measure's wording. */
export const measureFact = (wording: MeasureWording): MeasureFact => ({
  owedBy: wording.owedBy,
  obligation: wording.obligation,
  reviewIntervalDays: wording.reviewIntervalDays,
})

/** The runs of measures at an instant by the rule itself, whatever is stored. */
export async function computedRuns(
  db: Db,
  histories: readonly Measured[],
  knownAt: Instant | null,
): Promise<Map<string, Run[]>> {
  if (histories.length === 0) return new Map()
  const facts = await factsOf(
    db,
    histories.map(({ measure }) => measure.id),
    knownAt,
  )
  return new Map(
    histories.map(({ measure }) => {
      const { reports, deadlines } = facts.get(measure.id) ?? { reports: [], deadlines: [] }
      return [measure.id, runsOf(measureFact(measure), reports, deadlines, knownAt)]
    }),
  )
}

/** The stored runs of measures at today's knowledge, oldest first. */
export async function storedRuns(db: Db, measureIds: readonly string[]): Promise<Map<string, Run[]>> {
  const runs = new Map<string, Run[]>(measureIds.map((id) => [id, []]))
  if (measureIds.length === 0) return runs
  const rows = await db
    .selectFrom('standing_run')
    .where('measure_id', 'in', [...measureIds])
    .selectAll()
    .orderBy('measure_id')
    .orderBy('from_on')
    .execute()
  for (const row of rows) runs.get(row.measure_id)?.push(runOf(row))
  return runs
}

/**
 * The runs of measures as known at an instant, without who said what: the stored ones of those about which nothing has
 * entered since, the rule replayed for the others.
 */
export const bareRunsAt = (
  db: Db,
  histories: readonly Measured[],
  knownAt: Instant | null,
): Promise<Map<string, BareRun[]>> =>
  knownOf<BareRun[]>(db, histories, knownAt, {
    stored: (ids) => storedBareRuns(db, ids),
    computed: (moved) => computedRuns(db, moved, knownAt),
  })

/** The stored runs of measures at today's knowledge, without who said what. */
export async function storedBareRuns(db: Db, measureIds: readonly string[]): Promise<Map<string, BareRun[]>> {
  const runs = new Map<string, BareRun[]>(measureIds.map((id) => [id, []]))
  if (measureIds.length === 0) return runs
  const rows = await db
    .selectFrom('standing_run')
    .where('measure_id', 'in', [...measureIds])
    .select(BARE_COLUMNS)
    .orderBy('measure_id')
    .orderBy('from_on')
    .execute()
  for (const row of rows) runs.get(row.measure_id)?.push(bareRunOf(row))
  return runs
}

/** Where measures stand on a day, as known at an instant. Today's knowledge is one indexed read for each measure. */
export async function standingsAt(
  db: Db,
  histories: readonly Measured[],
  { asOf, knownAt }: Asked,
): Promise<Map<string, Standing>> {
  const runs = await knownRuns(db, histories, knownAt, (ids) => latestRuns(db, ids, asOf))
  return new Map(
    histories.map(({ measure }) => [
      measure.id,
      standingAt(runs.get(measure.id) ?? [], measureFact(measure), asOf),
    ]),
  )
}

const knownRuns = (
  db: Db,
  histories: readonly Measured[],
  knownAt: Instant | null,
  stored: (ids: readonly string[]) => Promise<Map<string, Run[]>>,
) => knownOf(db, histories, knownAt, { stored, computed: (moved) => computedRuns(db, moved, knownAt) })

/** What is said of measures as known at an instant: as stored where nothing has entered since, computed for the others. */
export async function knownOf<T>(
  db: Db,
  histories: readonly Measured[],
  knownAt: Instant | null,
  read: {
    stored: (ids: readonly string[]) => Promise<Map<string, T>>
    computed: (moved: readonly Measured[]) => Promise<Map<string, T>>
  },
): Promise<Map<string, T>> {
  const before = await splitBy(db, histories, knownAt)
  const known = await read.stored(before.settled.map(({ measure }) => measure.id))
  // What entered while they were read may be in them, and was not known then.
  const after = await splitBy(db, before.settled, knownAt)
  return new Map([...known, ...(await read.computed([...before.moved, ...after.moved]))])
}

interface Split {
  /** Their stored runs are also those of the instant. */
  settled: readonly Measured[]
  moved: readonly Measured[]
}

async function splitBy(db: Db, histories: readonly Measured[], knownAt: Instant | null): Promise<Split> {
  if (knownAt === null || histories.length === 0) return { settled: histories, moved: [] }
  const last = await lastEntered(
    db,
    histories.map(({ measure }) => measure.id),
  )
  const isSettled = ({ measure }: Measured) => {
    const at = last.get(measure.id)
    return at !== undefined && at <= knownAt
  }
  return { settled: histories.filter(isSettled), moved: histories.filter((each) => !isSettled(each)) }
}

/**
 * When something last entered about measures; left out where the view does not show what entered last. No entry was
 * recorded later than it entered, nor enters before another.
 */
async function lastEntered(db: Db, ids: readonly string[]): Promise<Map<string, Instant>> {
  const rows = await db
    .selectFrom('measure as m')
    .innerJoin('agreement as a', 'a.id', 'm.agreement_id')
    .where('m.id', 'in', [...ids])
    .select((e) => [
      'm.id',
      entriesOf(e).select('n.n').as('seen'),
      entriesOf(e).select('n.entered_at').as('at'),
    ])
    // As text, so that a view narrowed to the entries up to one does not narrow it.
    .select(
      sql<number | null>`(select n.n from entry as n where n.agreement = a.slug and n.measure = m.code
        and n.kind <> 'day_passed' order by n.n desc limit 1)`.as('last'),
    )
    .execute()
  return new Map(rows.flatMap(({ id, at, seen, last }) => (at !== null && seen === last ? [[id, at]] : [])))
}

/** The last entry about a measure. A day that passed says what the standing was, and changes nothing of it. */
const entriesOf = (
  e: ExpressionBuilder<Tables & { m: Tables['measure']; a: Tables['agreement'] }, 'm' | 'a'>,
) =>
  e
    .selectFrom('entry as n')
    .whereRef('n.agreement', '=', 'a.slug')
    .whereRef('n.measure', '=', 'm.code')
    .where('n.kind', '<>', 'day_passed')
    .orderBy('n.n', 'desc')
    .limit(1)

async function latestRuns(db: Db, ids: readonly string[], asOf: string): Promise<Map<string, Run[]>> {
  if (ids.length === 0) return new Map()
  const rows: RunRow[] = await db
    .selectFrom('standing_run as r')
    .where('r.measure_id', 'in', [...ids])
    .where('r.from_on', '=', (e) =>
      e
        .selectFrom('standing_run as x')
        .whereRef('x.measure_id', '=', 'r.measure_id')
        .where('x.from_on', '<=', asOf)
        .select((max) => max.fn.max('x.from_on').as('from_on')),
    )
    .selectAll('r')
    .execute()
  return new Map(rows.map((row) => [row.measure_id, [runOf(row)]]))
}
