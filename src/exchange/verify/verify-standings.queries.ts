import type { Db } from '../../db/database'
import { measuresAt } from '../../measures/measure.store'
import { everKnown } from '../../standing/restand.store'
import type { Row } from './rows.queries'
import { compareRows, type Report } from './verify-entries'

const AT_ONCE = 50

/** The stored runs are those that the rule gives from the record, and were known when it says. */
export async function verifyStandings(db: Db, report: Report): Promise<void> {
  const ids = (await db.selectFrom('measure').select('id').orderBy('id').execute()).map(({ id }) => id)
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    const histories = await measuresAt(db, null, { ids: some })
    const known = await everKnown(db, histories)
    const kept = await keptRuns(db, some)
    for (const { measure } of histories) {
      const where = `measure ${measure.agreement}/${measure.code}`
      compareRows(where, (known.get(measure.id) ?? []).map(rowOf), kept.get(measure.id) ?? [], report)
    }
  }
}

const rowOf = (run: object): Row => ({ table: 'standing_run', columns: new Map(Object.entries(run)) })

async function keptRuns(db: Db, ids: readonly string[]): Promise<Map<string, Row[]>> {
  const runs = await db
    .selectFrom('standing_run')
    .where('measure_id', 'in', [...ids])
    .selectAll()
    .execute()
  const byMeasure = Map.groupBy(runs, ({ measure_id }) => measure_id)
  return new Map([...byMeasure].map(([id, its]) => [id, its.map(rowOf)]))
}
