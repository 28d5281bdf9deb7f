import type { Child } from 'hono/jsx'
import type { Day, Instant, Precision, Precisions } from '../../src/lib/dates'
import { useT, type Words } from './words'

// English dates are printed day first, as the agreements themselves do.
const TAGS: Record<string, string> = { en: 'en-GB' }

const SHAPES: Record<Precision, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  inferred: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs a thousand times what using one does. */
function formatOf(locale: string, name: string, shape: Intl.DateTimeFormatOptions, calendar = 'gregory') {
  const id = `${locale}/${name}/${calendar}`
  const known = formats.get(id)
  if (known) return known
  const fresh = new Intl.DateTimeFormat(TAGS[locale] ?? locale, { ...shape, calendar, timeZone: 'UTC' })
  formats.set(id, fresh)
  return fresh
}

const midnight = (day: Day): number => Date.parse(`${day}T00:00:00.000Z`)

/** The day in words, no more exact than it is known: "7 November 2017", "May 2024", "2024". */
export function dayWords(t: Words, day: Day, precision: Precision = 'day'): string {
  const words = formatOf(t.locale, precision, SHAPES[precision]).format(midnight(day))
  // Persian readers live by the Solar Hijri calendar; its years do not match ours, so a bare year stays alone.
  if (!t.locale.startsWith('fa') || precision === 'year') return words
  const other = formatOf(t.locale, precision, SHAPES[precision], 'persian').format(midnight(day))
  return t('ui.day_two_calendars', { day: other, other: words })
}

const LENGTHS: Record<Precision, number> = { day: 10, inferred: 10, month: 7, year: 4 }

export function DayText({ day, precision = 'day' }: { day: Day; precision?: Precision }) {
  const t = useT()
  const time = <time datetime={day.slice(0, LENGTHS[precision])}>{dayWords(t, day, precision)}</time>
  if (precision !== 'inferred') return time
  return <span>{t.rich('ui.day_inferred', { day: time, mark: (words) => <small>{words}</small> })}</span>
}

/** A day that a standing was derived to, no more exact than those who gave it knew it. */
export const DayOf = ({ day, known = {} }: { day: Day; known?: Precisions | undefined }) => (
  <DayText day={day} precision={known[day] ?? 'day'} />
)

/** For sentences that say "in May 2024" of a day known to no more than its month or year. */
export const exactnessOf = (day: Day, known: Precisions = {}): 'coarse' | 'exact' =>
  LENGTHS[known[day] ?? 'day'] < LENGTHS.day ? 'coarse' : 'exact'

const CLOCK: Intl.DateTimeFormatOptions = {
  ...SHAPES.day,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
}

/** An instant to the minute, in UTC. */
export function InstantText({ at }: { at: Instant }) {
  const t = useT()
  return <time datetime={at}>{formatOf(t.locale, 'instant', CLOCK).format(Date.parse(at))}</time>
}

/** The day of an instant, in UTC; its address is the instant itself. */
export function InstantDay({ at }: { at: Instant }) {
  const t = useT()
  return <time datetime={at}>{dayWords(t, at.slice(0, 10))}</time>
}

/** A day where there is one, else the words for none. */
export function MaybeDay({ day, precision, none }: { day: Day | null; precision?: Precision; none: Child }) {
  return day === null ? <>{none}</> : <DayText day={day} {...(precision ? { precision } : {})} />
}
