import type { Db } from '../db/database'
import { contentOf } from '../ledger/recorded.store'
import type { Instant } from '../lib/dates'
import { fieldsOf } from '../lib/json'
import { readBy } from '../status-reports/status-report.content'
import type { DeadlineFact, ReportFact } from './facts'

/** The reports and deadline decisions of one measure, as the rule needs them. */
export interface Facts {
  reports: ReportFact[]
  deadlines: DeadlineFact[]
}

/** The facts recorded by an instant, by measure; of every measure where no ids are given. */
export async function factsOf(
  db: Db,
  measureIds: readonly string[] | null,
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

async function reportFacts(db: Db, ids: readonly string[] | null, knownAt: Instant | null) {
  let query = db
    .selectFrom('report as r')
    .leftJoin('withdrawal as w', 'w.subject_id', 'r.id')
    // Only a finding's author is part of a standing.
    .leftJoin('content as c', (join) => join.onRef('c.entry', '=', 'r.entry').on('r.kind', '=', 'finding'))
    .leftJoin('content as rest', 'rest.entry', 'c.redacted_by')
    .select([
      'r.id',
      'r.measure_id',
      'r.kind',
      'r.party',
      'r.stage',
      'r.condition',
      'r.as_of',
      'r.recorded_at',
      'r.corrects',
    ])
    .select(['r.channel', 'w.recorded_at as withdrawn_at', 'c.body', 'rest.body as remains'])
  if (ids) query = query.where('r.measure_id', 'in', ids)
  if (knownAt !== null) query = query.where('r.recorded_at', '<=', knownAt)
  return (await query.execute()).map((row): ReportFact & { measureId: string } => ({
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
  }))
}

async function deadlineFacts(db: Db, ids: readonly string[] | null, knownAt: Instant | null) {
  let query = db
    .selectFrom('deadline as d')
    .leftJoin('withdrawal as w', 'w.subject_id', 'd.id')
    .select([
      'd.id',
      'd.measure_id',
      'd.due_on',
      'd.decided_on',
      'd.recorded_at',
      'w.recorded_at as withdrawn_at',
    ])
  if (ids) query = query.where('d.measure_id', 'in', ids)
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
