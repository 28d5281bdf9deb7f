import type { Db, Tx } from '../db/database'
import type { Ledger } from '../ledger/ledger.store'
import type { Day, Instant } from '../lib/dates'
import type { Measure } from '../measures/measure'
import { type MeasureHistory, measuresAt } from '../measures/measure.store'
import { factsFrom, factsOf } from './facts.store'
import { knownRuns, overlaid } from './known-runs.row'
import { byLateness, liveIn, namedIn } from './positions'
import { COLUMNS, type RunRow, runOf, runRow, STILL_KNOWN } from './run.row'
import { runsFrom, standingDecisions } from './standing'
import { measureFact, wordedOf } from './standing.store'
import type { Run } from './standing.types'

/**
 * What measures' standings have been, thought over from the record, in the transaction that changed it; whatever it changed,
 * and whenever that was recorded.
 */
export async function restand(ledger: Ledger, measureIds: readonly string[]): Promise<void> {
  await ledger.flush()
  await restore(ledger.tx, [...new Set(measureIds)])
}

/**
 * The same where all that was changed is recorded now and moves nothing before a day: a report or decision of that day. Gives
 * the runs from that day on and the one before them.
 */
export async function restandFrom(ledger: Ledger, measure: Measure, day: Day): Promise<Run[]> {
  await ledger.flush()
  const { tx, enteredAt } = ledger
  const stored = await knownFrom(tx, measure.id, day)
  const first = stored.findIndex((row) => row.from_on >= day)
  const before = stored.slice(0, first < 0 ? stored.length : first)
  const last = before.map(runOf).at(-1)
  const facts = await factsFrom(tx, measure.id, day, last ? namedIn(last) : [])
  const reportOf = new Map(facts.reports.map((report) => [report.id, report]))
  const fact = measureFact(measure)
  const runs = runsFrom(day, fact, {
    before: last ? { run: last, live: liveIn(last, (id) => reportOf.get(id)) } : null,
    reports: facts.reports.filter(({ asOf }) => asOf >= day).sort(byLateness),
    decisions: standingDecisions(facts.deadlines, null),
  })
  const rows = runs.map((run) => runRow(measure.id, run, fact, enteredAt))
  const { kept, retired } = overlaid(stored.slice(before.length), rows)
  await retire(tx, retired, enteredAt)
  await insertChunked(
    tx,
    rows.filter((row) => !kept.has(row)),
  )
  return last ? [last, ...runs] : runs
}

/** The stored runs that are known now from a day on, and the last one before, oldest first. */
const knownFrom = (tx: Tx, measureId: string, day: Day): Promise<RunRow[]> =>
  tx
    .selectFrom('standing_run as r')
    .where('r.measure_id', '=', measureId)
    .where('r.known_to', '=', STILL_KNOWN)
    .where('r.from_on', '>=', (e) =>
      e.fn.coalesce(
        e
          .selectFrom('standing_run as x')
          .where('x.measure_id', '=', measureId)
          .where('x.from_on', '<', day)
          .where('x.known_to', '=', STILL_KNOWN)
          .select((max) => max.fn.max('x.from_on').as('from_on')),
        e.val(day),
      ),
    )
    .selectAll()
    .orderBy('r.from_on')
    .execute()

/** Ends runs at an instant. What was known for no time at all was never known. */
async function retire(tx: Tx, rows: readonly RunRow[], at: Instant): Promise<void> {
  const [row] = rows
  if (!row) return
  const these = rows.map(({ from_on }) => from_on)
  await tx
    .deleteFrom('standing_run')
    .where('measure_id', '=', row.measure_id)
    .where('from_on', 'in', these)
    .where('known_from', '=', at)
    .execute()
  await tx
    .updateTable('standing_run')
    .set({ known_to: at })
    .where('measure_id', '=', row.measure_id)
    .where('from_on', 'in', these)
    .where('known_to', '=', STILL_KNOWN)
    .execute()
}

/** A measure may have thousands of reports and of runs, and those of so many are held at once. */
const AT_ONCE = 50

/** Stores anew what the standings of measures have been. */
export async function restore(tx: Tx, measureIds: readonly string[]): Promise<void> {
  for (let from = 0; from < measureIds.length; from += AT_ONCE)
    await restoreSome(tx, measureIds.slice(from, from + AT_ONCE))
}

async function restoreSome(tx: Tx, measureIds: readonly string[]): Promise<void> {
  const histories = await measuresAt(tx, null, { ids: measureIds })
  const known = await everKnown(tx, histories)
  const stored = Map.groupBy(
    await tx.selectFrom('standing_run').where('measure_id', 'in', measureIds).selectAll().execute(),
    (row) => row.measure_id,
  )
  const missing: RunRow[] = []
  for (const [id, rows] of known) {
    const kept = new Set((stored.get(id) ?? []).map(textOf))
    const right = new Set(rows.map(textOf))
    for (const row of stored.get(id) ?? []) if (!right.has(textOf(row))) await forget(tx, row)
    missing.push(...rows.filter((row) => !kept.has(textOf(row))))
  }
  await insertChunked(tx, missing)
}

const textOf = (row: RunRow): string => JSON.stringify(COLUMNS.map((column) => row[column]))

async function forget(tx: Tx, { measure_id, from_on, known_from }: RunRow): Promise<void> {
  await tx
    .deleteFrom('standing_run')
    .where('measure_id', '=', measure_id)
    .where('from_on', '=', from_on)
    .where('known_from', '=', known_from)
    .execute()
}

/** Every run of measures with the instants between which it was known, by the rule itself, whatever is stored. */
export async function everKnown(
  db: Db,
  histories: readonly MeasureHistory[],
): Promise<Map<string, RunRow[]>> {
  if (histories.length === 0) return new Map()
  const facts = await factsOf(
    db,
    histories.map(({ measure }) => measure.id),
    null,
  )
  return new Map(
    histories.map((history) => {
      const { id } = history.measure
      const { reports, deadlines } = facts.get(id) ?? { reports: [], deadlines: [] }
      return [id, knownRuns({ id, wordings: wordedOf(history), reports, deadlines })]
    }),
  )
}

async function insertChunked(tx: Tx, rows: RunRow[]): Promise<void> {
  const CHUNK = 1_000
  for (let from = 0; from < rows.length; from += CHUNK)
    await tx
      .insertInto('standing_run')
      .values(rows.slice(from, from + CHUNK))
      .execute()
}
