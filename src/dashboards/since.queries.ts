import type { Attention } from '../attention/waiting'
import type { Db } from '../db/database'
import type { Since } from '../standing/disagreement'
import type { Asked } from '../standing/facts'
import { sinceAt } from '../standing/since.store'
import type { DaysKnown } from '../standing/standing.types'
import { daysKnownAt } from './lines.queries'

/** What needs attention, with the days since when it has been disputed or unverified, and how exactly its days are known. */
type WithSince<Item> = Item & { since: Since; known: DaysKnown }

/** Where it is at hand how exactly the days are known, `known` has it by measure. */
export async function withSince<Item extends Pick<Attention, 'measureId'>>(
  db: Db,
  items: readonly Item[],
  asked: Asked,
  known?: ReadonlyMap<string, DaysKnown>,
): Promise<WithSince<Item>[]> {
  const ids = [...new Set(items.map(({ measureId }) => measureId))]
  const since = await sinceAt(db, ids, asked)
  const exactly = known ?? (await daysKnownAt(db, ids, asked.knownAt))
  return items.map((item) => ({
    ...item,
    since: since.get(item.measureId) ?? { disputed: null, awaitingVerification: null },
    known: exactly.get(item.measureId) ?? { said: {}, due: {} },
  }))
}
