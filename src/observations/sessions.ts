import { addMonths, daysBetween, type Day, firstOfPeriod, lastOfPeriod, type Precision } from '../lib/dates'
import type { Observation } from './observation'

/** A session, or whatever comes round again. */
export interface Session {
  on: Day
  precision: Precision
  /** The number that its note gives it, such as 18 for "18th session"; null where it gives none. */
  number: number | null
  observation: string
}

/** The days from one session to the next. */
export interface Gap {
  from: Day
  to: Day
  days: number
  /** Days beyond the interval promised; null within it or where none is promised. */
  late: number | null
  /** Whether both days are known to the day. */
  exact: boolean
}

/** What was held, against what was promised. */
export interface Rhythm {
  /** Oldest first. */
  sessions: Session[]
  gaps: Gap[]
  longest: Gap | null
  /** From the last session to the day shown; null where none was held. */
  open: Gap | null
  /** Held after the conclusion: a session at which the agreement was made redeems no promise. */
  held: number
  /** How many the interval promised from the conclusion to the day shown; null without one. */
  promised: number | null
  /** Numbers between the first and the last held that no session on record bears. */
  missing: number[]
}

interface Asked {
  concludedOn: Day
  concludedOnPrecision: Precision
  /** Null where no interval is promised. */
  everyMonths: number | null
  /** The day shown. */
  asOf: Day
}

/** "18th session" is number 18; English notes number their sessions so. */
export function sessionNumber(note: string | null): number | null {
  const [, number] = /^\s*(?:the\s+)?(\d{1,3})(?:st|nd|rd|th)\s+session\b/i.exec(note ?? '') ?? []
  return number === undefined ? null : Number(number)
}

/** How many times an interval comes round from one day to another. */
export function promisedBy(from: Day, to: Day, everyMonths: number): number {
  let count = 0
  while (addMonths(from, (count + 1) * everyMonths) <= to) count += 1
  return count
}

/** A `periodic` measure's sessions and the days between them; withdrawn ones are as if they had never been. */
export function rhythmOf(observations: readonly Observation[], asked: Asked): Rhythm {
  const { concludedOn, concludedOnPrecision, everyMonths, asOf } = asked
  const sessions = observations
    .filter(({ withdrawn, observedOn }) => withdrawn === null && observedOn <= asOf)
    .map(({ id, observedOn, observedOnPrecision, note }) => ({
      on: observedOn,
      precision: observedOnPrecision,
      number: sessionNumber(note),
      observation: id,
    }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const between = (from: Session, to: Pick<Session, 'on' | 'precision'>): Gap => {
    const due = everyMonths === null ? null : addMonths(from.on, everyMonths)
    return {
      from: from.on,
      to: to.on,
      days: daysBetween(from.on, to.on),
      late: due !== null && to.on > due ? daysBetween(due, to.on) : null,
      exact: from.precision === 'day' && to.precision === 'day',
    }
  }
  const gaps = sessions.flatMap((session, n) => {
    const next = sessions[n + 1]
    return next ? [between(session, next)] : []
  })
  const last = sessions.at(-1)
  const conclusion = lastOfPeriod(concludedOn, concludedOnPrecision)
  return {
    sessions,
    gaps,
    longest: gaps.reduce<Gap | null>((most, gap) => (most && most.days >= gap.days ? most : gap), null),
    open: last ? between(last, { on: asOf, precision: 'day' }) : null,
    held: sessions.filter(({ on, precision }) => firstOfPeriod(on, precision) > conclusion).length,
    promised: everyMonths === null ? null : promisedBy(concludedOn, asOf, everyMonths),
    missing: missingIn(sessions),
  }
}

function missingIn(sessions: readonly Session[]): number[] {
  const numbers = sessions.flatMap(({ number }) => number ?? [])
  const first = numbers[0]
  const last = numbers.at(-1)
  if (first === undefined || last === undefined) return []
  const between = Array.from({ length: Math.max(0, last - first) }, (_, n) => first + n)
  return between.filter((number) => !numbers.includes(number))
}
