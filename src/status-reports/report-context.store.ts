import type { Agreement } from '../agreements/agreement'
import type { Db } from '../db/database'
import { problemsWithFiles } from '../evidence/evidence-rules'
import { filesFor } from '../evidence/file.store'
import type { Actor } from '../ledger/entry'
import { dayOf, type Instant } from '../lib/dates'
import type { Problem } from '../messages/problem'
import type { Measure } from '../measures/measure'
import { measureIdsAt } from '../measures/measure.store'
import type { Author, CorrectedReport, ReportContext } from './report-rules'
import type { ReportWording } from './status-report'
import { findReport } from './status-report.store'

/** A measure with its agreement, as they are worded now. */
export interface Place {
  agreement: Agreement
  measure: Measure
}

/** What a report on a measure is judged against, and the id of the measure that it says took its place. */
export async function reportContext(
  db: Db,
  { agreement, measure }: Place,
  report: ReportWording,
  author: Author,
  recordedAt: Instant,
): Promise<{ context: ReportContext; supersededBy: string | null }> {
  const named = await measureIdsAt(db, report.supersededBy === null ? [] : [report.supersededBy])
  const context: ReportContext = {
    concludedOn: agreement.concludedOn,
    parties: agreement.parties,
    recordedOn: dayOf(recordedAt),
    measure: `${measure.agreement}/${measure.code}`,
    knows: (address) => named.has(address),
    author,
    corrected: report.corrects === null ? undefined : await findCorrected(db, measure, report.corrects),
  }
  return { context, supersededBy: named.get(report.supersededBy ?? '') ?? null }
}

/** What keeps a report from naming its files: its author must have sent them within the day, or be allowed to see them. */
export async function fileProblems(
  db: Db,
  { id, capacity }: Actor,
  { evidence }: ReportWording,
  now: Instant,
): Promise<Problem[]> {
  const hashes = evidence.flatMap(({ file }) => file?.sha256 ?? [])
  const reader = { actorId: id, seesRestricted: capacity === 'verifier' }
  return problemsWithFiles(evidence, await filesFor(db, reader, hashes, now))
}

async function findCorrected(db: Db, measure: Measure, id: string): Promise<CorrectedReport | undefined> {
  const report = await findReport(db, id, null)
  if (!report || report.measure.agreement !== measure.agreement || report.measure.code !== measure.code)
    return undefined
  const standing = await db
    .selectFrom('report as r')
    .leftJoin('withdrawal as w', 'w.subject_id', 'r.id')
    .where('r.corrects', '=', id)
    .where('w.entry', 'is', null)
    .select('r.recorded_at')
    .executeTakeFirst()
  return { report, correctedAt: standing?.recorded_at ?? null }
}
