import type { Db } from '../db/database'
import type { Day } from '../lib/dates'
import { measureIdsAt } from '../measures/measure.store'
import { wasKnown } from '../standing/standing.store'
import type { Begun } from './day-events'

const AT_ONCE = 1_000

/**
 * The measures for which one of the days may have brought something, some at a time: by the stored standings those with a
 * flag that turns, which speak for what has not changed since; and those about which something has entered since.
 */
export async function* candidatesIn(db: Db, days: readonly Begun[]): AsyncGenerator<string[]> {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return
  const changed = new Set(await changedAfter(db, first.upTo))
  for (let after = ''; ;) {
    const ids = await measuresAfter(db, after)
    if (ids.length === 0) return
    const turning = await turningIn(db, ids, first.day, last.day)
    yield ids.filter((id) => turning.has(id) || changed.has(id))
    after = ids.at(-1) ?? after
  }
}

async function measuresAfter(db: Db, after: string): Promise<string[]> {
  const rows = await db
    .selectFrom('measure')
    .where('id', '>', after)
    .select('id')
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()
  return rows.map(({ id }) => id)
}

/** One look into the stored runs of each measure: the one that was under way before the first day, and those since. */
async function turningIn(db: Db, ids: readonly string[], first: Day, last: Day): Promise<Set<string>> {
  const rows = await db
    .selectFrom('measure as m')
    .innerJoin('standing_run as r', (join) =>
      join
        .onRef('r.measure_id', '=', 'm.id')
        .on('r.from_on', '<=', last)
        .on('r.from_on', '>=', (e) =>
          e.fn.coalesce(
            e
              .selectFrom('standing_run as x')
              .whereRef('x.measure_id', '=', 'm.id')
              .where('x.from_on', '<', first)
              .where(wasKnown('x', null))
              .select((max) => max.fn.max('x.from_on').as('from_on')),
            e.val(''),
          ),
        ),
    )
    .where('m.id', 'in', ids)
    .where(wasKnown('r', null))
    .where((e) =>
      e.or([
        e('r.from_on', '>=', first),
        ...(['r.due_soon_from', 'r.overdue_from', 'r.stale_from'] as const).map((turns) =>
          e.and([e(turns, '>=', first), e(turns, '<=', last)]),
        ),
      ]),
    )
    .select('r.measure_id')
    .distinct()
    .execute()
  return new Set([...rows.map((row) => row.measure_id), ...(await concludedIn(db, ids, first, last))])
}

/** Those of an agreement that was concluded on one of the days. */
async function concludedIn(db: Db, ids: readonly string[], first: Day, last: Day): Promise<string[]> {
  const rows = await db
    .selectFrom('agreement_revision as a')
    .innerJoin('measure as m', 'm.agreement_id', 'a.agreement_id')
    .where('a.concluded_on', '>=', first)
    .where('a.concluded_on', '<=', last)
    .where('m.id', 'in', ids)
    .select('m.id')
    .execute()
  return rows.map(({ id }) => id)
}

async function changedAfter(db: Db, n: number): Promise<string[]> {
  const rows = await db
    .selectFrom('entry')
    .where('n', '>', n)
    .where('agreement', 'is not', null)
    .where('kind', '!=', 'day_passed')
    .select(['agreement', 'measure'])
    .distinct()
    .execute()
  const whole = new Set(rows.flatMap(({ agreement, measure }) => (measure === null ? (agreement ?? []) : [])))
  const single = rows.filter(({ agreement, measure }) => measure !== null && !whole.has(agreement ?? ''))
  const ids = await measureIdsAt(
    db,
    single.map(({ agreement, measure }) => `${agreement}/${measure}`),
  )
  return [...ids.values(), ...(await measuresOf(db, [...whole]))]
}

async function measuresOf(db: Db, slugs: readonly string[]): Promise<string[]> {
  if (slugs.length === 0) return []
  const rows = await db
    .selectFrom('measure as m')
    .innerJoin('agreement as a', 'a.id', 'm.agreement_id')
    .where('a.slug', 'in', slugs)
    .select('m.id')
    .execute()
  return rows.map(({ id }) => id)
}
