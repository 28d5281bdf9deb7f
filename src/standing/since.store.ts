import type { ExpressionBuilder } from 'kysely'
import type { Db } from '../db/database'
import type { Tables } from '../db/tables'
import type { Day } from '../lib/dates'
import type { Since } from './disagreement'

/** Since when measures have been disputed and awaiting verification on a day, by today's knowledge; as `sinceOn` reads it. */
export async function storedSince(
  db: Db,
  measureIds: readonly string[],
  day: Day,
): Promise<Map<string, Since>> {
  if (measureIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('measure as m')
    .where('m.id', 'in', measureIds)
    .select((e) => [
      'm.id',
      firstSince(e, 'disputed', day).as('disputed'),
      firstSince(e, 'awaiting_verification', day).as('awaitingVerification'),
    ])
    .execute()
  return new Map(rows.map(({ id, ...since }) => [id, since]))
}

/** The first run after the last one by a day without the flag. */
function firstSince(
  e: ExpressionBuilder<Tables & { m: Tables['measure'] }, 'm'>,
  flag: 'disputed' | 'awaiting_verification',
  day: Day,
) {
  const runs = e
    .selectFrom('standing_run as r')
    .whereRef('r.measure_id', '=', 'm.id')
    .where('r.from_on', '<=', day)
  const lowered = e
    .selectFrom('standing_run as l')
    .whereRef('l.measure_id', '=', 'm.id')
    .where('l.from_on', '<=', day)
    .where(`l.${flag}`, '=', 0)
    .select((max) => max.fn.max('l.from_on').as('from_on'))
  return runs
    .where((or) => or('r.from_on', '>', or.fn.coalesce(lowered, or.val(''))))
    .select((min) => min.fn.min('r.from_on').as('from_on'))
}
