import { readAgreement } from '../agreements/agreement.content'
import { addDays, type Day, type Precision, precisionsOf } from '../lib/dates'
import type { JsonObject } from '../lib/json'
import { readMeasure } from '../measures/measure.content'
import type { DeadlineFact, MeasureFact, ReportFact } from '../standing/facts'
import { flagDaysOf, runsOf, standingAt } from '../standing/standing'
import type { Run } from '../standing/standing.types'
import { DAY_EVENTS, type DayEvent, type DayPassed } from './day-passed'

/** Something with the entry that brought it and the one that withdrew it. */
interface Entered {
  entry: number
  withdrawnBy: number | null
  precision: Precision
}

/** Everything that ever entered about a measure, so that it can be told what was known at the beginning of any day. */
export interface EnteredHistory {
  id: string
  agreement: string
  code: string
  /** In the order in which they are laid over one another. */
  wordings: readonly { entry: number; fields: JsonObject }[]
  agreementWordings: readonly { entry: number; fields: JsonObject }[]
  /** The entries that withdrew it or its agreement. */
  withdrawnBy: readonly number[]
  reports: readonly (ReportFact & Entered)[]
  deadlines: readonly (DeadlineFact & Entered)[]
}

/** A day with the number of the last entry that had entered before it began. */
export interface Begun {
  day: Day
  upTo: number
}

/** What is known of a measure that counts. */
interface Known {
  measure: MeasureFact
  concludedOn: Day
  reports: readonly (ReportFact & Entered)[]
  deadlines: readonly (DeadlineFact & Entered)[]
}

/**
 * What days brought a measure: the event is not there on the day before and is there on the day, both by the record as it
 * had entered when the day began. So it is the same whenever it is asked, and what entered late is told by its own entry.
 * The days come in order.
 */
export function dayEventsOf(history: EnteredHistory, days: readonly Begun[]): DayPassed[] {
  return stretchesOf(history, days).flatMap(({ first, last, upTo }) => {
    const known = knownBy(history, upTo)
    return known ? eventsIn(known, first, last) : []
  })
}

/** Days in a row before which the same had entered of the measure. */
function stretchesOf(history: EnteredHistory, days: readonly Begun[]) {
  const changes = changesOf(history)
  const stretches: { first: Day; last: Day; upTo: number; changed: number }[] = []
  let changed = 0
  for (const { day, upTo } of days) {
    while ((changes[changed] ?? Infinity) <= upTo) changed++
    const before = stretches.at(-1)
    if (before?.changed === changed && addDays(before.last, 1) === day) before.last = day
    else stretches.push({ first: day, last: day, upTo, changed })
  }
  return stretches
}

const changesOf = ({ wordings, agreementWordings, withdrawnBy, reports, deadlines }: EnteredHistory) =>
  [
    ...[...wordings, ...agreementWordings].map(({ entry }) => entry),
    ...withdrawnBy,
    ...[...reports, ...deadlines].flatMap((one) => [one.entry, one.withdrawnBy ?? one.entry]),
  ].sort((one, other) => one - other)

/** Undefined where the measure had not entered, or was withdrawn. */
function knownBy(history: EnteredHistory, upTo: number): Known | undefined {
  const entered = <T extends { entry: number }>(all: readonly T[]) => all.filter(({ entry }) => entry <= upTo)
  const wordings = entered(history.wordings)
  if (wordings.length === 0 || history.withdrawnBy.some((entry) => entry <= upTo)) return undefined
  const standing = <T extends Entered & { withdrawnAt: string | null }>(all: readonly T[]) =>
    entered(all)
      .filter(({ withdrawnBy }) => withdrawnBy === null || withdrawnBy > upTo)
      .map((one) => ({ ...one, withdrawnAt: null }))
  const { owedBy, obligation, reviewIntervalDays } = readMeasure(laidOver(wordings))
  return {
    measure: { owedBy, obligation, reviewIntervalDays },
    concludedOn: readAgreement(laidOver(entered(history.agreementWordings))).concludedOn,
    reports: standing(history.reports),
    deadlines: standing(history.deadlines),
  }
}

const laidOver = (wordings: readonly { fields: JsonObject }[]): JsonObject =>
  wordings.reduce<JsonObject>((fields, wording) => ({ ...fields, ...wording.fields }), {})

function eventsIn(known: Known, first: Day, last: Day): DayPassed[] {
  const runs = runsOf(known.measure, known.reports, known.deadlines, null)
  return turningDays(runs, known)
    .filter((day) => first <= day && day <= last)
    .flatMap((day) => {
      const [was, is] = [flagsOn(runs, known, addDays(day, -1)), flagsOn(runs, known, day)]
      return DAY_EVENTS.flatMap((event) => {
        const on = is[event]
        return on === null || was[event] !== null
          ? []
          : [{ event, day, on, onPrecision: exactness(known, event, on) }]
      })
    })
}

/** The days on which a flag may turn: no other changes a standing. */
function turningDays(runs: readonly Run[], { measure, concludedOn }: Known): Day[] {
  const days = runs.flatMap((run) => {
    const { dueSoonFrom, overdueFrom, staleFrom } = flagDaysOf(run, measure)
    return [run.fromOn, dueSoonFrom, overdueFrom, staleFrom].filter((day) => day !== null)
  })
  return [...new Set([concludedOn, ...days])].sort()
}

/** The day that each event is counted from, where it is there; nothing is before the agreement was concluded. */
function flagsOn(
  runs: readonly Run[],
  { measure, concludedOn }: Known,
  day: Day,
): Record<DayEvent, Day | null> {
  if (day < concludedOn) return { due_soon: null, overdue: null, stale: null }
  const { time, dueOn, freshness, lastHeardOn } = standingAt(runs, measure, day)
  return {
    due_soon: time === 'due_soon' ? dueOn : null,
    overdue: time === 'overdue' ? dueOn : null,
    stale: freshness === 'stale' ? lastHeardOn : null,
  }
}

function exactness({ reports, deadlines }: Known, event: DayEvent, on: Day): Precision {
  const given =
    event === 'stale'
      ? reports.filter(({ stage }) => stage !== null).map(({ asOf, precision }) => ({ day: asOf, precision }))
      : deadlines.map(({ dueOn, precision }) => ({ day: dueOn, precision }))
  return precisionsOf(given)[on] ?? 'day'
}
