import { addDays, type Day } from '../lib/dates'
import { message } from '../messages/messages'
import { paths } from '../paths'
import {
  type CalendarDay,
  calendarDaysOf,
  type CalendarMeasure,
  reviewDaysOf,
  silenceUntil,
} from './calendar'
import { icalLine, icalText } from './ical-lines'
import { dayWords } from './sentence'

/** What a calendar says of itself. */
export interface CalendarFacts {
  /** What it tells of; null for everything. */
  title: string | null
  /** Where it is read, without what only its reader knows. */
  address: string
  publicUrl: string
  measures: readonly CalendarMeasure[]
}

const AT_ONCE = 100

/** RFC 5545, an event a day: deadlines and review days. Others are answered while a long one is written. */
export async function iCalendar(facts: CalendarFacts): Promise<string> {
  const { measures, publicUrl } = facts
  const host = new URL(publicUrl).hostname
  let text = headOf(facts)
  for (let from = 0; from < measures.length; from += AT_ONCE) {
    for (const measure of measures.slice(from, from + AT_ONCE)) {
      const at = { publicUrl, host, where: whereOf(measure) }
      for (const day of calendarDaysOf(measure)) text += eventOf(measure, day, at)
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  return `${text}END:VCALENDAR\r\n`
}

function headOf({ title, address }: CalendarFacts): string {
  const name = icalText(
    title === null ? message('en', 'calendar.title') : message('en', 'calendar.title_of', { title }),
  )
  return lines([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Followthrough//Register//EN'],
    ['URL', address],
    ['METHOD', 'PUBLISH'],
    ['NAME', name],
    ['X-WR-CALNAME', name],
    ['X-WR-CALDESC', icalText(message('en', 'calendar.description'))],
    ['REFRESH-INTERVAL;VALUE=DURATION', 'P1D'],
    ['X-PUBLISHED-TTL', 'P1D'],
  ])
}

const lines = (properties: readonly [name: string, value: string | number][]): string =>
  properties.map(([name, value]) => icalLine(name, value)).join('')

interface Around {
  publicUrl: string
  host: string
  /** Where the measure belongs and stands, which is said of each of its days. */
  where: string
}

function eventOf(of: CalendarMeasure, one: CalendarDay, at: Around): string {
  const { measure, agreement, last } = of
  // The instant of the entry that it rests on, so that the same record always gives the same calendar.
  const entered = `${last.enteredAt.slice(0, 19).replace(/[-:]/g, '')}Z`
  return lines([
    ['BEGIN', 'VEVENT'],
    ['UID', `${one.kind}-${measure.id}@${at.host}`],
    ['SEQUENCE', one.sequence],
    ['DTSTAMP', entered],
    ['DTSTART;VALUE=DATE', bare(one.day)],
    ['DTEND;VALUE=DATE', bare(addDays(one.day, 1))],
    ['SUMMARY', icalText(summaryOf(of, one))],
    ['TRANSP', 'TRANSPARENT'],
    ['DESCRIPTION', icalText(`${reasonOf(of, one)}\n${at.where}`)],
    ['CATEGORIES', categoriesOf(of, one).map(icalText).join(',')],
    ['URL;VALUE=URI', `${at.publicUrl}${paths.measure(agreement.slug, measure.code)}`],
    ['LAST-MODIFIED', entered],
    ['END', 'VEVENT'],
  ])
}

const bare = (day: Day): string => day.replaceAll('-', '')

const categoriesOf = ({ measure }: CalendarMeasure, { kind }: CalendarDay): string[] => [
  message('en', `calendar.category_${kind}`),
  ...(measure.theme ? [measure.theme] : []),
]

function summaryOf({ measure, known }: CalendarMeasure, { kind, day }: CalendarDay): string {
  const { title } = measure
  const precision = known.due[day] ?? 'day'
  if (kind !== 'deadline') return message('en', `calendar.${kind}`, { title })
  return precision === 'day'
    ? message('en', 'calendar.due', { title })
    : message('en', 'calendar.due_within', { title, period: dayWords(day, precision) })
}

/** Why the day is in the calendar, no more exact than it is known. */
function reasonOf(of: CalendarMeasure, { kind, day }: CalendarDay): string {
  const { measure, standing, known } = of
  if (kind === 'deadline') return deadlineWords(of, day)
  const on = standing.lastHeardOn ?? day
  return message('en', `calendar.${kind}_reason`, {
    on: dayWords(on, known.said[on] ?? 'day'),
    days: kind === 'review' ? reviewDaysOf(measure) : silenceUntil(standing, day),
    review: reviewDaysOf(measure),
  })
}

function deadlineWords({ standing, known }: CalendarMeasure, day: Day): string {
  const { timesMoved, originalDueOn, metOn } = standing
  const precision = known.due[day] ?? 'day'
  const moved =
    timesMoved === 0
      ? ''
      : message('en', originalDueOn === null ? 'calendar.moved' : 'calendar.moved_from', {
          times: timesMoved,
          original: originalDueOn === null ? '' : dayWords(originalDueOn, known.due[originalDueOn] ?? 'day'),
        })
  return [
    message('en', 'calendar.due_reason', { day: dayWords(day, precision), precision }),
    moved,
    metOn === null ? '' : message('en', 'calendar.met', { day: dayWords(metOn, known.said[metOn] ?? 'day') }),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

const lists = new Intl.ListFormat('en')

const whereOf = ({ agreement, owedBy, standing }: CalendarMeasure): string =>
  message('en', 'calendar.where', {
    agreement: agreement.title,
    parties: lists.format(owedBy),
    label: message('en', `labels.label.${standing.label}`),
  })
