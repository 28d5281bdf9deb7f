import { addDays, daysBetween, type Day, type Instant } from '../lib/dates'
import type { Measure } from '../measures/measure'
import { DEFAULT_REVIEW_DAYS } from '../measures/measure'
import { flagDaysOf } from '../standing/standing'
import type { DaysKnown, Standing } from '../standing/standing.types'

/** A day on which something is due of a measure, or it wants to be heard of. */
export interface CalendarDay {
  kind: 'deadline' | 'review' | 'stale'
  day: Day
  /** Rises whenever the day may have changed. */
  sequence: number
}

/** A measure as a calendar tells of it. */
export interface CalendarMeasure {
  measure: Measure
  agreement: { slug: string; title: string }
  standing: Standing
  known: DaysKnown
  /** How often its deadline was set, moved, lifted or withdrawn. */
  decisions: number
  /** The last entry on it that somebody made. */
  last: { n: number; enteredAt: Instant }
  owedBy: string[]
}

/** Days between two reviews. */
export const reviewDaysOf = ({ reviewIntervalDays, obligation }: Measure): number =>
  reviewIntervalDays ?? DEFAULT_REVIEW_DAYS[obligation]

/**
 * The days of a measure that a calendar holds: the one it is due on as decided last; the last one on which what was heard
 * is fresh, when it is due for review; and the first one on which it is stale. None where it was abandoned or superseded.
 */
export function calendarDaysOf({ measure, standing, decisions, last }: CalendarMeasure): CalendarDay[] {
  if (standing.time === 'closed') return []
  const { dueOn } = standing
  const { ageingFrom, staleFrom } = flagDaysOf(standing, measure)
  const reviewOn = ageingFrom === null ? null : addDays(ageingFrom, -1)
  const days = [
    { kind: 'deadline', day: dueOn, sequence: Math.max(0, decisions - 1) },
    { kind: 'review', day: reviewOn, sequence: last.n },
    { kind: 'stale', day: staleFrom, sequence: last.n },
  ] as const
  return days.flatMap(({ day, ...one }) => (day === null ? [] : [{ ...one, day }]))
}

/** How many days lie between hearing of a measure and the day it is stale. */
export const silenceUntil = (standing: Standing, day: Day): number =>
  standing.lastHeardOn === null ? 0 : daysBetween(standing.lastHeardOn, day)
