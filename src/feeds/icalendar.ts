import ical, { ICalCalendarMethod, type ICalEventData, ICalEventTransparency } from 'ical-generator'
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
const A_DAY_S = 86_400
const EVENTS = /BEGIN:VEVENT[^]*END:VEVENT\r\n/

/** RFC 5545, an event a day: deadlines and review days. Others are answered while a long one is written. */
export async function iCalendar(facts: CalendarFacts): Promise<string> {
  const { measures } = facts
  let events = ''
  for (let from = 0; from < measures.length; from += AT_ONCE) {
    const some = openCalendar(facts)
    for (const measure of measures.slice(from, from + AT_ONCE))
      for (const day of calendarDaysOf(measure)) some.createEvent(eventOf(facts, measure, day))
    events += EVENTS.exec(some.toString())?.[0] ?? ''
    await new Promise((resolve) => setImmediate(resolve))
  }
  const [head] = openCalendar(facts).toString().split('END:VCALENDAR')
  return `${head}${events}END:VCALENDAR\r\n`
}

function openCalendar({ title, address }: CalendarFacts) {
  const name =
    title === null ? message('en', 'calendar.title') : message('en', 'calendar.title_of', { title })
  return ical({
    prodId: '//Followthrough//Register//EN',
    method: ICalCalendarMethod.PUBLISH,
    // Written as they are given.
    name: escaped(name),
    description: escaped(message('en', 'calendar.description')),
    url: address,
    ttl: A_DAY_S,
  })
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')

const utc = (day: Day): Date => new Date(`${day}T00:00:00.000Z`)

function eventOf({ publicUrl }: CalendarFacts, of: CalendarMeasure, one: CalendarDay): ICalEventData {
  const { measure, agreement, last } = of
  return {
    id: `${one.kind}-${measure.id}@${new URL(publicUrl).hostname}`,
    sequence: one.sequence,
    allDay: true,
    start: utc(one.day),
    end: utc(addDays(one.day, 1)),
    // The instant of the entry that it rests on, so that the same record always gives the same calendar.
    stamp: new Date(last.enteredAt),
    lastModified: new Date(last.enteredAt),
    summary: summaryOf(of, one),
    description: `${reasonOf(of, one)}\n${whereOf(of)}`,
    url: `${publicUrl}${paths.measure(agreement.slug, measure.code)}`,
    categories: [
      { name: message('en', `calendar.category_${one.kind}`) },
      ...(measure.theme ? [{ name: measure.theme }] : []),
    ],
    transparency: ICalEventTransparency.TRANSPARENT,
  }
}

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
