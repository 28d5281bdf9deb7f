import type { Attention } from '../attention/waiting'
import type { Db } from '../db/database'
import { deadlinesAt } from '../deadlines/deadline.store'
import { measuresAt } from '../measures/measure.store'
import { type Since, sinceOn } from '../standing/disagreement'
import type { Asked } from '../standing/facts'
import { runsAt } from '../standing/standing.store'
import type { DaysKnown } from '../standing/standing.types'
import { daysKnown } from './lines.queries'

/** What needs attention, with the days since when it has been disputed or unverified, and how exactly its days are known. */
export async function withSince<Item extends Pick<Attention, 'measureId'>>(
  db: Db,
  items: readonly Item[],
  { asOf, knownAt }: Asked,
): Promise<(Item & { since: Since; known: DaysKnown })[]> {
  const ids = [...new Set(items.map(({ measureId }) => measureId))]
  const histories = ids.length === 0 ? [] : await measuresAt(db, knownAt, { ids })
  const runs = await runsAt(db, histories, knownAt)
  const known = await daysKnown(db, ids, await deadlinesAt(db, knownAt, { measureIds: ids }), knownAt)
  return items.map((item) => ({
    ...item,
    since: sinceOn(runs.get(item.measureId) ?? [], asOf),
    known: known.get(item.measureId) ?? { said: {}, due: {} },
  }))
}
