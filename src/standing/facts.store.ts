import type { Db } from '../db/database'
import { contentOf } from '../ledger/recorded.store'
import type { Day, Instant } from '../lib/dates'
import { fieldsOf } from '../lib/json'
import { readBy } from '../status-reports/status-report.content'
import type { DeadlineFact, ReportFact } from './facts'

/** The reports and deadline decisions of one measure, as the rule needs them. */
export interface Facts {
  reports: ReportFact[]
  deadlines: DeadlineFact[]
}

/**
 * What stands now of one measure: the reports on a day and on later ones and those with some ids, less those that another
 * corrects, and every deadline decision.
 */
export async function factsFrom(db: Db, measureId: string, day: Day, ids: readonly string[]): Promise<Facts> {
  const reports = await reportsQuery(db)
    .where('r.measure_id', '=', measureId)
    .where((e) => e.or([e('r.as_of', '>=', day), e('r.id', 'in', ids)]))
    .where('w.entry', 'is', null)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('report as x')
            .leftJoin('withdrawal as xw', 'xw.subject_id', 'x.id')
            .whereRef('x.corrects', '=', 'r.id')
            .where('xw.entry', 'is', null)
            .select('x.id'),
        ),
      ),
    )
    .execute()
  return { reports: reports.map(reportFact), deadlines: await deadlineFacts(db, [measureId], null) }
}

/** The facts recorded by an instant, by measure. */
export async function factsOf(
  db: Db,
  measureIds: readonly string[],
  knownAt: Instant | null,
): Promise<Map<string, Facts>> {
  const facts = new Map<string, Facts>()
  const of = (measureId: string): Facts => {
    const known = facts.get(measureId)
    if (known) return known
    const fresh: Facts = { reports: [], deadlines: [] }
    facts.set(measureId, fresh)
    return fresh
  }
  for (const { measureId, ...report } of await reportFacts(db, measureIds, knownAt))
    of(measureId).reports.push(report)
  for (const { measureId, ...deadline } of await deadlineFacts(db, measureIds, knownAt))
    of(measureId).deadlines.push(deadline)
  return facts
}

const reportsQuery = (db: Db) =>
  db
    .selectFrom('report as r')
    .leftJoin('withdrawal as w', 'w.subject_id', 'r.id')
    // Only a finding's author is part of a standing.
    .leftJoin('content as c', (join) => join.onRef('c.entry', '=', 'r.entry').on('r.kind', '=', 'finding'))
    .leftJoin('content as rest', 'rest.entry', 'c.redacted_by')
    .select(['r.id', 'r.measure_id', 'r.kind', 'r.party', 'r.stage', 'r.condition', 'r.as_of'])
    .select(['r.recorded_at', 'r.corrects', 'r.channel', 'w.recorded_at as withdrawn_at'])
    .select(['c.body', 'rest.body as remains'])

type ReportRow = Awaited<ReturnType<ReturnType<typeof reportsQuery>['execute']>>[number]

const reportFact = (row: ReportRow): ReportFact & { measureId: string } => ({
  measureId: row.measure_id,
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
  by: row.kind === 'finding' ? readBy(fieldsOf(contentOf(row)).object('by')) : null,
})

async function reportFacts(db: Db, ids: readonly string[], knownAt: Instant | null) {
  let query = reportsQuery(db).where('r.measure_id', 'in', ids)
  if (knownAt !== null) query = query.where('r.recorded_at', '<=', knownAt)
  return (await query.execute()).map(reportFact)
}

async function deadlineFacts(db: Db, ids: readonly string[], knownAt: Instant | null) {
  let query = db
    .selectFrom('deadline as d')
    .where('d.measure_id', 'in', ids)
    .leftJoin('withdrawal as w', 'w.subject_id', 'd.id')
    .select([
      'd.id',
      'd.measure_id',
      'd.due_on',
      'd.decided_on',
      'd.recorded_at',
      'w.recorded_at as withdrawn_at',
    ])
  if (knownAt !== null) query = query.where('d.recorded_at', '<=', knownAt)
  return (await query.execute()).map((row): DeadlineFact & { measureId: string } => ({
    measureId: row.measure_id,
    id: row.id,
    dueOn: row.due_on,
    decidedOn: row.decided_on,
    recordedAt: row.recorded_at,
    withdrawnAt: row.withdrawn_at,
  }))
}
