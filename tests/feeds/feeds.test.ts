import { beforeAll, describe, expect, test } from 'vitest'
import { agreement, claim, dataset, measure, newApi, PUBLIC_URL, type TestApi } from '../api/app'

const FEEDS = [
  ['/', ''],
  ['/agreements/border-2017', '/agreements/border-2017'],
  ['/agreements/border-2017/measures/1', '/agreements/border-2017/measures/1'],
  ['/parties/iran', '/parties/iran'],
] as const

let api: TestApi
beforeAll(async () => {
  api = await newApi()
})

const feedOf = (path: string, from = api) => from.json(path)
const numbersOf = ({ items }: any): number[] => items.map((item: any) => item._followthrough.entry.n)

describe.each(FEEDS)('the feeds of %s', (page, address) => {
  test('are linked from the head of its page', async () => {
    const head = (await (await api.get(page)).text()).split('</head>')[0]
    expect(head).toContain(`type="application/feed+json"`)
    expect(head).toContain(`href="${address}/feed.json"`)
    expect(head).toContain(`href="${address}/feed.atom"`)
  })

  test('tell the entries newest first, each at an address of its own', async () => {
    const feed = await feedOf(`${address}/feed.json`)
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      home_page_url: `${PUBLIC_URL}${page}`,
      feed_url: `${PUBLIC_URL}${address}/feed.json`,
    })
    const numbers = numbersOf(feed)
    expect(numbers.length).toBeGreaterThan(0)
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a))
    const ids = feed.items.map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id.startsWith(`${PUBLIC_URL}/`)).toBe(true)
  })

  test('say the same as Atom, in well-formed XML', async () => {
    const { items } = await feedOf(`${address}/feed.json`)
    const answer = await api.get(`${address}/feed.atom`)
    expect(answer.headers.get('content-type')).toMatch(/^application\/atom\+xml/)
    const text = await answer.text()
    expect(openElements(text)).toEqual([])
    const ids = [...text.matchAll(/<entry>\n<id>([^<]*)<\/id>/g)].map(([, id]) => id)
    expect(ids).toEqual(items.map(({ id }: { id: string }) => id))
    expect(text.match(/<updated>[^<]+<\/updated>/g)).toHaveLength(items.length + 1)
  })

  test.each(['json', 'atom'])(
    'have a strong validator as %s, and are for any page to read',
    async (format) => {
      const path = `${address}/feed.${format}`
      const answer = await api.get(path)
      const etag = answer.headers.get('etag') ?? ''
      expect(etag).toMatch(/^"[^"]+"$/)
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect((await api.get(path, { 'if-none-match': etag })).status).toBe(304)
      const since = answer.headers.get('last-modified') ?? ''
      expect((await api.get(path, { 'if-modified-since': since })).status).toBe(304)
      const head = await api.app.request(path, { method: 'HEAD' })
      expect([head.status, await head.text()]).toEqual([200, ''])
    },
  )
})

/** The names of elements that are open at the end of a text, or what closed without having been opened. */
function openElements(xml: string): string[] {
  const open: string[] = []
  for (const [, end, name = '', alone] of xml.matchAll(/<(\/?)([a-z]+)(?:\s+[^<>]*?)?(\/?)>/g)) {
    if (alone) continue
    if (!end) open.push(name)
    else if (open.pop() !== name) return [name]
  }
  return open
}

test('an item of a report names it, its measure and where that stands', async () => {
  const { items } = await feedOf('/feed.json')
  const item = items.find((one: any) => one._followthrough.kind === 'report_recorded')
  const said = item._followthrough
  expect(Object.keys(said)).toEqual(['entry', 'kind', 'agreement', 'measure', 'report', 'standing'])
  expect(item.id).toBe(`${PUBLIC_URL}/reports/${said.report}`)
  expect(item.date_published).toBe(said.entry.entered_at)
  expect(item.content_text).not.toBe('')
  const { standing } = await api.json(`/api/v1/agreements/${said.agreement}/measures/${said.measure}`)
  expect(said.standing).toEqual(standing)
})

test('a measure’s feed holds what is on it, a party’s also what names the party', async () => {
  const ofMeasure = await feedOf('/agreements/border-2017/measures/1/feed.json')
  for (const { _followthrough: said } of ofMeasure.items)
    expect([said.agreement, said.measure]).toEqual(['border-2017', '1'])
  const kinds = (await feedOf('/parties/iran/feed.json')).items.map((one: any) => one._followthrough.kind)
  expect(kinds).toContain('party_added')
  expect(kinds).toContain('reply_added')
})

test('a long feed is read to its end by its next addresses, each entry once', async () => {
  const measures = Array.from({ length: 130 }, (_, n) => measure(String(n + 1)))
  const long = await newApi({ record: dataset([agreement('long', { measures })]) })
  const read: number[] = []
  let pages = 0
  for (let next: string | undefined = `${PUBLIC_URL}/feed.json`; next; pages++) {
    const feed: any = await feedOf(next, long)
    read.push(...numbersOf(feed))
    next = feed.next_url
  }
  expect(pages).toBeGreaterThan(1)
  expect(read).toEqual(Array.from({ length: 133 }, (_, n) => 133 - n))
})

test('a feed changes its validator with the record, and text of any kind stays text', async () => {
  const odd = 'a < b & "c" ]]> \u0001 <script>\ud83d\ude00'
  const own = await newApi({ record: dataset([agreement('odd', { title: odd, measures: [measure('1')] })]) })
  const before = (await own.get('/feed.atom')).headers.get('etag')
  await own.load(
    dataset([agreement('odd', { title: odd, measures: [measure('1', { reports: [claim('iran', 1, '2020-01-01', { summary: odd })] })] })]),
  ) // prettier-ignore
  const answer = await own.get('/feed.atom')
  expect(answer.headers.get('etag')).not.toBe(before)
  const text = await answer.text()
  expect(openElements(text)).toEqual([])
  expect(text).not.toContain('<script')
  expect((await feedOf('/feed.json', own)).items[0].content_text).toContain('<script>\ud83d\ude00')
})

test.each([
  ['/agreements/nobody/feed.json', 404],
  ['/agreements/border-2017/measures/77/feed.atom', 404],
  ['/parties/nobody/feed.json', 404],
  ['/parties/%00/feed.json', 404],
  ['/feed.json?before=x', 400],
  ['/feed.json?as_of=2099-01-01', 400],
  ['/feed.atom?known_at=yesterday', 400],
])('%s is %i', async (path, status) => {
  expect((await api.get(path)).status).toBe(status)
})

test('a feed of an older instant tells nothing that was recorded later', async () => {
  expect((await feedOf('/feed.json?known_at=2020-01-01')).items).toEqual([])
  expect(numbersOf(await feedOf('/feed.json?known_at=2026-11-23'))).not.toEqual([])
})

test('a feed of an older instant tells of its last change that an import dated it back', async () => {
  const own = await newApi()
  const answer = await own.get('/feed.json?as_of=2020-01-01&known_at=2020-06-30')
  expect(answer.headers.get('last-modified')).toBe('Wed, 01 Jan 1000 00:00:00 GMT')
  const said = { ...agreement('older'), recorded_at: '2020-03-01T00:00:00Z' }
  await own.load(dataset([said]), { keepRecordedAt: true })
  const after = await own.get('/feed.json?as_of=2020-01-01&known_at=2020-06-30', {
    'if-modified-since': 'Fri, 03 Jan 2020 00:00:00 GMT',
  })
  expect([after.status, after.headers.get('last-modified')]).toEqual([200, 'Mon, 23 Nov 2026 12:00:00 GMT'])
})
