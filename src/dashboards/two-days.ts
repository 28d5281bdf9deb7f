import { type Day, isDay, yearBefore } from '../lib/dates'
import type { Problem } from '../messages/problem'

/** Whether each day is shown as it was known at its end, or both by all that is known now. */
export const READ_BY = ['then', 'now'] as const
export type ReadBy = (typeof READ_BY)[number]

/** Two days to compare, as an address asks for them. */
export interface TwoDays {
  from: Day
  to: Day
  by: ReadBy
  /** Whether the register held nothing yet on the first day, so that nobody could compare by it. */
  early?: boolean
}

/** What was typed, and what keeps it from being read. */
export interface Unreadable {
  typed: { from: string; to: string; by: ReadBy }
  problems: Problem[]
}

/** Reads `from`, `to` and `by`; without them the last day is `to`, and the first the day a year before the last. */
export function readTwoDays(
  given: { from: string; to: string; by: string },
  usual: { to: Day; today: Day },
): TwoDays | Unreadable {
  const by = READ_BY.find((one) => one === given.by) ?? 'then'
  const to = given.to || usual.to
  const typed = { from: given.from || yearBefore(isDay(to) ? to : usual.to), to, by }
  const problems = (['from', 'to'] as const).flatMap((field): Problem[] => {
    if (!isDay(typed[field])) return [{ field, message: 'compare.bad_day' }]
    return typed[field] > usual.today ? [{ field, message: 'compare.later_than_today' }] : []
  })
  if (problems.length === 0 && typed.from > typed.to)
    problems.push({ field: 'from', message: 'compare.from_after' })
  return problems.length > 0 ? { typed, problems } : typed
}
