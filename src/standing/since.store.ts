import type { ExpressionBuilder } from 'kysely'
import type { Db } from '../db/database'
import type { Tables } from '../db/tables'
import type { Since } from './disagreement'
import type { Asked } from './facts'
import { wasKnown } from './standing.store'

/** Since when measures have been disputed and awaiting verification, as `sinceOn` reads it off their runs. */
export async function sinceAt(
  db: Db,
  measureIds: readonly string[],
  asked: Asked,
): Promise<Map<string, Since>> {
  if (measureIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('measure as m')
    .where('m.id', 'in', measureIds)
    .select((e) => [
      'm.id',
      firstSince(e, 'disputed', asked).as('disputed'),
      firstSince(e, 'awaiting_verification', asked).as('awaitingVerification'),
    ])
    .execute()
  return new Map(rows.map(({ id, ...since }) => [id, since]))
}

/** The first run after the last one by a day without the flag. */
function firstSince(
  e: ExpressionBuilder<Tables & { m: Tables['measure'] }, 'm'>,
  flag: 'disputed' | 'awaiting_verification',
  { asOf, knownAt }: Asked,
) {
  const runs = e
    .selectFrom('standing_run as r')
    .whereRef('r.measure_id', '=', 'm.id')
    .where('r.from_on', '<=', asOf)
    .where(wasKnown('r', knownAt))
  const lowered = e
    .selectFrom('standing_run as l')
    .whereRef('l.measure_id', '=', 'm.id')
    .where('l.from_on', '<=', asOf)
    .where(wasKnown('l', knownAt))
    .where(`l.${flag}`, '=', 0)
    .select((max) => max.fn.max('l.from_on').as('from_on'))
  return runs
    .where((or) => or('r.from_on', '>', or.fn.coalesce(lowered, or.val(''))))
    .select((min) => min.fn.min('r.from_on').as('from_on'))
}
