import type { Attention } from '../attention/waiting'
import type { Db } from '../db/database'
import { deadlinesAt } from '../deadlines/deadline.store'
import type { Day } from '../lib/dates'
import { measuresAt } from '../measures/measure.store'
import { type Since, sinceOn } from '../standing/disagreement'
import type { Asked } from '../standing/facts'
import { storedSince } from '../standing/since.store'
import { bareRunsAt } from '../standing/standing.store'
import type { BareRun, DaysKnown } from '../standing/standing.types'
import { daysKnown } from './lines.queries'

/** What needs attention, with the days since when it has been disputed or unverified, and how exactly its days are known. */
type WithSince<Item> = Item & { since: Since; known: DaysKnown }
type Waiting = Pick<Attention, 'measureId'>

export async function withSince<Item extends Waiting>(
  db: Db,
  items: readonly Item[],
  { asOf, knownAt }: Asked,
): Promise<WithSince<Item>[]> {
  const ids = [...new Set(items.map(({ measureId }) => measureId))]
  const since =
    knownAt === null ? await storedSince(db, ids, asOf) : await replayedSince(db, ids, { asOf, knownAt })
  const known = await daysKnown(db, ids, await deadlinesAt(db, knownAt, { measureIds: ids }), knownAt)
  return items.map((item) => ({
    ...item,
    since: since.get(item.measureId) ?? { disputed: null, awaitingVerification: null },
    known: known.get(item.measureId) ?? { said: {}, due: {} },
  }))
}

async function replayedSince(
  db: Db,
  ids: readonly string[],
  { asOf, knownAt }: Asked,
): Promise<Map<string, Since>> {
  const runs = await bareRunsAt(db, await measuresAt(db, knownAt, { ids }), knownAt)
  return new Map([...runs].map(([id, of]) => [id, sinceOn(of, asOf)]))
}

/** The same where the lines of the measures are at hand. */
export function sinceIn<Item extends Waiting>(
  lines: readonly { measure: { id: string }; runs: readonly BareRun[]; known: DaysKnown }[],
  items: readonly Item[],
  asOf: Day,
): WithSince<Item>[] {
  const byMeasure = new Map(lines.map((line) => [line.measure.id, line]))
  return items.flatMap((item) => {
    const line = byMeasure.get(item.measureId)
    return line ? [{ ...item, since: sinceOn(line.runs, asOf), known: line.known }] : []
  })
}
