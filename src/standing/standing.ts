import { daysAfter, daysBetween, type Day, type Instant } from '../lib/dates'
import { DEFAULT_REVIEW_DAYS } from '../measures/measure'
import type { Asked, DeadlineFact, MeasureFact, ReportFact } from './facts'
import {
  byDecision,
  byLateness,
  datedOf,
  emptyPosition,
  hear,
  isClosed,
  type Live,
  silence,
  spokenOf,
} from './positions'
import type { Freshness, Position, Run, Standing, Time } from './standing.types'

// The rule of product.md, "Standing: the exact rule"; the numbers below are its numbers.

const DUE_SOON_DAYS = 30

export const standsAt = (
  row: { recordedAt: Instant; withdrawnAt: Instant | null },
  knownAt: Instant | null,
): boolean =>
  knownAt === null
    ? row.withdrawnAt === null
    : row.recordedAt <= knownAt && (row.withdrawnAt === null || row.withdrawnAt > knownAt)

/** Rule 1 for every day at once. A correction that is itself corrected still keeps what it corrected out. */
export function visibleReports(reports: readonly ReportFact[], knownAt: Instant | null): ReportFact[] {
  const standing = reports.filter((report) => standsAt(report, knownAt))
  const corrected = new Set(standing.map((report) => report.corrects))
  return standing.filter((report) => !corrected.has(report.id)).sort(byLateness)
}

const daysOf = (reports: readonly ReportFact[], decisions: readonly DeadlineFact[]): Day[] =>
  [...new Set([...reports.map((report) => report.asOf), ...decisions.map((one) => one.decidedOn)])].sort()

/** What the runs from one day on rest on. */
export interface Unfolding {
  /** The last run before that day, and what was live in it; null where there is none. */
  before: { run: Run; live: Live } | null
  /** The visible reports from that day on, in `byLateness` order. */
  reports: readonly ReportFact[]
  /** Every decision that stands, also of earlier days, in `byDecision` order. */
  decisions: readonly DeadlineFact[]
}

/**
 * All that a measure's standing has been over effective time from a day on. Before the first run nothing was said or
 * decided. A day with a report always starts a run, for it changes who was heard or looked; a day with nothing but
 * decisions does so where they change the due day or their number.
 */
export function runsFrom(day: Day, { owedBy }: MeasureFact, unfolding: Unfolding): Run[] {
  const { reports, decisions } = unfolding
  const live = unfolding.before?.live ?? silence()
  let before: Position = unfolding.before?.run ?? emptyPosition()
  let heard = 0
  let decided = decisions.filter(({ decidedOn }) => decidedOn < day).length
  const runs: Run[] = []
  for (const fromOn of daysOf(reports, decisions.slice(decided))) {
    const silentUntil = heard
    for (let next = reports[heard]; next?.asOf === fromOn; next = reports[++heard]) hear(live, next)
    while (decisions[decided]?.decidedOn === fromOn) decided++
    const spoken = heard > silentUntil
    const dated = datedOf(decisions, decided)
    if (!spoken && dated.dueOn === before.dueOn && dated.timesMoved === before.timesMoved) continue
    const run = { ...before, ...(spoken ? spokenOf(live, owedBy, before, fromOn) : {}), ...dated, fromOn }
    runs.push(run)
    before = run
  }
  return runs
}

/** The deadline decisions that stand at an instant, in the order in which they were made. */
export const standingDecisions = (
  deadlines: readonly DeadlineFact[],
  knownAt: Instant | null,
): DeadlineFact[] => deadlines.filter((one) => standsAt(one, knownAt)).sort(byDecision)

/** All the runs of a measure, as known at an instant (null: everything committed). */
export const runsOf = (
  measure: MeasureFact,
  reports: readonly ReportFact[],
  deadlines: readonly DeadlineFact[],
  knownAt: Instant | null,
): Run[] =>
  runsFrom('', measure, {
    before: null,
    reports: visibleReports(reports, knownAt),
    decisions: standingDecisions(deadlines, knownAt),
  })

