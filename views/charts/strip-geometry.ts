import { daysBetween, type Day, type Precision } from '../../src/lib/dates'
import type { MeasureFact } from '../../src/standing/facts'
import { emptyPosition } from '../../src/standing/positions'
import { staleFromOf } from '../../src/standing/standing'
import type { BareRun, Label, Position } from '../../src/standing/standing.types'

/** A stretch of days over which a measure's strip looks the same. */
export interface Segment {
  from: Day
  /** The first day of the next stretch; the last day shown for the last one. */
  to: Day
  label: Label
  /** The bar's height follows it; null is hatched over the full height. */
  stage: Position['stage']
  stale: boolean
  heard: boolean
}

interface Asked {
  runs: readonly BareRun[]
  measure: MeasureFact
  from: Day
  to: Day
}

const later = (one: Day, other: Day): Day => (one > other ? one : other)
const earlier = (one: Day, other: Day): Day => (one < other ? one : other)

type Bare = Omit<Position, 'claims' | 'finding'>

/** A position's own stretch, cut in two on the day it turns stale. */
function cut(position: Bare, measure: MeasureFact, from: Day, to: Day): Segment[] {
  const { label, stage } = position
  const whole = { from, to, label, stage, stale: false, heard: position.lastHeardOn !== null }
  const staleFrom = staleFromOf(position, measure)
  if (staleFrom === null || staleFrom > to) return [whole]
  if (staleFrom <= from) return [{ ...whole, stale: true }]
  return [
    { ...whole, to: staleFrom },
    { ...whole, from: staleFrom, stale: true },
  ]
}

const looksLike = (one: Segment, other: Segment): boolean =>
  one.label === other.label && one.stage === other.stage && one.stale === other.stale

/** The strip of a measure from the day its agreement was concluded to the day shown, alike stretches joined. */
export function segmentsOf({ runs, measure, from, to }: Asked): Segment[] {
  const segments: Segment[] = []
  const add = (position: Bare, start: Day, end: Day) => {
    const [first, last] = [later(start, from), earlier(end, to)]
    if (first > last || (first === last && last !== to)) return
    for (const segment of cut(position, measure, first, last)) {
      const before = segments.at(-1)
      if (before && looksLike(before, segment)) before.to = segment.to
      else segments.push(segment)
    }
  }
  const shown = runs.filter((run) => run.fromOn <= to)
  add(emptyPosition(), from, shown[0]?.fromOn ?? to)
  shown.forEach((run, index) => add(run, run.fromOn, shown[index + 1]?.fromOn ?? to))
  return segments.filter((segment, index) => segment.from < segment.to || index === segments.length - 1)
}

/** Where a day lies between two others, as a percentage; mirrored where lines are read from the right. */
export function placeOf(from: Day, until: Day, rightToLeft: boolean) {
  const span = Math.max(1, daysBetween(from, until))
  return (day: Day): number => {
    const at = (100 * daysBetween(from, day)) / span
    const within = Math.round(Math.min(100, Math.max(0, at)) * 100) / 100
    return rightToLeft ? 100 - within : within
  }
}

/** A decision as the strip draws it. */
export interface DeadlineStep {
  dueOn: Day | null
  dueOnPrecision?: Precision
  decidedOn: Day
  decidedOnPrecision?: Precision
}

/** Each day a measure was ever due, and each move from one to the next; decisions come in their order. */
export function ticksOf(steps: readonly DeadlineStep[]) {
  const days = steps.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn]))
  const current = steps.at(-1)?.dueOn ?? null
  const moves = days.slice(1).flatMap((to, index) => {
    const from = days[index]
    return from === undefined || from === to ? [] : [{ from, to }]
  })
  return { ticks: [...new Set(days)].map((day) => ({ day, current: day === current })), moves }
}

/** Years to write under a strip, at most about five. */
export function yearsBetween(from: Day, until: Day): Day[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))]
  const step = Math.max(1, Math.ceil((last - first) / 5))
  const years: Day[] = []
  for (let year = first + 1; year <= last; year += step) years.push(`${year}-01-01`)
  return years
}
