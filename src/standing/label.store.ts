import type { Db } from '../db/database'
import { crowded, lastOfMonths, MOST } from './drawn.store'
import type { Asked } from './facts'
import type { KnownLabel, Turn } from './labels'
import type { BareRow } from './run.row'
import { lastRunOf, runAhead, wasKnown } from './standing.store'
import type { Label } from './standing.types'

/**
 * The labels of measures over the days that reports describe, up to a day and as known at an instant: the runs on whose first
 * day the stage or condition turned. Of a measure with very many runs, the label at the end of each month.
 */
export async function turnsAt(
  db: Db,
  measureIds: readonly string[],
  asked: Asked,
): Promise<{ turns: Map<string, Turn[]>; byMonth: boolean }> {
  if (measureIds.length === 0) return { turns: new Map(), byMonth: false }
  const many = await crowded(db, measureIds, asked.knownAt)
  const few = await db
    .selectFrom('standing_run as r')
    .where(
      'r.measure_id',
      'in',
      measureIds.filter((id) => !many.has(id)),
    )
    .whereRef('r.from_on', '=', 'r.since')
    .where('r.from_on', '<=', asked.asOf)
    .where(wasKnown('r', asked.knownAt))
    .select(['r.measure_id', 'r.from_on', 'r.label'])
    .orderBy('r.measure_id')
    .orderBy('r.from_on')
    .execute()
  const ends =
    many.size === 0
      ? []
      : await lastOfMonths(db, [...many], asked)
          .select(['r.measure_id', 'r.from_on', 'r.label'])
          .$castTo<Pick<BareRow, 'measure_id' | 'from_on' | 'label'>>()
          .execute()
  const turns = new Map<string, Turn[]>()
  for (const { measure_id: id, from_on: on, label } of [...few, ...ends]) {
    const known = turns.get(id)
    if (!known) turns.set(id, [{ on, label }])
    else if (known.at(-1)?.label !== label) known.push({ on, label })
  }
  return { turns, byMonth: many.size > 0 }
}

/** The labels of measures on a day as known at an instant; none where nothing was said or decided. */
export async function labelsAt(db: Db, ids: readonly string[], asked: Asked): Promise<Map<string, Label>> {
  const rows = await lastRunOf(db, ids, asked).select(['r.measure_id', 'r.label']).execute()
  const ahead = (await runAhead(db, ids, asked)?.select(['r.measure_id', 'r.label']).execute()) ?? []
  return new Map([...rows, ...ahead].map((row) => [row.measure_id, row.label]))
}

/** The labels of every run that measures ever had; null where most of them have very many. */
export async function knownLabels(
  db: Db,
  measureIds: readonly string[],
): Promise<Map<string, KnownLabel[]> | null> {
  if (measureIds.length === 0) return new Map()
  const most = MOST * measureIds.length
  const rows = await db
    .selectFrom('standing_run')
    .where('measure_id', 'in', [...measureIds])
    .select(['measure_id', 'from_on as fromOn', 'label', 'known_from as knownFrom', 'known_to as knownTo'])
    .limit(most + 1)
    .execute()
  return rows.length > most ? null : Map.groupBy(rows, ({ measure_id }) => measure_id)
}
