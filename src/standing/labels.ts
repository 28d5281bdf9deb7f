import { type Day, dayOf, type Instant, lastInstantOf } from '../lib/dates'
import type { ReportFact } from './facts'
import { hear, hearLater, labelIn, type Live, silence } from './positions'
import { standsAt, visibleReports } from './standing'
import type { Label } from './standing.types'

/** The label of a measure from a day on; null while the measure does not count. */
export interface Turn {
  on: Day
  label: Label | null
}

/** Something that came to stand and may have been taken back. */
export interface Lasting {
  recordedAt: Instant
  withdrawnAt: Instant | null
}

/** What is needed to say how a measure was seen at the time. */
export interface Seen {
  reports: readonly ReportFact[]
  /** The measure and its agreement. */
  lasting: readonly Lasting[]
  /** When its agreement was concluded, by each wording, oldest first. */
  concluded: readonly { recordedAt: Instant; concludedOn: Day }[]
}

/** What was true then: the labels over the days that reports describe, all of them as known at one instant. */
export function turnsOf(reports: readonly ReportFact[], knownAt: Instant | null): Turn[] {
  const live = silence()
  const turns = new Map<Day, Label>()
  for (const report of visibleReports(reports, knownAt)) {
    hear(live, report)
    turns.set(report.asOf, labelIn(live))
  }
  return changed([...turns].map(([on, label]) => ({ on, label })))
}

/**
 * What we knew then: on each day D the label at (as of D, known at the end of D), never later than the instant asked for.
 * What was learnt later is not in it, and what was withdrawn later still is.
 */
export function turnsSeen(seen: Seen, until: Instant): Turn[] {
  const { reports } = seen
  const seenFrom = Map.groupBy(reports, seenOn)
  const upset = upsetDays(reports)
  const correctors = Map.groupBy(reports, ({ corrects }) => corrects)
  const turns: Turn[] = []
  let live = silence()
  for (const on of daysOf(seen, until)) {
    const knownAt = earlier(lastInstantOf(on), until)
    const stands = (report: ReportFact) => standsAt(report, knownAt)
    if (upset.has(on)) live = liveOn(reports, on, knownAt)
    else
      for (const report of seenFrom.get(on) ?? [])
        if (stands(report) && !correctors.get(report.id)?.some(stands)) hearLater(live, report)
    turns.push({ on, label: counts(seen, on, knownAt) ? labelIn(live) : null })
  }
  return changed(turns)
}

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other)

/** The day from which a report is seen. */
const seenOn = ({ asOf, recordedAt }: ReportFact): Day =>
  asOf > dayOf(recordedAt) ? asOf : dayOf(recordedAt)

/** The days on which something that was heard may be taken back or put right; on all others only new things are heard. */
const upsetDays = (reports: readonly ReportFact[]): Set<Day> =>
  new Set(
    reports.flatMap(({ corrects, recordedAt, withdrawnAt }) => [
      ...(withdrawnAt === null ? [] : [dayOf(withdrawnAt)]),
      ...(corrects === null ? [] : [dayOf(recordedAt)]),
    ]),
  )

function liveOn(reports: readonly ReportFact[], day: Day, knownAt: Instant): Live {
  const live = silence()
  for (const report of visibleReports(reports, knownAt)) if (report.asOf <= day) hear(live, report)
  return live
}

/** Whether the measure counts on a day, as known at an instant. */
function counts({ lasting, concluded }: Seen, day: Day, knownAt: Instant): boolean {
  const wording = concluded.findLast(({ recordedAt }) => recordedAt <= knownAt)
  return wording !== undefined && wording.concludedOn <= day && lasting.every((one) => standsAt(one, knownAt))
}

/** The days on which what is known may change, or what is known begins to hold. */
function daysOf({ reports, lasting, concluded }: Seen, until: Instant): Day[] {
  const instants = [...reports, ...lasting].flatMap(({ recordedAt, withdrawnAt }) =>
    withdrawnAt === null ? [recordedAt] : [recordedAt, withdrawnAt],
  )
  const days = [
    ...instants
      .concat(concluded.map(({ recordedAt }) => recordedAt))
      .flatMap((at) => (at <= until ? [dayOf(at)] : [])),
    ...reports.map(({ asOf }) => asOf),
    ...concluded.map(({ concludedOn }) => concludedOn),
  ]
  return [...new Set(days)].sort()
}

const changed = (turns: readonly Turn[]): Turn[] =>
  turns.filter(({ label }, index) => label !== (index === 0 ? null : turns[index - 1]?.label))
