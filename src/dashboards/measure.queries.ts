import { daysPassedOf } from '../days/days-passed.queries'
import type { Db } from '../db/database'
import { deadlinesAt } from '../deadlines/deadline.store'
import type { Reader } from '../evidence/file.store'
import { inPromisedOrder } from '../measures/lineage.queries'
import { readMeasure } from '../measures/measure.content'
import type { MeasureHistory } from '../measures/measure.store'
import { notesAt } from '../notes/note.store'
import { observationsAt } from '../observations/observation.store'
import { repliesAt } from '../replies/reply.store'
import type { Instant } from '../lib/dates'
import type { Asked } from '../standing/facts'
import type { Standing } from '../standing/standing.types'
import type { ReportState, StatusReport } from '../status-reports/status-report'
import { correctingIds, reportsAt } from '../status-reports/status-report.store'
import { namesOfActors } from '../users/user.store'
import { liveReports } from './lines.queries'
import { addressOf, type Placed } from './placed.queries'
import { lineageIn, type Register } from './register'
import { revisionsIn } from './revised'

/**
 * The status history of a measure as a day and an instant see it, newest entry first, each with what became of it. What is
 * restricted is in it only as far as the reader may see it.
 */
export async function historyOf(
  db: Db,
  measureId: string,
  standing: Standing,
  owedBy: string[],
  asked: Asked,
  reader: Reader | null = null,
  /** Only these; of every report where none are named. */
  only: readonly string[] | null = null,
) {
  const all = only
    ? await withCorrections(db, asked.knownAt, only, reader)
    : await reportsAt(db, asked.knownAt, { measureId, reader })
  const wanted = only && new Set(only)
  const reports = all.filter(({ id, asOf }) => asOf <= asked.asOf && (wanted?.has(id) ?? true))
  const replies = await repliesAt(db, asked.knownAt, { reportIds: all.map(({ id }) => id) })
  const repliesTo = (id: string | null) => replies.filter((reply) => reply.report === id)
  const live = new Set(liveReports(standing))
  const corrections = correctionsIn(all)
  const approved = reports.filter(({ approvedBy }) => approvedBy !== null)
  const people = await namesOfActors(
    db,
    approved.flatMap(({ actor, approvedBy }) => [actor.id, approvedBy?.id ?? '']),
  )
  return reports.map((report) => ({
    report,
    state: stateOf(report, live, corrections),
    correctedBy: corrections.get(report.id) ?? null,
    corrected: all.find(({ id }) => id === report.corrects) ?? null,
    replies: repliesTo(report.id),
    repliesBefore: repliesTo(report.corrects),
    owedBy,
    ...(report.approvedBy && {
      signed: {
        author: people.get(report.actor.id) ?? null,
        approver: people.get(report.approvedBy.id) ?? null,
      },
    }),
  }))
}

/** Some reports, with those that they correct and those that correct them. */
async function withCorrections(
  db: Db,
  knownAt: Instant | null,
  ids: readonly string[],
  reader: Reader | null,
) {
  const those = await reportsAt(db, knownAt, { ids, reader })
  const corrected = those.flatMap(({ corrects }) => corrects ?? [])
  const tied = [...corrected, ...(await correctingIds(db, ids))].filter((id) => !ids.includes(id))
  return [...those, ...(await reportsAt(db, knownAt, { ids: tied, reader }))]
}

/** The standing correction of each corrected report; a withdrawn correction gives the first report back. */
export const correctionsIn = (reports: readonly StatusReport[]): Map<string, StatusReport> =>
  new Map(
    reports.flatMap((report) =>
      report.corrects !== null && !report.withdrawn ? [[report.corrects, report] as const] : [],
    ),
  )

export function stateOf(
  report: StatusReport,
  live: ReadonlySet<string>,
  corrections: ReadonlyMap<string, StatusReport>,
): ReportState {
  if (report.withdrawn) return 'withdrawn'
  if (corrections.has(report.id)) return 'corrected'
  return live.has(report.id) ? 'live' : 'earlier'
}

/** What a measure's page shows besides its line and its history. */
export async function measureBackground(
  db: Db,
  register: Register,
  placed: Placed,
  { wordings }: MeasureHistory,
  asked: Asked,
) {
  const { asOf, knownAt } = asked
  const only = { measureIds: [placed.measure.id] }
  const deadlines = await deadlinesAt(db, knownAt, only)
  return {
    deadlines: deadlines.filter(({ decidedOn }) => decidedOn <= asOf),
    observations: (await observationsAt(db, knownAt, only)).filter(({ observedOn }) => observedOn <= asOf),
    notes: (await notesAt(db, knownAt, only)).filter(({ on }) => on <= asOf),
    daysPassed: await daysPassedOf(db, placed.measure.id, asked),
    lineage: await lineageSteps(register, placed, asked),
    revisions: revisionsIn(wordings, readMeasure),
  }
}

async function lineageSteps(register: Register, here: Placed, asked: Asked) {
  const tied = lineageIn(await register.placed(asked), await register.links(asked), addressOf(here))
  const steps = tied.some((each) => each.measure.id === here.measure.id) ? tied : [...tied, here]
  return promisedSteps(steps, here.measure.id)
}

/** Promises of the same thing in the order in which they were made. */
export const promisedSteps = (placed: readonly Placed[], here: string | null = null) =>
  placed
    .map(({ agreement, measure, standing }) => ({
      agreement: { slug: agreement.slug, title: agreement.title },
      code: measure.code,
      title: measure.title,
      concludedOn: agreement.concludedOn,
      concludedOnPrecision: agreement.concludedOnPrecision,
      label: standing.label,
      here: measure.id === here,
    }))
    .sort(inPromisedOrder)
