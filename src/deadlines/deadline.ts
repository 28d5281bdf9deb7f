import type { Recorded } from '../ledger/entry'
import type { Day, Precision } from '../lib/dates'

/** A dated decision that sets, moves or lifts (`dueOn` null) the day a measure is due. */
export interface DeadlineWording {
  dueOn: Day | null
  dueOnPrecision: Precision
  decidedOn: Day
  decidedOnPrecision: Precision
  decidedBy: string | null
  reason: string | null
}

export interface Deadline extends DeadlineWording, Recorded {}

/** The decision in force on a day and the first one, of those that stand, in the order in which they were decided. */
export function inForce<D extends Deadline>(
  decisions: readonly D[],
  day: Day,
): { current: D; original: D } | null {
  const standing = decisions.filter(({ withdrawn, decidedOn }) => withdrawn === null && decidedOn <= day)
  const [original] = standing
  const current = standing.at(-1)
  return original && current ? { current, original } : null
}

/** The days on which the standing deadlines with a day were decided. */
export const decidedDays = (decisions: readonly Deadline[]): Day[] =>
  decisions.flatMap(({ withdrawn, dueOn, decidedOn }) => (withdrawn || dueOn === null ? [] : [decidedOn]))
