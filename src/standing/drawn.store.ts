import { sql } from 'kysely'
import type { Db } from '../db/database'
import type { Instant } from '../lib/dates'
import { BARE_COLUMNS, type BareRow, bareRunOf } from './run.row'
import type { Asked } from './facts'
import { bareRunsAt, wasKnown } from './standing.store'
import type { BareRun } from './standing.types'

/** The runs that a strip among others draws. */
export interface Drawn {
  runs: BareRun[]
  /** Whether they are only the last of each month. */
  byMonth: boolean
}

/** More runs of a measure than this are narrower than a line each where it is drawn among others. */
export const MOST = 150

/**
 * The runs of measures up to a day, for strips in a list: of a measure that has very many, the last of each month, so that
 * a list costs the same however much was reported. A measure's own page draws them all.
 */
export async function drawnRunsAt(
  db: Db,
  measureIds: readonly string[],
  asked: Asked,
): Promise<Map<string, Drawn>> {
  if (measureIds.length === 0) return new Map()
  const { knownAt } = asked
  const many = await crowded(db, measureIds, knownAt)
  const few = await bareRunsAt(
    db,
    measureIds.filter((id) => !many.has(id)),
    knownAt,
  )
  const drawn = new Map([...few].map(([id, runs]): [string, Drawn] => [id, { runs, byMonth: false }]))
  for (const id of many) drawn.set(id, { runs: [], byMonth: true })
  const rows =
    many.size === 0
      ? []
      : await lastOfMonths(db, [...many], asked)
          .select(BARE_COLUMNS.map((column) => `r.${column}` as const))
          .$castTo<BareRow>()
          .execute()
  for (const row of rows) drawn.get(row.measure_id)?.runs.push(bareRunOf(row))
  return drawn
}

/** The measures of which a list cannot show every run. */
export async function crowded(db: Db, ids: readonly string[], knownAt: Instant | null): Promise<Set<string>> {
  const rows = await db
    .selectFrom('measure as m')
    .where('m.id', 'in', [...ids])
    .where((e) =>
      e.exists(
        // Not counted: one more than the most is enough.
        e
          .selectFrom('standing_run as x')
          .whereRef('x.measure_id', '=', 'm.id')
          .where(wasKnown('x', knownAt))
          .select('x.from_on')
          .limit(1)
          .offset(MOST),
      ),
    )
    .select('m.id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/**
 * The last run of each month up to a day, oldest first: looked up backwards, each the last before the month of the one
 * before, so that it costs what there are months.
 */
export const lastOfMonths = (db: Db, ids: readonly string[], { asOf, knownAt }: Asked) =>
  db
    .withRecursive('last(measure_id, from_on)', (qc) =>
      qc
        .selectFrom('measure as m')
        .where('m.id', 'in', [...ids])
        .select((e) => [
          'm.id as measure_id',
          e
            .selectFrom('standing_run as x')
            .whereRef('x.measure_id', '=', 'm.id')
            .where('x.from_on', '<=', asOf)
            .where(wasKnown('x', knownAt))
            .select('x.from_on')
            .orderBy('x.from_on', 'desc')
            .limit(1)
            .as('from_on'),
        ])
        .unionAll(
          qc
            .selectFrom('last as l')
            .where('l.from_on', 'is not', null)
            .select((e) => [
              'l.measure_id',
              e
                .selectFrom('standing_run as x')
                .whereRef('x.measure_id', '=', 'l.measure_id')
                .where('x.from_on', '<', sql<string>`substr(l.from_on, 1, 7)`)
                .where(wasKnown('x', knownAt))
                .select('x.from_on')
                .orderBy('x.from_on', 'desc')
                .limit(1)
                .as('from_on'),
            ]),
        ),
    )
    .selectFrom('last')
    // Left, so that SQLite begins with the months and not with all runs that there are.
    .leftJoin('standing_run as r', (join) =>
      join
        .onRef('r.measure_id', '=', 'last.measure_id')
        .onRef('r.from_on', '=', 'last.from_on')
        .on(wasKnown('r', knownAt)),
    )
    .where('last.from_on', 'is not', null)
    .orderBy('last.measure_id')
    .orderBy('last.from_on')
