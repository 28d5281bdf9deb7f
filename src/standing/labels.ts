import { type Day, dayOf, type Instant, lastInstantOf } from '../lib/dates'
import type { ReportFact } from './facts'
import { hear, labelIn, silence } from './positions'
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
  return changed(daysOf(seen, until).map((on) => ({ on, label: labelSeen(seen, on, until) })))
}

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other)

function labelSeen({ reports, lasting, concluded }: Seen, day: Day, until: Instant): Label | null {
  const knownAt = earlier(lastInstantOf(day), until)
  const wording = concluded.findLast(({ recordedAt }) => recordedAt <= knownAt)
  const counts = wording !== undefined && wording.concludedOn <= day
  if (!counts || !lasting.every((one) => standsAt(one, knownAt))) return null
  const live = silence()
  for (const report of visibleReports(reports, knownAt)) if (report.asOf <= day) hear(live, report)
  return labelIn(live)
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
