import type { Attention } from '../attention/waiting'
import type { Db } from '../db/database'
import { measuresAt } from '../measures/measure.store'
import { type Since, sinceOn } from '../standing/disagreement'
import type { Asked } from '../standing/facts'
import { runsAt } from '../standing/standing.store'

const AGREED: Since = { disputed: null, awaitingVerification: null }

/** What needs attention, with the days since when it has been disputed or unverified. */
export async function withSince<Item extends Pick<Attention, 'measureId' | 'standing'>>(
  db: Db,
  items: readonly Item[],
  { asOf, knownAt }: Asked,
): Promise<(Item & { since: Since })[]> {
  const ids = items
    .filter(({ standing }) => standing.disputed || standing.awaitingVerification)
    .map(({ measureId }) => measureId)
  const histories = ids.length === 0 ? [] : await measuresAt(db, knownAt, { ids: [...new Set(ids)] })
  const runs = await runsAt(db, histories, knownAt)
  return items.map((item) => {
    const known = runs.get(item.measureId)
    return { ...item, since: known ? sinceOn(known, asOf) : AGREED }
  })
}
