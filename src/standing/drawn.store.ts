import { sql } from 'kysely'
import type { Db } from '../db/database'
import type { Instant } from '../lib/dates'
import { BARE_COLUMNS, bareRunOf } from './run.row'
import type { Asked } from './facts'
import { bareRunsAt, wasKnown } from './standing.store'
import type { BareRun } from './standing.types'

/** The runs that a strip among others draws. */
export interface Drawn {
  runs: BareRun[]
  /** Whether they are only the last of each month. */
  byMonth: boolean
}

/** More runs than this are narrower than a line each where a strip stands among others. */
const MOST = 150

/**
 * The runs of measures up to a day, for strips in a list: of a measure that has very many, the last of each month, so that
 * a list costs the same however much was reported. A measure's own page draws them all.
 */
export async function drawnRunsAt(
  db: Db,
  measureIds: readonly string[],
  { asOf, knownAt }: Asked,
): Promise<Map<string, Drawn>> {
  if (measureIds.length === 0) return new Map()
  const many = await crowded(db, measureIds, knownAt)
  const few = await bareRunsAt(
    db,
    measureIds.filter((id) => !many.has(id)),
    knownAt,
  )
  const drawn = new Map([...few].map(([id, runs]): [string, Drawn] => [id, { runs, byMonth: false }]))
  for (const id of many) drawn.set(id, { runs: [], byMonth: true })
  for (const row of await lastOfMonths(db, [...many], { asOf, knownAt }))
    drawn.get(row.measure_id)?.runs.push(bareRunOf(row))
  return drawn
}

async function crowded(db: Db, ids: readonly string[], knownAt: Instant | null): Promise<Set<string>> {
  const rows = await db
    .selectFrom('standing_run as r')
    .where('r.measure_id', 'in', [...ids])
    .where(wasKnown('r', knownAt))
    .select('r.measure_id')
    .groupBy('r.measure_id')
    .having((e) => e(e.fn.countAll<number>(), '>', MOST))
    .execute()
  return new Set(rows.map(({ measure_id }) => measure_id))
}

const lastOfMonths = async (db: Db, ids: readonly string[], { asOf, knownAt }: Asked) =>
  ids.length === 0
    ? []
    : db
        .selectFrom((e) =>
          e
            .selectFrom('standing_run as x')
            .where('x.measure_id', 'in', [...ids])
            .where('x.from_on', '<=', asOf)
            .where(wasKnown('x', knownAt))
            .select((of) => ['x.measure_id', of.fn.max('x.from_on').as('from_on')])
            .groupBy(['x.measure_id', sql`substr(x.from_on, 1, 7)`])
            .as('last'),
        )
        .innerJoin('standing_run as r', (join) =>
          join.onRef('r.measure_id', '=', 'last.measure_id').onRef('r.from_on', '=', 'last.from_on'),
        )
        .where(wasKnown('r', knownAt))
        .select(BARE_COLUMNS.map((column) => `r.${column}` as const))
        .orderBy('r.measure_id')
        .orderBy('r.from_on')
        .execute()
