import ICAL from 'ical.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { agreement, claim, dataset, measure, newApi, PUBLIC_URL, type TestApi } from '../api/app'

const due = (due_on: string, more: object = {}) => ({ due_on, decided_on: '2017-11-07', ...more })
const LONG = 'دیوار مرزی میان ایران و پاکستان که باید تا پایان سال کشیده شود، با برج‌های دیدبانی'

const RECORD = dataset([
  agreement('border-2017', {
    title: 'Border, fences; and \\ gates',
    measures: [
      measure('1', { title: LONG, deadlines: [due('2026-12-31')], theme: 'border, security' }),
      measure('2', {
        deadlines: [due('2019-05-01'), due('2027-03-01', { decided_on: '2019-04-01' })],
        review_interval_days: 30,
        reports: [claim('iran', 1, '2026-11-01')],
      }),
      measure('3', { deadlines: [due('2026-12-31', { due_on_precision: 'month' })] }),
      measure('4', {
        deadlines: [due('2027-01-01')],
        reports: [claim('iran', 1, '2018-01-01', { condition: 'abandoned', decided_by: 'Iran' })],
      }),
      measure('5', { deadlines: [due('2020-01-01')], reports: [claim('iran', 3, '2019-01-01')] }),
      measure('6'),
      measure('7', {
        deadlines: [due('2027-05-01')],
        withdrawn: { at: '2026-11-23T00:00:00.000Z', reason: 'No.' },
      }),
      measure('8', {
        deadlines: [due('2027-05-01'), due('2027-05-02', { due_on: null, decided_on: '2018-01-01' })],
      }),
    ],
  }),
  agreement('other', { measures: [measure('1', { deadlines: [due('2026-12-01')] })] }),
])

let api: TestApi
beforeAll(async () => {
  api = await newApi({ record: RECORD })
})

const ALL = '/calendar.ics'
const ONE = '/agreements/border-2017/calendar.ics'
const textOf = async (path: string) => (await api.get(path)).text()

interface Event {
  summary: string
  start: string
  end: string
  isDate: boolean
  uid: string
  sequence: number
  stamp: string
  url: string
  description: string
  categories: string[]
}

/** A calendar as another program reads it. */
function read(text: string): Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { summary, startDate, endDate, uid, sequence, description } = new ICAL.Event(component)
    return {
      summary,
      start: startDate.toString(),
      end: endDate.toString(),
      isDate: startDate.isDate && endDate.isDate,
      uid,
      sequence,
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      url: String(component.getFirstPropertyValue('url')),
      description,
      categories: (component.getFirstProperty('categories')?.getValues() ?? []).map(String),
    }
  })
}
const eventsAt = async (path: string) => read(await textOf(path))
const days = (events: readonly Event[]) => events.map(({ summary, start }) => `${start} ${summary}`)
const MEASURE = (code: string) => `Measure ${code}`