/** The last run that starts on the day or before it. */
function runAt(runs: readonly Run[], day: Day): Run | undefined {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.fromOn ?? day) <= day) low = middle + 1
    else high = middle
  }
  return runs[low - 1]
}

function positionAt(runs: readonly Run[], day: Day): Position {
  const run = runAt(runs, day)
  if (!run) return emptyPosition()
  const { fromOn: _, ...position } = run
  return position
}

const reviewDaysOf = (measure: MeasureFact): number =>
  measure.reviewIntervalDays ?? DEFAULT_REVIEW_DAYS[measure.obligation]

type Bare = Omit<Position, 'claims' | 'finding'>

/** What is built and agreed to be built need not be heard of again. */
const isSettled = ({ stage, condition, basis }: Bare, { obligation }: MeasureFact): boolean =>
  obligation === 'one_off' &&
  stage === 3 &&
  condition === 'active' &&
  (basis === 'verified' || basis === 'claimed_by_all')

/** Rule 6. */
function freshnessOn(day: Day, position: Position, measure: MeasureFact): Freshness {
  if (position.lastHeardOn === null) return 'never'
  if (isSettled(position, measure)) return 'settled'
  const age = daysBetween(position.lastHeardOn, day)
  const review = reviewDaysOf(measure)
  if (age <= review) return 'fresh'
  return age <= 2 * review ? 'ageing' : 'stale'
}

/** Rule 8, second half. */
function timeOn(day: Day, { condition, dueOn, metOn }: Position): Time {
  if (isClosed(condition)) return 'closed'
  if (dueOn === null) return 'no_deadline'
  if (metOn !== null) return metOn <= dueOn ? 'met_on_time' : 'met_late'
  if (day > dueOn) return 'overdue'
  return daysBetween(day, dueOn) <= DUE_SOON_DAYS ? 'due_soon' : 'not_yet_due'
}

/** Where the measure stands on a day, from its runs. */
export function standingAt(runs: readonly Run[], measure: MeasureFact, day: Day): Standing {
  const position = positionAt(runs, day)
  const time = timeOn(day, position)
  return {
    ...position,
    freshness: freshnessOn(day, position, measure),
    time,
    daysOverdue: time === 'overdue' && position.dueOn ? daysBetween(position.dueOn, day) : null,
  }
}

/** Where the measure stands on the day asked for, as known at the instant asked for. */
export const standingOf = (
  measure: MeasureFact,
  reports: readonly ReportFact[],
  deadlines: readonly DeadlineFact[],
  asked: Asked,
): Standing => standingAt(runsOf(measure, reports, deadlines, asked.knownAt), measure, asked.asOf)

/** The days on which a flag turns while nothing more is recorded; null where it never will. */
export interface FlagDays {
  /** May lie before the run starts. */
  dueSoonFrom: Day | null
  overdueFrom: Day | null
  ageingFrom: Day | null
  staleFrom: Day | null
}

/** A day that the calendar cannot write never comes. */
const shifted = (day: Day | null, days: number): Day | null => (day === null ? null : daysAfter(day, days))

/** The day on which a measure must be met; null where none is waited for. */
const awaitedOf = ({ condition, metOn, dueOn }: Bare): Day | null =>
  isClosed(condition) || metOn !== null ? null : dueOn

export const flagDaysOf = (position: Bare, measure: MeasureFact): FlagDays => ({
  dueSoonFrom: shifted(awaitedOf(position), -DUE_SOON_DAYS),
  overdueFrom: overdueFromOf(position),
  ageingFrom: oldFrom(position, measure, 1),
  staleFrom: staleFromOf(position, measure),
})

/** The day on which a measure turns overdue while nothing more is recorded. */
export const overdueFromOf = (position: Bare): Day | null => shifted(awaitedOf(position), 1)

/** The day on which a measure turns stale while nothing more is recorded. */
export const staleFromOf = (position: Bare, measure: MeasureFact): Day | null => oldFrom(position, measure, 2)

const oldFrom = (position: Bare, measure: MeasureFact, reviews: 1 | 2): Day | null =>
  isSettled(position, measure) ? null : shifted(position.lastHeardOn, reviews * reviewDaysOf(measure) + 1)
