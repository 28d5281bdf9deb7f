import type { Db } from '../../db/database'
import { DEFAULT_REVIEW_DAYS } from '../../measures/measure'
import { type MeasureHistory, measuresAt } from '../../measures/measure.store'
import { runRow } from '../../standing/run.row'
import { computedRuns, measureFact } from '../../standing/standing.store'
import type { Row } from './rows.queries'
import { compareRows, type Report } from './verify-entries'

const AT_ONCE = 500

/** The stored standings are those that the rule gives from the record. */
export async function verifyStandings(db: Db, report: Report): Promise<void> {
  const measures = await db.selectFrom('measure').select(['id', 'agreement_id']).orderBy('id').execute()
  const agreementOf = new Map(measures.map((row) => [row.id, row.agreement_id]))
  const ids = measures.map((row) => row.id)
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    const histories = await measuresAt(db, null, { ids: some })
    const runs = await computedRuns(db, histories, null)
    const kept = await keptRows(db, some)
    for (const history of histories) {
      const { measure } = history
      const should = [
        standingRow(history, agreementOf.get(measure.id) ?? ''),
        ...(runs.get(measure.id) ?? []).map((run) =>
          rowFrom('standing_run', runRow(measure.id, run, measureFact(measure))),
        ),
      ]
      const where = `measure ${measure.agreement}/${measure.code}`
      compareRows(where, should, kept.get(measure.id) ?? [], report)
    }
  }
}

const rowFrom = (table: string, row: object): Row => ({ table, columns: new Map(Object.entries(row)) })

const standingRow = ({ measure }: MeasureHistory, agreementId: string): Row =>
  rowFrom('standing', {
    measure_id: measure.id,
    agreement_id: agreementId,
    obligation: measure.obligation,
    weight: measure.weight,
    review_interval_days: measure.reviewIntervalDays ?? DEFAULT_REVIEW_DAYS[measure.obligation],
  })

async function keptRows(db: Db, ids: readonly string[]): Promise<Map<string, Row[]>> {
  const found = new Map<string, Row[]>(ids.map((id) => [id, []]))
  for (const table of ['standing', 'standing_run'] as const)
    for (const row of await db
      .selectFrom(table)
      .where('measure_id', 'in', [...ids])
      .selectAll()
      .execute())
      found.get(row.measure_id)?.push(rowFrom(table, row))
  return found
}
