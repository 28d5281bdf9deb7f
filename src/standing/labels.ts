import { type Day, dayOf, type Instant, lastInstantOf } from '../lib/dates'
import { standsAt } from './standing'
import type { Label } from './standing.types'

/** The label of a measure from a day on; null while the measure does not count. */
export interface Turn {
  on: Day
  label: Label | null
}

/** The label of a run, with the instants between which the run was known. */
export interface KnownLabel {
  fromOn: Day
  label: Label
  knownFrom: Instant
  /** Later than every instant where it still is. */
  knownTo: Instant
}

/** Something that came to stand and may have been taken back. */
export interface Lasting {
  recordedAt: Instant
  withdrawnAt: Instant | null
}

/** When a measure counts. */
export interface Counting {
  /** The measure and its agreement. */
  lasting: readonly Lasting[]
  /** When its agreement was concluded, by each wording, oldest first. */
  concluded: readonly { recordedAt: Instant; concludedOn: Day }[]
}

/** What is needed to say how a measure was seen at the time. */
export interface Seen extends Counting {
  /** Every run that it ever had. */
  runs: readonly KnownLabel[]
}

/**
 * What we knew then: on each day D the label at (as of D, known at the end of D), never later than the instant asked for.
 * What was learnt later is not in it, and what was withdrawn later still is.
 */
export function turnsSeen(seen: Seen, until: Instant): Turn[] {
  const labels = new Sight(seen.runs, until)
  return turnsOn(
    daysOf(seen, until).map((on) => ({ on, label: labels.on(on) })),
    seen,
    until,
  )
}

/** The same where the labels of some days, in order, are at hand. */
export const turnsOn = (days: readonly { on: Day; label: Label }[], when: Counting, until: Instant): Turn[] =>
  changed(
    days.map(({ on, label }) => ({
      on,
      label: counts(when, on, earlier(lastInstantOf(on), until)) ? label : null,
    })),
  )

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other)

/** The label by the knowledge of each day's end, asked for one day after the other. */
class Sight {
  readonly #coming: KnownLabel[]
  readonly #until: Instant
  /** The runs that are known and have begun, by their first day. */
  #known: KnownLabel[] = []

  constructor(runs: readonly KnownLabel[], until: Instant) {
    this.#until = until
    this.#coming = runs
      .filter(({ knownFrom }) => knownFrom <= until)
      .sort((a, b) => (seenOn(a) < seenOn(b) ? 1 : -1))
  }

  on(day: Day): Label {
    const at = earlier(lastInstantOf(day), this.#until)
    const isKnown = ({ knownTo }: KnownLabel) => knownTo > at
    this.#known = this.#known.filter(isKnown)
    for (let next = this.#coming.at(-1); next && seenOn(next) <= day; next = this.#coming.at(-1)) {
      this.#coming.pop()
      if (isKnown(next)) this.#insert(next)
    }
    return this.#known.at(-1)?.label ?? 'not_assessed'
  }

  #insert(run: KnownLabel): void {
    const place = this.#known.findLastIndex(({ fromOn }) => fromOn < run.fromOn) + 1
    this.#known.splice(place, 0, run)
  }
}

/** The day from which a run is seen. */
const seenOn = ({ fromOn, knownFrom }: KnownLabel): Day =>
  fromOn > dayOf(knownFrom) ? fromOn : dayOf(knownFrom)

/** Whether the measure counts on a day, as known at an instant. */
function counts({ lasting, concluded }: Counting, day: Day, knownAt: Instant): boolean {
  const wording = concluded.findLast(({ recordedAt }) => recordedAt <= knownAt)
  return wording !== undefined && wording.concludedOn <= day && lasting.every((one) => standsAt(one, knownAt))
}

/** The days on which what is known may change, or what is known begins to hold. */
function daysOf({ runs, lasting, concluded }: Seen, until: Instant): Day[] {
  const instants = [
    ...runs.flatMap(({ knownFrom, knownTo }) => [knownFrom, knownTo]),
    ...lasting.flatMap(({ recordedAt, withdrawnAt }) => [recordedAt, withdrawnAt ?? recordedAt]),
    ...concluded.map(({ recordedAt }) => recordedAt),
  ]
  const days = [
    ...instants.filter((at) => at <= until).map(dayOf),
    ...runs.map(({ fromOn }) => fromOn),
    ...concluded.map(({ concludedOn }) => concludedOn),
  ]
  return [...new Set(days)].sort()
}

const changed = (turns: readonly Turn[]): Turn[] =>
  turns.filter(({ label }, index) => label !== (index === 0 ? null : turns[index - 1]?.label))
