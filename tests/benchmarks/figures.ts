import { isObject } from '../../src/lib/json'
import type { Contents } from './data'
import { historyKey } from './bare-data'
import type { Ask } from './load'
import type { MixedFigure } from './mixed'

/** One thing that both servers are asked for. */
export interface Figure {
  name: string
  /** The least ratio that we aim at. */
  aim: number
  connections: number
  expected: number
  expectedOfBare?: number
  ours: Ask[]
  bare: Ask[]
  /** The same asked in another way, of which we aim at nothing. */
  also: { name: string; ours?: Ask[]; bare?: Ask[] }[]
  keyed?: boolean
}

const CONNECTIONS = 16
/** Half of the 1,000 measures, so that filling the memory does not take longer than asking. */
const EVERY = 2
// A cookie that means nothing: whoever sends one is answered anew, as somebody signed in is.
const ANEW = { cookie: 'stranger=1' }

const get = (path: string): Ask => ({ path })
const anew = (asks: Ask[]): Ask[] => asks.map((ask) => ({ ...ask, headers: ANEW }))

/** Days a week apart, latest first, all of them with most of the record before them. */
const daysBack = (count: number): string[] =>
  Array.from({ length: count }, (_, i) =>
    new Date(Date.now() - (i + 1) * 7 * 86_400_000).toISOString().slice(0, 10),
  )

/** What is read: each spread over many addresses, from memory and anew. */
export function readings({ largest, measures, slugs }: Contents, feeds: readonly string[]): Figure[] {
  const smaller = slugs.filter((slug) => slug !== largest)
  const hundred = `/api/v1/agreements/${largest}/measures?limit=100`
  const shown = measures.filter((_, i) => i % EVERY === 0)
  const dashboards = ['/', ...daysBack(19).map((day) => `/?as_of=${day}`)].map(get)
  const figure = (name: string, aim: number, ours: Ask[], bare: Ask[], also: Figure['also']): Figure => ({
    ...{ name, aim, ours, bare, connections: CONNECTIONS, expected: 200 },
    also: also.length > 0 ? also : [{ name: 'made anew', ours: anew(ours) }],
  })
  return [
    figure(
      '100 measures as JSON',
      0.5,
      [hundred, ...daysBack(19).map((day) => `${hundred}&as_of=${day}`)].map(get),
      [get(`/json/measures/${largest}`)],
      [],
    ),
    figure(
      'a measure page with its history',
      0.3,
      shown.map(({ agreement, code }) => get(`/agreements/${agreement}/measures/${code}`)),
      shown.map((measure) => get(`/html/reports/${historyKey(measure)}`)),
      [],
    ),
    figure(
      'the dashboard',
      0.5,
      dashboards,
      [get('/html/dashboard/all')],
      [
        { name: 'made anew, today', ours: anew([get('/')]) },
        { name: 'made anew, 20 days', ours: anew(dashboards) },
      ],
    ),
    figure(
      "an agreement's dashboard (18 measures)",
      0.5,
      smaller.map((slug) => get(`/agreements/${slug}`)),
      smaller.map((slug) => get(`/html/lines/${slug}`)),
      [],
    ),
    figure(
      '/feed.json',
      0.5,
      feeds.map(get),
      feeds.map((_, i) => get(`/json/feed/${i}`)),
      [],
    ),
  ]
}

/** What is asked for with the tag of what one has. */
export function unchanged(tags: ReadonlyMap<string, string>): Figure {
  const tagged = [...tags].map(([path, etag]) => ({ path, etag, headers: { 'if-none-match': etag } }))
  const remembered = (path: string): string => `/memory?path=${encodeURIComponent(path)}`
  return {
    name: '304 answers',
    aim: 0.5,
    connections: CONNECTIONS,
    expected: 304,
    expectedOfBare: 200,
    ours: tagged.map(({ path, headers }) => ({ path, headers })),
    bare: tagged.map(({ path }) => get(remembered(path))),
    also: [
      {
        name: 'against a bare 304',
        bare: tagged.map(({ path, headers }) => ({ path: remembered(path), headers })),
      },
    ],
  }
}

/** Reports that are filed, each on a measure of its own, against one-row inserts. */
export function filings(token: string, { measures }: Contents): Figure[] {
  const report = {
    ...{ kind: 'finding', stage: 2, as_of: new Date().toISOString().slice(0, 10) },
    summary: 'Seen on the day: half of what was promised stands.',
    evidence: [
      { kind: 'record', title: 'Record of the visit', url: 'https://example.org/visit', language: 'en' },
    ],
  }
  const json = { 'content-type': 'application/json' }
  const ours = measures.map(({ agreement, code }): Ask => ({
    method: 'POST',
    path: `/api/v1/agreements/${agreement}/measures/${code}/reports`,
    headers: { ...json, authorization: `Bearer ${token}` },
    body: JSON.stringify(report),
  }))
  const bare = measures.map((measure): Ask => ({
    method: 'POST',
    path: '/posted',
    headers: json,
    body: JSON.stringify({ measure: historyKey(measure), ...report }),
  }))
  const common = { aim: 0.3, expected: 201, keyed: true, ours, bare, also: [] }
  return [
    { name: 'reports filed, 1 writer', connections: 1, ...common },
    { name: 'reports filed, 8 writers', connections: 8, ...common },
  ]
}

/** Sixteen read the dashboard while one writer files without a pause, so that every answer is soon out of date. */
export function readWhileFiling(token: string, contents: Contents): MixedFigure[] {
  const dashboard = readings(contents, []).find(({ name }) => name === 'the dashboard')
  const [filing] = filings(token, contents)
  if (!dashboard || !filing) throw new Error('the figures to mix are gone')
  const reading = { ...dashboard, name: 'the dashboard while one files', ours: [get('/')] }
  return [{ reading, filing: { ...filing, name: '  reports filed meanwhile' } }]
}

/** The addresses of the feed's pages, newest first. */
export async function feedPages(address: string, most: number): Promise<string[]> {
  const found: string[] = []
  for (let path: string | undefined = '/feed.json'; path !== undefined && found.length < most;) {
    found.push(path)
    const answer: unknown = await (await fetch(address + path)).json()
    const next: unknown = isObject(answer) ? answer['next_url'] : undefined
    path = typeof next === 'string' ? next.replace(/^https?:\/\/[^/]+/, '') : undefined
  }
  return found
}
