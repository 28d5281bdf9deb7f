import { type Day, dayOf, type Instant, PRECISIONS, type Precision } from '../lib/dates'
import { fieldsOf, type JsonObject } from '../lib/json'

/** What may become of a measure by nothing but a day coming; in the order in which they come. */
export const DAY_EVENTS = ['due_soon', 'overdue', 'stale'] as const
export type DayEvent = (typeof DAY_EVENTS)[number]

/** What became of a measure as a day came. */
export interface DayPassed {
  event: DayEvent
  day: Day
  /** The day it is counted from: the one it is due on; of a stale measure the one it was last heard of. */
  on: Day
  onPrecision: Precision
}

/** The day that each event is counted from, in the dataset's words. */
const COUNTED_FROM = { due_soon: 'due_on', overdue: 'due_on', stale: 'last_heard_on' } as const

/** What a day brought, as its entry says it; `days` is how many lie between the two days. */
export function dayPassedContent({ event, day, on, onPrecision }: DayPassed, days: number) {
  const name = COUNTED_FROM[event]
  return {
    event,
    day,
    [name]: on,
    ...(onPrecision === 'day' ? {} : { [`${name}_precision`]: onPrecision }),
    days,
  }
}

/** What an entry says that a day brought, with the days that lie between. */
export function readDayPassed(object: JsonObject): DayPassed & { days: number } {
  const fields = fieldsOf(object)
  const event = fields.oneOf('event', DAY_EVENTS) ?? 'overdue'
  const name = COUNTED_FROM[event]
  return {
    event,
    day: fields.text('day') ?? '',
    on: fields.text(name) ?? '',
    onPrecision: fields.oneOf(`${name}_precision`, PRECISIONS) ?? 'day',
    days: fields.number('days') ?? 0,
  }
}

/** Whether what a day brought was told only after it. */
export const isToldLate = (day: Day, enteredAt: Instant): boolean => day < dayOf(enteredAt)
