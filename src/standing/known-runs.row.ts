import type { Day, Instant } from '../lib/dates'
import type { DeadlineFact, MeasureFact, ReportFact } from './facts'
import { byLateness, liveIn } from './positions'
import { type RunRow, runRow, saysTheSame } from './run.row'
import { runsFrom, standingDecisions, standsAt } from './standing'
import type { Run } from './standing.types'

/** What the rule needs of a measure from an instant on. */
export interface Worded {
  recordedAt: Instant
  fact: MeasureFact
}

/** All that was ever said of a measure. */
export interface Told {
  id: string
  /** Oldest first. */
  wordings: readonly Worded[]
  reports: readonly ReportFact[]
  deadlines: readonly DeadlineFact[]
}

/** A run at hand with its row. */
interface Known {
  run: Run
  row: RunRow
}

/**
 * Every run that a measure ever had, with the instants between which it was known: what the rule gives at each instant at
 * which something about it was recorded or taken back. Only the days from the earliest that such an instant touches are
 * thought over again, so that a record told in order costs what it is long.
 */
export function knownRuns(told: Told): RunRow[] {
  const heard = new Heard(told.reports)
  const gone: RunRow[] = []
  let known: Known[] = []
  for (const { at, from, reports } of turningPoints(told)) {
    heard.until(at, reports)
    const { fact } = told.wordings.findLast(({ recordedAt }) => recordedAt <= at) ?? {}
    if (!fact) continue
    const first = known.findLastIndex(({ run }) => run.fromOn < from) + 1
    const last = known[first - 1]?.run
    const fresh = runsFrom(from, fact, {
      before: last ? { run: last, live: liveIn(last, heard.reportOf) } : null,
      reports: heard.from(from),
      decisions: standingDecisions(told.deadlines, at),
    }).map((run) => ({ run, row: runRow(told.id, run, fact, at) }))
    const before = known.slice(first)
    const { kept, retired } = overlaid(
      before.map(({ row }) => row),
      fresh.map(({ row }) => row),
    )
    gone.push(...retired.map((row) => ({ ...row, known_to: at })))
    known = [...known.slice(0, first), ...fresh.map((one) => ({ ...one, row: kept.get(one.row) ?? one.row }))]
  }
  return [...gone, ...known.map(({ row }) => row)]
}

/**
 * What is known of some days, and what is thought of them now: of the new rows those that say what was known already, each
 * with the old row; and the old ones that hold no more.
 */
export function overlaid(
  before: readonly RunRow[],
  now: readonly RunRow[],
): { kept: Map<RunRow, RunRow>; retired: RunRow[] } {
  const byDay = new Map(now.map((row) => [row.from_on, row]))
  const kept = new Map<RunRow, RunRow>()
  const retired: RunRow[] = []
  for (const row of before) {
    const same = byDay.get(row.from_on)
    if (same && saysTheSame(row, same)) kept.set(same, row)
    else retired.push(row)
  }
  return { kept, retired }
}

/** An instant at which the runs may change, the first day they may change from, and the reports whose sight it changes. */
interface TurningPoint {
  at: Instant
  from: Day
  reports: Set<ReportFact>
}

function turningPoints({ wordings, reports, deadlines }: Told): TurningPoint[] {
  const points = new Map<Instant, TurningPoint>()
  const first = wordings[0]?.recordedAt ?? ''
  const touch = (instant: Instant | null, from: Day): TurningPoint | undefined => {
    if (instant === null) return undefined
    // What is older than its measure came to be seen with it.
    const at = instant < first ? first : instant
    const point = points.get(at) ?? { at, from, reports: new Set() }
    if (from < point.from) point.from = from
    points.set(at, point)
    return point
  }
  const byId = new Map(reports.map((report) => [report.id, report]))
  for (const { recordedAt } of wordings) touch(recordedAt, '')
  for (const one of deadlines) for (const at of [one.recordedAt, one.withdrawnAt]) touch(at, one.decidedOn)
  for (const report of reports)
    for (const seen of [report, byId.get(report.corrects ?? '')])
      for (const at of [report.recordedAt, report.withdrawnAt])
        if (seen) touch(at, seen.asOf)?.reports.add(seen)
  return [...points.values()].sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** The reports that are visible at an instant which only moves on (rule 1), in `byLateness` order. */
class Heard {
  readonly #byId: Map<string, ReportFact>
  readonly #correctors: Map<string | null, ReportFact[]>
  readonly #visible: ReportFact[] = []

  constructor(reports: readonly ReportFact[]) {
    this.#byId = new Map(reports.map((report) => [report.id, report]))
    this.#correctors = Map.groupBy(reports, ({ corrects }) => corrects)
  }

  readonly reportOf = (id: string): ReportFact | undefined => this.#byId.get(id)

  /** Moves on to an instant, at which only these may have come to be seen or gone. */
  until(at: Instant, changed: Iterable<ReportFact>): void {
    for (const report of changed) {
      const place = this.#placeOf(report)
      const isSeen = this.#visible[place] === report
      const corrected = this.#correctors.get(report.id)?.some((one) => standsAt(one, at)) ?? false
      const seen = standsAt(report, at) && !corrected
      if (seen && !isSeen) this.#visible.splice(place, 0, report)
      if (isSeen && !seen) this.#visible.splice(place, 1)
    }
  }

  /** Those that describe a day or a later one. */
  from(day: Day): ReportFact[] {
    return this.#visible.slice(this.#firstWhere((report) => report.asOf >= day))
  }

  #placeOf(wanted: ReportFact): number {
    return this.#firstWhere((report) => byLateness(report, wanted) >= 0)
  }

  #firstWhere(isPast: (report: ReportFact) => boolean): number {
    let low = 0
    let high = this.#visible.length
    while (low < high) {
      const middle = (low + high) >> 1
      const report = this.#visible[middle]
      if (report && isPast(report)) high = middle
      else low = middle + 1
    }
    return low
  }
}
