import type { Insertable } from 'kysely'
import type { Db, Tx } from '../db/database'
import type { Tables } from '../db/tables'
import type { Ledger } from '../ledger/ledger.store'
import { DEFAULT_REVIEW_DAYS, type Measure } from '../measures/measure'
import { measuresAt } from '../measures/measure.store'
import { isSameRow, type RunRow, runRow } from './run.row'
import { computedRuns, measureFact, type Measured } from './standing.store'
import type { Run } from './standing.types'

/** Recomputes the stored standings of measures that a change touched, in that change's own transaction. */
export async function restand(ledger: Ledger, measureIds: readonly string[]): Promise<void> {
  await ledger.flush()
  await restore(ledger.tx, [...new Set(measureIds)])
}

/** The same where a report or a deadline was the change: the measure's wording stands. Gives its runs. */
export async function restandOn(ledger: Ledger, measure: Measure): Promise<Run[]> {
  await ledger.flush()
  const runs = await computedRuns(ledger.tx, [{ measure }], null)
  await replaceRuns(ledger.tx, [{ measure }], runs)
  return runs.get(measure.id) ?? []
}

/** Recomputes the stored standings of measures from the record. */
export async function restore(tx: Tx, measureIds: readonly string[]): Promise<void> {
  const histories = await measuresAt(tx, null, { ids: measureIds })
  await tx.deleteFrom('standing').where('measure_id', 'in', measureIds).execute()
  await insertStandings(tx, histories)
  await replaceRuns(tx, histories, await computedRuns(tx, histories, null))
}

async function insertStandings(tx: Tx, histories: readonly Measured[]): Promise<void> {
  const ids = histories.map(({ measure }) => measure.id)
  const agreements = await agreementIdsOf(tx, ids)
  const rows = histories.map(({ measure }) => ({
    measure_id: measure.id,
    agreement_id: agreements.get(measure.id) ?? '',
    obligation: measure.obligation,
    weight: measure.weight,
    review_interval_days: measure.reviewIntervalDays ?? DEFAULT_REVIEW_DAYS[measure.obligation],
  }))
  await insertChunked(tx, 'standing', rows)
}

/** Writes what differs: a report of today leaves all earlier runs as they are. */
async function replaceRuns(
  tx: Tx,
  placed: readonly Measured[],
  runs: ReadonlyMap<string, Run[]>,
): Promise<void> {
  const ids = placed.map(({ measure }) => measure.id)
  const stored = Map.groupBy(
    await tx
      .selectFrom('standing_run')
      .where('measure_id', 'in', ids)
      .selectAll()
      .orderBy('measure_id')
      .orderBy('from_on')
      .execute(),
    (row) => row.measure_id,
  )
  const missing: RunRow[] = []
  for (const { measure } of placed) {
    const fact = measureFact(measure)
    const rows = (runs.get(measure.id) ?? []).map((run) => runRow(measure.id, run, fact))
    const kept = stored.get(measure.id) ?? []
    const differs = kept.findIndex((row, i) => !isSameRow(row, rows[i]))
    const from = differs < 0 ? kept.length : differs
    const wrong = kept[from]
    if (wrong) await forgetRuns(tx, wrong)
    missing.push(...rows.slice(from))
  }
  await insertChunked(tx, 'standing_run', missing)
}

/** Takes away a measure's runs from one on. */
async function forgetRuns(tx: Tx, { measure_id, from_on }: RunRow): Promise<void> {
  await tx
    .deleteFrom('standing_run')
    .where('measure_id', '=', measure_id)
    .where('from_on', '>=', from_on)
    .execute()
}

async function insertChunked<T extends 'standing' | 'standing_run'>(
  tx: Tx,
  table: T,
  rows: Insertable<Tables[T]>[],
) {
  const CHUNK = 1_000
  for (let from = 0; from < rows.length; from += CHUNK)
    await tx
      .insertInto(table)
      .values(rows.slice(from, from + CHUNK))
      .execute()
}

async function agreementIdsOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('measure')
    .where('id', 'in', [...ids])
    .select(['id', 'agreement_id'])
    .execute()
  return new Map(rows.map((row) => [row.id, row.agreement_id]))
}
