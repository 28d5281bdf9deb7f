import type { Db } from '../db/database'
import type { Deps } from '../deps'
import { needsApproval, type FourEyes } from '../drafts/four-eyes'
import { endReplaced, submitDraft } from '../drafts/submit-draft'
import { toContentObject } from '../ledger/content'
import type { Actor } from '../ledger/entry'
import type { Ledger } from '../ledger/ledger.store'
import { type Answer, type Once, onceInLedger, type Repeated } from '../ledger/once.store'
import { type Day, dayOf, type Instant } from '../lib/dates'
import type { Problem } from '../messages/problem'
import { findStanding } from '../measures/place.store'
import { standingAt } from '../standing/standing'
import { restandFrom } from '../standing/restand.store'
import { measureFact } from '../standing/standing.store'
import type { Standing } from '../standing/standing.types'
import { fileProblems, type Place, reportContext } from './report-context.store'
import { problemsWithReport } from './report-rules'
import type { ReportValues } from './report-values'
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
  /** Whose draft it was, or becomes where it waits for a second person. */
  drafting: Drafting
}

export interface Drafting {
  fourEyes: FourEyes
  /** The author's account. */
  userId: string
  /** What was typed into the form; null where there was none. */
  values: ReportValues | null
  /** How a report that waits is to be answered, by the draft's id. */
  answer: (id: string) => Answer
}

export type Recorded =
  | { outcome: 'recorded'; report: StatusReport; standing: Standing; answer: Answer }
  | { outcome: 'submitted'; id: string; answer: Answer }
  | { outcome: 'refused'; problems: Problem[] }
  | { outcome: 'overtaken'; wording: ReportWording; newer: StatusReport[] }
  | { outcome: 'no such measure' }
  | Repeated

/**
 * Records one status report and its measure's new standing, or lays it before a second person where one is asked for. Judged
 * in the order: key, fields, rules, what was seen.
 */
export function recordStatusReport(deps: Deps, filing: Filing): Promise<Recorded> {
  const { actor, place, read, once, seen, drafting } = filing
  return onceInLedger<Exclude<Recorded, Repeated> & { answer?: Answer }>(deps, once, async (ledger) => {
    if ('problems' in read) return { outcome: 'refused', problems: read.problems }
    const { wording } = read
    const judged = await judgeReport(ledger.tx, { actor, place, wording }, ledger.enteredAt)
    if (judged.outcome !== 'fit') return judged
    const measureId = judged.place.measure.id
    if (seen !== null && (await newestReportEntry(ledger.tx, measureId)) > seen)
      return { outcome: 'overtaken', wording, newer: await newerReports(ledger.tx, measureId, seen) }
    if (needsApproval(drafting.fourEyes, wording.kind)) {
      const id = await submitDraft(deps, ledger.tx, { ...drafting, measureId, wording })
      return { outcome: 'submitted', id, answer: drafting.answer(id) }
    }
    const id = deps.newId()
    const entered = await enterReport(ledger, actor, { id, wording, ...judged })
    await endReplaced(deps, ledger.tx, { ...drafting, measureId, report: id })
    return { outcome: 'recorded', ...entered, answer: filing.answer(id) }
  })
}

interface Judged {
  place: Place
  /** The id of the measure that is said to have taken this one's place. */
  supersededBy: string | null
  /** The first day of which it may change anything. */
  from: Day
}

/** Judges a report by the rules against the record as it is now. */
export async function judgeReport(
  db: Db,
  { actor, place, wording }: Pick<Filing, 'actor' | 'place'> & { wording: ReportWording },
  recordedAt: Instant,
): Promise<
  ({ outcome: 'fit' } & Judged) | { outcome: 'refused'; problems: Problem[] } | { outcome: 'no such measure' }
> {
  const found = await findStanding(db, place.agreement, place.code)
  if (!found) return { outcome: 'no such measure' }
  const author = { actorId: actor.id, capacity: actor.capacity }
  const { context, supersededBy } = await reportContext(db, found, wording, author, recordedAt)
  const problems = [
    ...problemsWithReport(wording, context),
    ...(await fileProblems(db, actor, wording, recordedAt)),
  ]
  if (problems.length > 0) return { outcome: 'refused', problems }
  const corrected = context.corrected?.report.asOf ?? wording.asOf
  const from = corrected < wording.asOf ? corrected : wording.asOf
  return { outcome: 'fit', place: found, supersededBy, from }
}

/** Enters a report that was judged, and its measure's new standing. */
export async function enterReport(
  ledger: Ledger,
  actor: Actor,
  { id, wording, place: { measure }, supersededBy, from }: Judged & { id: string; wording: ReportWording },
): Promise<{ report: StatusReport; standing: Standing }> {
  const fields = toContentObject(reportContent(wording))
  const where = { id: measure.id, agreement: measure.agreement, code: measure.code }
  const report = addReport(ledger, actor, { id, measure: where, fields, supersededBy })
  const runs = await restandFrom(ledger, measure, from)
  return { report, standing: standingAt(runs, measureFact(measure), dayOf(ledger.enteredAt)) }
}

/** The reports on a measure that entered after an entry, newest first. */
export async function newerReports(db: Db, measureId: string, seen: number): Promise<StatusReport[]> {
  const reports = await reportsAt(db, null, { measureId })
  return reports.filter((report) => report.entry > seen)
}
