import { addMonths, type Day } from '../../src/lib/dates'
import { promisedBy } from '../../src/observations/sessions'

export const HELD_DOWN = 26
const FIRST_ROW = 78
const ROW = 24
export const rowDown = (row: number): number => FIRST_ROW + ROW * row
export const footOf = (rows: number): number => (rows === 0 ? HELD_DOWN + 34 : rowDown(rows - 1) + 16)

/** More ticks than these are a grey band in which none can be told from another. */
const MOST_TICKS = 150

/** The days on which an interval promised something, from the conclusion to the day shown; none where they could not be told apart. */
export function promisedDays(concludedOn: Day, to: Day, everyMonths: number): Day[] {
  const count = promisedBy(concludedOn, to, everyMonths)
  return count > MOST_TICKS
    ? []
    : Array.from({ length: count }, (_, n) => addMonths(concludedOn, (n + 1) * everyMonths))
}

/** Words of so many percent of the width fit between two marks. */
const WORDS = 17
export const hasRoom = (from: number, to: number): boolean => Math.abs(to - from) >= WORDS

/** On a phone they need more of it. */
const WORDS_ON_A_PHONE = 27
export const isNear = (from: number, to: number): boolean => Math.abs(to - from) < WORDS_ON_A_PHONE
