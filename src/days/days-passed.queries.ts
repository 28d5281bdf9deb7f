import type { Db } from '../db/database'
import { contentOf } from '../ledger/recorded.store'
import type { Asked } from '../standing/facts'
import { readDayPassed } from './day-passed'

/** What days brought a measure, as a day and an instant see it, newest first. */
export async function daysPassedOf(db: Db, measureId: string, { asOf, knownAt }: Asked) {
  let query = db
    .selectFrom('day_passed as d')
    .innerJoin('entry as e', 'e.n', 'd.entry')
    .innerJoin('content as c', 'c.entry', 'd.entry')
    .where('d.measure_id', '=', measureId)
    .where('d.day', '<=', asOf)
    .select(['d.entry', 'c.body'])
    .orderBy('d.day', 'desc')
    .orderBy('d.entry', 'desc')
  if (knownAt !== null) query = query.where('e.recorded_at', '<=', knownAt)
  const rows = await query.execute()
  return rows.map((row) => ({ entry: row.entry, ...readDayPassed(contentOf({ ...row, remains: null })) }))
}
