import type { Db } from '../db/database'
import type { Deps } from '../deps'
import { headOf } from '../ledger/ledger.store'
import { dayOf, type Instant } from '../lib/dates'
import type { Problem } from '../messages/problem'
import { findStanding } from '../measures/place.store'
import type { ReportFact } from '../standing/facts'
import { factsOf } from '../standing/facts.store'
import { standingOf } from '../standing/standing'
import { measureFact } from '../standing/standing.store'
import type { Standing } from '../standing/standing.types'
import { newerReports, type Filing } from './record-status-report'
import { fileProblems, type Place, reportContext } from './report-context.store'
import { problemsWithReport } from './report-rules'
import type { ReportWording, StatusReport } from './status-report'

export type Previewed =
  | { outcome: 'refused'; problems: Problem[] }
  | { outcome: 'no such measure' }
  | {
      outcome: 'would stand'
      wording: ReportWording
      /** The measure's standing today without the report, and with it. */
      before: Standing
      after: Standing
      /** What was recorded on the measure since the form was made. */
      newer: StatusReport[]
    }

/** What recording a report would do today; nothing is recorded and no key used up. */
export async function previewStatusReport(
  deps: Deps,
  { actor, place, read, seen }: Pick<Filing, 'actor' | 'place' | 'read' | 'seen'>,
): Promise<Previewed> {
  if ('problems' in read) return { outcome: 'refused', problems: read.problems }
  const db = deps.db.read
  const found = await findStanding(db, place.agreement, place.code)
  if (!found) return { outcome: 'no such measure' }
  const { wording } = read
  const recordedAt = await nextInstant(deps)
  const author = { actorId: actor.id, capacity: actor.capacity }
  const { context } = await reportContext(db, found, wording, author, recordedAt)
  const problems = [
    ...problemsWithReport(wording, context),
    ...(await fileProblems(db, actor, wording, deps.clock())),
  ]
  if (problems.length > 0) return { outcome: 'refused', problems }
  const newer = seen === null ? [] : await newerReports(db, found.measure.id, seen)
  return { outcome: 'would stand', wording, newer, ...(await standingsWith(db, found, wording, recordedAt)) }
}

/** The instant that the ledger would give an entry now. */
async function nextInstant({ db, clock }: Deps): Promise<Instant> {
  const head = await headOf(db.read)
  const next = new Date(Date.parse(head.enteredAt) + 1).toISOString()
  const now = clock()
  return now > next ? now : next
}

async function standingsWith(db: Db, { measure }: Place, wording: ReportWording, recordedAt: Instant) {
  const facts = (await factsOf(db, [measure.id], null)).get(measure.id)
  const { reports, deadlines } = facts ?? { reports: [], deadlines: [] }
  const asked = { asOf: dayOf(recordedAt), knownAt: null }
  const standing = (all: readonly ReportFact[]) => standingOf(measureFact(measure), all, deadlines, asked)
  return { before: standing(reports), after: standing([...reports, factFrom(wording, recordedAt)]) }
}

const factFrom = (wording: ReportWording, recordedAt: Instant): ReportFact => ({
  id: 'draft',
  kind: wording.kind,
  party: wording.party,
  stage: wording.stage,
  condition: wording.condition,
  asOf: wording.asOf,
  recordedAt,
  withdrawnAt: null,
  corrects: wording.corrects,
  channel: wording.channel,
  by: wording.by,
})