describe('an agreement’s calendar', () => {
  test('holds the day each measure is due, the last day of its review interval, and the first stale day', async () => {
    expect(days(await eventsAt(ONE))).toEqual([
      `2026-12-31 Due: ${LONG}`,
      `2027-03-01 Due: ${MEASURE('2')}`,
      `2026-12-01 Review due: ${MEASURE('2')}`,
      `2027-01-01 Stale from today: ${MEASURE('2')}`,
      `2026-12-31 Due December 2026: ${MEASURE('3')}`,
      `2020-01-01 Due: ${MEASURE('5')}`,
    ])
  })

  test('says why, and where it belongs', async () => {
    const events = await eventsAt(ONE)
    const said = (summary: RegExp) => events.find((event) => summary.test(event.summary))?.description
    const where = 'Border, fences; and \\ gates. Owed by Iran. Standing: In progress.'
    expect(said(/^Due: Measure 2/)).toBe(`Due 1 March 2027. Moved once; first it was 1 May 2019.\n${where}`)
    expect(said(/^Review due/)).toBe(
      `Last heard of on 1 November 2026; it is to be reviewed 30 days after that.\n${where}`,
    )
    expect(said(/^Stale/)).toBe(
      `Unless more is heard: last heard of on 1 November 2026, 61 days before. Its review was due after 30 days.\n${where}`,
    )
    expect(said(/^Due December/)).toContain(
      'Due December 2026. Only the month is known; this is its last day.',
    )
    expect(said(/^Due: Measure 5/)).toContain('Met on 1 January 2019.')
  })

  test('has whole days, each with an address, a kind and its theme', async () => {
    const events = await eventsAt(ONE)
    for (const event of events) expect(event.isDate).toBe(true)
    expect(events[0]).toMatchObject({
      start: '2026-12-31',
      end: '2027-01-01',
      url: `${PUBLIC_URL}/agreements/border-2017/measures/1`,
      categories: ['Deadline', 'border, security'],
    })
  })

  test('names each event by measure and kind, and counts how often a deadline was decided', async () => {
    const events = await eventsAt(ONE)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    for (const { uid } of events)
      expect(uid).toMatch(/^(deadline|review|stale)-[0-9a-f-]{36}@followthrough\.example$/)
    expect(events.slice(0, 2).map(({ sequence }) => sequence)).toEqual([0, 1])
  })

  test('has the instant of an entry as that of each event, so that it stays the same', async () => {
    const instants = await api.world.db.read.selectFrom('entry').select('entered_at').execute()
    const known = new Set(instants.map((row) => `${row.entered_at.slice(0, 19)}Z`))
    for (const { stamp } of await eventsAt(ONE)) expect(known).toContain(stamp)
    expect(await textOf(ONE)).toBe(await textOf(ONE))
  })

  test('is lines of 75 octets at most with CRLF, and folding breaks no letter', async () => {
    const text = await textOf(ONE)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toContain('\ufffd')
    }
    expect(text).toContain('DTSTART;VALUE=DATE:20261231')
  })

  test('is named after the agreement, whatever signs are in its title', async () => {
    const calendar = new ICAL.Component(ICAL.parse(await textOf(ONE)))
    // The reader takes both as they are written; RFC 7986 has them as text.
    for (const name of ['name', 'x-wr-calname'])
      expect(calendar.getFirstPropertyValue(name)).toBe(
        'Deadlines and review days: Border\\, fences\\; and \\\\ gates',
      )
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
  })

  test('asked for a day tells what was due then', async () => {
    expect(
      days(await eventsAt(`${ONE}?as_of=2018-06-01`)).filter((one) => one.includes('Measure 2')),
    ).toEqual([`2019-05-01 Due: ${MEASURE('2')}`])
    expect((await eventsAt(`${ONE}?as_of=2017-11-01`)).length).toBe(0)
    expect((await api.get(`${ONE}?known_at=2020-01-01`)).status).toBe(404)
    expect((await eventsAt(`${ALL}?known_at=2020-01-01`)).length).toBe(0)
  })

  test('is 404 where there is none, and 400 for a malformed question', async () => {
    for (const path of ['/agreements/nowhere/calendar.ics', '/agreements/Border/calendar.ics'])
      expect((await api.get(path)).status).toBe(404)
    for (const query of ['as_of=x', 'as_of=2099-01-01', 'known_at=x'])
      expect((await api.get(`${ALL}?${query}`)).status).toBe(400)
  })
})

test('the calendar of everything holds every agreement’s', async () => {
  const all = await eventsAt(ALL)
  expect(days(all)).toContain(`2026-12-01 Due: ${MEASURE('1')}`)
  expect(all).toHaveLength((await eventsAt(ONE)).length + 1)
})

test.each([ALL, ONE])('%s has a strong validator, and is for any page to read', async (path) => {
  const answer = await api.get(path)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  const etag = answer.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[^"]+"$/)
  const held = await api.get(path, { 'if-none-match': etag })
  expect([held.status, await held.text()]).toEqual([304, ''])
  const since = answer.headers.get('last-modified') ?? ''
  expect((await api.get(path, { 'if-modified-since': since })).status).toBe(304)
  const head = await api.app.request(path, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test.each([
  ['/', ALL],
  ['/attention', ALL],
  ['/agreements/border-2017', ONE],
])('the page %s links it from its head, and where a reader sees it', async (page, path) => {
  const [head = '', body = ''] = (await textOf(page)).split('</head>')
  expect(head).toMatch(new RegExp(`<link rel="alternate" type="text/calendar"[^>]* href="${path}"`))
  expect(body).toMatch(new RegExp(`<a href="${path}"`))
})

test('a deadline that is moved keeps its name and counts on', async () => {
  const moving = await newApi({ record: RECORD })
  const find = async () =>
    read(await (await moving.get(ONE)).text()).find(
      ({ uid, summary }) => /^deadline/.test(uid) && /Measure 2/.test(summary),
    )
  const before = await find()
  const etag = (await moving.get(ONE)).headers.get('etag') ?? ''
  moving.world.now = '2026-11-24T12:00:00.000Z'
  await moving.load(
    dataset([
      agreement('border-2017', {
        title: 'Border, fences; and \\ gates',
        measures: [
          measure('2', {
            review_interval_days: 30,
            deadlines: [due('2028-01-01', { decided_on: '2026-11-24' })],
          }),
        ],
      }),
    ]),
  )
  const after = await find()
  expect(after).toMatchObject({ uid: before?.uid, sequence: 2, start: '2028-01-01' })
  expect((after?.stamp ?? '') > (before?.stamp ?? '')).toBe(true)
  expect((await moving.get(ONE, { 'if-none-match': etag })).status).toBe(200)
})
