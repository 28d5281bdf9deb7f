import type { Db } from '../db/database'
import type { Instant } from '../lib/dates'
import type { ReportFact } from './facts'
import type { Turn } from './labels'
import { wasKnown } from './standing.store'

/**
 * The labels of measures over the days that reports describe, as known at an instant: the runs on whose first day the stage
 * or condition turned.
 */
export async function turnsAt(
  db: Db,
  measureIds: readonly string[],
  knownAt: Instant | null,
): Promise<Map<string, Turn[]>> {
  const turns = new Map<string, Turn[]>()
  if (measureIds.length === 0) return turns
  const rows = await db
    .selectFrom('standing_run as r')
    .where('r.measure_id', 'in', [...measureIds])
    .whereRef('r.from_on', '=', 'r.since')
    .where(wasKnown('r', knownAt))
    .select(['r.measure_id', 'r.from_on', 'r.label'])
    .orderBy('r.measure_id')
    .orderBy('r.from_on')
    .execute()
  for (const { measure_id: id, from_on: on, label } of rows) {
    const known = turns.get(id)
    if (!known) turns.set(id, [{ on, label }])
    else if (known.at(-1)?.label !== label) known.push({ on, label })
  }
  return turns
}

/** The reports of measures recorded by an instant, without their texts and authors, which no label rests on. */
export async function spokenReports(
  db: Db,
  measureIds: readonly string[],
  knownAt: Instant | null,
): Promise<Map<string, ReportFact[]>> {
  const reports = new Map<string, ReportFact[]>(measureIds.map((id) => [id, []]))
  if (measureIds.length === 0) return reports
  let query = db
    .selectFrom('report as r')
    .leftJoin('withdrawal as w', 'w.subject_id', 'r.id')
    .where('r.measure_id', 'in', [...measureIds])
    .select([
      'r.id',
      'r.measure_id',
      'r.kind',
      'r.party',
      'r.stage',
      'r.condition',
      'r.as_of',
      'r.recorded_at',
    ])
    .select(['r.corrects', 'r.channel', 'w.recorded_at as withdrawn_at'])
  if (knownAt !== null) query = query.where('r.recorded_at', '<=', knownAt)
  for (const row of await query.execute())
    reports.get(row.measure_id)?.push({
      id: row.id,
      kind: row.kind,
      party: row.party,
      stage: row.stage,
      condition: row.condition,
      asOf: row.as_of,
      recordedAt: row.recorded_at,
      withdrawnAt: row.withdrawn_at,
      corrects: row.corrects,
      channel: row.channel,
      by: null,
    })
  return reports
}

/** How many reports measures have had in all, withdrawn ones included. */
export async function countReports(db: Db, measureIds: readonly string[]): Promise<number> {
  if (measureIds.length === 0) return 0
  const row = await db
    .selectFrom('report')
    .where('measure_id', 'in', [...measureIds])
    .select((e) => e.fn.countAll<number>().as('number'))
    .executeTakeFirst()
  return Number(row?.number ?? 0)
}
