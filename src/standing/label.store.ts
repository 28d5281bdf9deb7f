import type { Db } from '../db/database'
import type { Instant } from '../lib/dates'
import type { ReportFact } from './facts'
import { type Turn, turnsOf } from './labels'
import { knownOf, type Measured } from './standing.store'

/**
 * The labels of measures over the days that reports describe. Where nothing has entered since the instant, the stored runs
 * on whose first day the stage or condition turned, and no report.
 */
export const turnsAt = (
  db: Db,
  measures: readonly Measured[],
  knownAt: Instant | null,
): Promise<Map<string, Turn[]>> =>
  knownOf<Turn[]>(db, measures, knownAt, {
    stored: (ids) => storedTurns(db, ids),
    computed: async (moved) => {
      const ids = moved.map(({ measure }) => measure.id)
      const reports = await spokenReports(db, ids, knownAt)
      return new Map([...reports].map(([id, its]) => [id, turnsOf(its, knownAt)]))
    },
  })

async function storedTurns(db: Db, measureIds: readonly string[]): Promise<Map<string, Turn[]>> {
  const turns = new Map<string, Turn[]>()
  if (measureIds.length === 0) return turns
  const rows = await db
    .selectFrom('standing_run')
    .where('measure_id', 'in', [...measureIds])
    .whereRef('from_on', '=', 'since')
    .select(['measure_id', 'from_on', 'label'])
    .orderBy('measure_id')
    .orderBy('from_on')
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
