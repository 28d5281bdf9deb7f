import { sql } from 'kysely'
import type { Db } from '../db/database'
import type { Day } from '../lib/dates'
import { BARE_COLUMNS, bareRunOf } from './run.row'
import type { Asked } from './facts'
import { computedRuns, knownOf, type Measured, storedBareRuns } from './standing.store'
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
export const drawnRunsAt = (
  db: Db,
  measures: readonly Measured[],
  { asOf, knownAt }: Asked,
): Promise<Map<string, Drawn>> =>
  knownOf<Drawn>(db, measures, knownAt, {
    stored: (ids) => storedDrawn(db, ids, asOf),
    computed: async (moved) => {
      const runs = await computedRuns(db, moved, knownAt)
      return new Map([...runs].map(([id, all]) => [id, drawnOf(all, asOf)]))
    },
  })

async function storedDrawn(db: Db, ids: readonly string[], asOf: Day): Promise<Map<string, Drawn>> {
  if (ids.length === 0) return new Map()
  const many = await crowded(db, ids)
  const few = await storedBareRuns(
    db,
    ids.filter((id) => !many.has(id)),
  )
  const drawn = new Map([...few].map(([id, runs]): [string, Drawn] => [id, { runs, byMonth: false }]))
  for (const id of many) drawn.set(id, { runs: [], byMonth: true })
  for (const row of await lastOfMonths(db, [...many], asOf))
    drawn.get(row.measure_id)?.runs.push(bareRunOf(row))
  return drawn
}

async function crowded(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('standing_run')
    .where('measure_id', 'in', [...ids])
    .select('measure_id')
    .groupBy('measure_id')
    .having((e) => e(e.fn.countAll<number>(), '>', MOST))
    .execute()
  return new Set(rows.map(({ measure_id }) => measure_id))
}

const lastOfMonths = async (db: Db, ids: readonly string[], asOf: Day) =>
  ids.length === 0
    ? []
    : db
        .selectFrom((e) =>
          e
            .selectFrom('standing_run')
            .where('measure_id', 'in', [...ids])
            .where('from_on', '<=', asOf)
            .select((of) => ['measure_id', of.fn.max('from_on').as('from_on')])
            .groupBy(['measure_id', sql`substr(from_on, 1, 7)`])
            .as('last'),
        )
        .innerJoin('standing_run as r', (join) =>
          join.onRef('r.measure_id', '=', 'last.measure_id').onRef('r.from_on', '=', 'last.from_on'),
        )
        .select(BARE_COLUMNS.map((column) => `r.${column}` as const))
        .orderBy('r.measure_id')
        .orderBy('r.from_on')
        .execute()

/** The same of runs at hand. */
function drawnOf(all: readonly BareRun[], asOf: Day): Drawn {
  if (all.length <= MOST) return { runs: [...all], byMonth: false }
  const months = new Map(
    all.filter(({ fromOn }) => fromOn <= asOf).map((run) => [run.fromOn.slice(0, 7), run]),
  )
  return { runs: [...months.values()], byMonth: true }
}
