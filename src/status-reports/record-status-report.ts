import type { Db } from '../db/database'
import type { Deps } from '../deps'
import { toContentObject } from '../ledger/content'
import type { Actor } from '../ledger/entry'
import { type Answer, type Once, onceInLedger, type Repeated } from '../ledger/once.store'
import type { Problem } from '../messages/problem'
import { dayOf } from '../lib/dates'
import { standingAt } from '../standing/standing'
import { measureFact, restandOn } from '../standing/standing.store'
import type { Standing } from '../standing/standing.types'
import { findPlace, reportContext } from './report-context.store'
import { problemsWithReport } from './report-rules'
import type { ReportWording, StatusReport } from './status-report'
import { reportContent } from './status-report.content'
import { addReport, newestReportEntry, reportsAt } from './status-report.store'

/** What is to be recorded, by whom, and what its author had seen. */
export interface Filing {
  actor: Actor
  place: { agreement: string; code: string }
  /** The report, or what keeps it from being read as one. */
  read: { wording: ReportWording } | { problems: Problem[] }
  once: Once | null
  /** The last entry when the form was made; null for no check. */
  seen: number | null
  /** How the recorded report is to be answered. */
  answer: (id: string) => Answer
}

export type Recorded =
  | { outcome: 'recorded'; report: StatusReport; standing: Standing; answer: Answer }
  | { outcome: 'refused'; problems: Problem[] }
  | { outcome: 'overtaken'; wording: ReportWording; newer: StatusReport[] }
  | { outcome: 'no such measure' }
  | Repeated

/** Records one status report and its measure's new standing. Judged in the order: key, fields, rules, what was seen. */
export function recordStatusReport(deps: Deps, filing: Filing): Promise<Recorded> {
  const { actor, place, read, once, seen } = filing
  return onceInLedger<Exclude<Recorded, Repeated> & { answer?: Answer }>(deps, once, async (ledger) => {
    if ('problems' in read) return { outcome: 'refused', problems: read.problems }
    const found = await findPlace(ledger.tx, place.agreement, place.code)
    if (!found) return { outcome: 'no such measure' }
    const author = { actorId: actor.id, capacity: actor.capacity }
    const { context, supersededBy } = await reportContext(
      ledger.tx,
      found,
      read.wording,
      author,
      ledger.enteredAt,
    )
    const problems = problemsWithReport(read.wording, context)
    if (problems.length > 0) return { outcome: 'refused', problems }
    if (seen !== null && (await newestReportEntry(ledger.tx, found.measure.id)) > seen)
      return {
        outcome: 'overtaken',
        wording: read.wording,
        newer: await newerReports(ledger.tx, found.measure.id, seen),
      }
    const id = deps.newId()
    const measure = { id: found.measure.id, agreement: place.agreement, code: place.code }
    const fields = toContentObject(reportContent(read.wording))
    const report = addReport(ledger, actor, { id, measure, fields, supersededBy })
    const runs = await restandOn(ledger, found.measure)
    const standing = standingAt(runs, measureFact(found.measure), dayOf(ledger.enteredAt))
    return { outcome: 'recorded', report, standing, answer: filing.answer(id) }
  })
}

/** The reports on a measure that entered after an entry, newest first. */
export async function newerReports(db: Db, measureId: string, seen: number): Promise<StatusReport[]> {
  const reports = await reportsAt(db, null, { measureId })
  return reports.filter((report) => report.entry > seen)
}
