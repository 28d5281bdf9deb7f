import { join } from 'node:path'
import Database from 'better-sqlite3'
import { isObject, type Json, type JsonObject } from '../../src/lib/json'
import { type Contents, itemsOf } from './data'

/** What the bare server is asked for a measure's page. */
export const historyKey = ({ agreement, code }: { agreement: string; code: string }): string =>
  `${agreement}~${code}`

// What our pages show of a row; a column each.
const STANDING = [
  'stage',
  'label',
  'basis',
  'disputed',
  'freshness',
  'since',
  'time',
  'due_on',
  'days_overdue',
]
const LINE = [
  'code',
  'title',
  'theme',
  'obligation',
  'owed_by_0',
  'owed_by_1',
  ...STANDING.map((f) => `standing_${f}`),
]
const AGREEMENT = ['slug', 'title', 'kind', 'concluded_on', 'place', 'parties_0', 'parties_1']
const COUNTS = [
  'not_assessed',
  'not_started',
  'in_progress',
  'partly_implemented',
  'implemented',
  'lapsed',
  'reversed',
]
const SCORE = ['coverage', 'progress', 'low', 'high', 'claimed']
const CHANGE = ['url', 'content_text', 'date_published']
const EVIDENCE = ['kind', 'title', 'url', 'publisher', 'published_on', 'language']
const REPORT = [
  ...[
    'id',
    'kind',
    'party',
    'stage',
    'reason',
    'condition',
    'as_of',
    'channel',
    'by_name',
    'by_organisation',
  ],
  ...['summary', 'state', 'recorded_at', 'entry', 'withdrawn_at', 'withdrawn_reason', 'replies_0_text'],
  ...EVIDENCE.map((field) => `evidence_0_${field}`),
]
const DASHBOARD = [
  ...[...AGREEMENT, ...COUNTS.map((label) => `counts_${label}`), ...SCORE.map((field) => `score_${field}`)],
  ...[...LINE, ...CHANGE],
]

/** The database of the bare server: the rows that ours shows, by what is asked for. */
export async function makeBareData(
  folder: string,
  address: string,
  { agreements, slugs, measures, largest }: Contents,
  feeds: readonly string[],
): Promise<string> {
  const file = join(folder, 'bare.db')
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  const lists = new Map<string, JsonObject[]>()
  for (const slug of slugs)
    lists.set(slug, await itemsOf(`${address}/api/v1/agreements/${slug}/measures?limit=100`))
  fill(database, 'measures', asRows(lists))
  fill(database, 'lines', asRows(lists, LINE))
  const histories = new Map<string, JsonObject[]>()
  for (const measure of measures) {
    const path = `/api/v1/agreements/${measure.agreement}/measures/${measure.code}/reports`
    histories.set(historyKey(measure), await itemsOf(address + path))
  }
  fill(database, 'reports', asRows(histories, REPORT))
  const pages = new Map<string, JsonObject[]>()
  for (const [i, path] of feeds.entries()) pages.set(String(i), await itemsOf(address + path))
  fill(database, 'feed', asRows(pages))
  // As the dashboard shows: 50 agreements, 6 measures that wait, 8 changes.
  const waiting = lists.get(largest)?.slice(0, 6) ?? []
  const changes = pages.get('0')?.slice(0, 8) ?? []
  fill(database, 'dashboard', asRows(new Map([['all', [...agreements, ...waiting, ...changes]]]), DASHBOARD))
  database.exec(`create table memory (path text primary key, type text, etag text, body blob);
    create table posted (id integer primary key, measure text not null, kind text not null, stage integer,
      as_of text not null, summary text, evidence text)`)
  database.close()
  return file
}

/** Keeps our answers for the bare server to give from memory; gives the tag of each. */
export async function keepAnswers(
  file: string,
  address: string,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const database = new Database(file)
  const insert = database.prepare('insert into memory values (?, ?, ?, ?)')
  const tags = new Map<string, string>()
  for (const path of paths) {
    // As the asking process asks; a compressed answer has another tag.
    const answer = await fetch(address + path, { headers: { 'accept-encoding': 'identity' } })
    const etag = answer.headers.get('etag')
    if (etag === null) throw new Error(`${path} has no ETag`)
    insert.run(path, answer.headers.get('content-type'), etag, Buffer.from(await answer.arrayBuffer()))
    tags.set(path, etag)
  }
  database.close()
  return tags
}

type Flat = Record<string, string | number | null>

/** Each item as a row: of the columns chosen, else a column for each field, with what is nested as JSON. */
function asRows(asked: ReadonlyMap<string, JsonObject[]>, chosen?: readonly string[]): Flat[] {
  return [...asked].flatMap(([key, items]) =>
    items.map((item, place): Flat => ({
      _asked: key,
      _place: place,
      ...(chosen ? picked(item, chosen) : shallow(item)),
    })),
  )
}

function fill(database: Database.Database, table: string, rows: readonly Flat[]): void {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const names = columns.map((name) => `"${name}"`)
  database.exec(`create table ${table} (${names.join(', ')}, primary key (_asked, _place))`)
  const insert = database.prepare(`insert into ${table} values (${columns.map(() => '?').join(', ')})`)
  database.transaction(() => {
    for (const row of rows) insert.run(columns.map((name) => row[name] ?? null))
  })()
}

const shallow = (item: JsonObject): Flat =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? JSON.stringify(value) : cell(value),
    ]),
  )

function picked(item: JsonObject, chosen: readonly string[]): Flat {
  const all = flat(item)
  return Object.fromEntries(chosen.map((name) => [name, all[name] ?? null]))
}

const cell = (value: string | number | boolean | null) => (typeof value === 'boolean' ? Number(value) : value)

/** An item's values each in a column of its own, named by where it stands. */
function flat(value: Json, name = ''): Flat {
  if (typeof value !== 'object' || value === null) return { [name]: cell(value) }
  const parts = isObject(value) ? Object.entries(value) : value.map((each, i) => [String(i), each] as const)
  return Object.fromEntries(
    parts.flatMap(([key, inner]) => Object.entries(flat(inner, name === '' ? key : `${name}_${key}`))),
  )
}
