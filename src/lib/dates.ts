/** A calendar day, `YYYY-MM-DD`; compared as text. */
export type Day = string
/** An instant in UTC, exactly `YYYY-MM-DDTHH:MM:SS.sssZ`; compared as text. */
export type Instant = string
/** How exactly a day is known; `inferred` keeps the day but says that nobody printed it. */
export const PRECISIONS = ['day', 'month', 'year', 'inferred'] as const
export type Precision = (typeof PRECISIONS)[number]

/** How exactly some days are known; a day that is not among them is known exactly. */
export type Precisions = Readonly<Record<Day, Precision>>

const DAY_MS = 86_400_000
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[Tt ]([01]\d|2[0-3]):(\d{2})(?::(\d{2})(?:\.(\d+))?)?([Zz]|[+-]\d{2}:\d{2})$/

const millis = (day: Day): number => Date.parse(`${day}T00:00:00.000Z`)
const dayAt = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)

/** Whether the text is a day of the calendar, in the years 1000 to 9999. */
export function isDay(text: string): boolean {
  const ms = DAY.test(text) && text >= '1000-01-01' ? millis(text) : NaN
  return !Number.isNaN(ms) && dayAt(ms) === text
}

/** The instant in our one form, from any RFC 3339 form; undefined when it is none. */
export function readInstant(text: string): Instant | undefined {
  const parts = INSTANT.exec(text)
  if (!parts || !isDay(parts[1] ?? '')) return undefined
  const [, day, hour, minute, second = '00', fraction = '', zone = ''] = parts
  const ms = Date.parse(
    `${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}${zone.toUpperCase()}`,
  )
  return Number.isNaN(ms) || ms < Date.parse('1000-01-01') || ms > Date.parse('9999-12-31T23:59:59.999Z')
    ? undefined
    : new Date(ms).toISOString()
}

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((millis(to) - millis(from)) / DAY_MS)

export const addDays = (day: Day, days: number): Day => dayAt(millis(day) + days * DAY_MS)

const LAST_DAY_MS = Date.parse('9999-12-31')

/** The same; null where the calendar ends before that day. */
export function daysAfter(day: Day, days: number): Day | null {
  const ms = millis(day) + days * DAY_MS
  return ms > LAST_DAY_MS ? null : dayAt(ms)
}

/** The same day of the year before; the 28th for a leap day. */
export function yearBefore(day: Day): Day {
  const same = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`
  return isDay(same) ? same : `${same.slice(0, 8)}28`
}

export const lastYearEnd = (day: Day): Day => `${yearBefore(day).slice(0, 4)}-12-31`

/** The same day of a later month, or that month's last where it is shorter; stays at the calendar's end. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  if (!(last.getUTCFullYear() <= 9999)) return '9999-12-31'
  return dayAt(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
}

/** The UTC day of an instant. */
export const dayOf = (instant: Instant): Day => instant.slice(0, 10)

/** A bare `known_at` day means all of it. */
export const lastInstantOf = (day: Day): Instant => `${day}T23:59:59.999Z`

/** The first day of the month or year a day lies in; the day itself when it is known exactly or inferred. */
export function firstOfPeriod(day: Day, precision: Precision): Day {
  if (precision === 'month') return `${day.slice(0, 7)}-01`
  return precision === 'year' ? `${day.slice(0, 4)}-01-01` : day
}

/** The last day of the month or year a day lies in; the day itself when it is known exactly or inferred. */
export function lastOfPeriod(day: Day, precision: Precision): Day {
  if (precision === 'year') return `${day.slice(0, 4)}-12-31`
  if (precision !== 'month') return day
  const [year = 0, month = 0] = day.split('-').map(Number)
  return dayAt(Date.UTC(year, month, 0))
}

/** How exactly each of some days is known; where several sources give a day, the exact one speaks. */
export function precisionsOf(
  given: readonly { day: Day | null; precision: Precision }[],
): Record<Day, Precision> {
  const exact = new Set(given.filter(({ precision }) => precision === 'day').map(({ day }) => day))
  return Object.fromEntries(
    given.flatMap(({ day, precision }) => (day === null || exact.has(day) ? [] : [[day, precision]])),
  )
}
