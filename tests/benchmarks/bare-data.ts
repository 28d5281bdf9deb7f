import { join } from 'node:path'
import Database from 'better-sqlite3'
import { isObject, type Json, type JsonObject } from '../../src/lib/json'
import { type Contents, itemsOf } from './data'

/** What the bare server is asked for a measure's page. */
export const historyKey = ({ agreement, code }: { agreement: string; code: string }): string =>
  `${agreement}~${code}`

/** The database of the bare server: the rows that ours shows, flat, by what is asked for. */
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
  fill(database, 'measures', lists)
  const histories = new Map<string, JsonObject[]>()
  for (const measure of measures) {
    const path = `/api/v1/agreements/${measure.agreement}/measures/${measure.code}/reports`
    histories.set(historyKey(measure), await itemsOf(address + path))
  }
  fill(database, 'reports', histories)
  const pages = new Map<string, JsonObject[]>()
  for (const [i, path] of feeds.entries()) pages.set(String(i), await itemsOf(address + path))
  fill(database, 'feed', pages)
  // As the dashboard shows: 50 agreements, 6 measures that wait, 8 changes.
  const waiting = lists.get(largest)?.slice(0, 6) ?? []
  const changes = pages.get('0')?.slice(0, 8) ?? []
  fill(database, 'dashboard', new Map([['all', [...agreements, ...waiting, ...changes]]]))
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
    const answer = await fetch(address + path)
    const etag = answer.headers.get('etag')
    if (etag === null) throw new Error(`${path} has no ETag`)
    insert.run(path, answer.headers.get('content-type'), etag, Buffer.from(await answer.arrayBuffer()))
    tags.set(path, etag)
  }
  database.close()
  return tags
}

type Flat = Record<string, string | number | null>

function fill(database: Database.Database, table: string, asked: Map<string, JsonObject[]>): void {
  const rows = [...asked].flatMap(([key, items]) =>
    items.map((item, place): Flat => ({ _asked: key, _place: place, ...flat(item) })),
  )
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const names = columns.map((name) => `"${name}"`)
  database.exec(`create table ${table} (${names.join(', ')}, primary key (_asked, _place))`)
  const insert = database.prepare(`insert into ${table} values (${columns.map(() => '?').join(', ')})`)
  database.transaction(() => {
    for (const row of rows) insert.run(columns.map((name) => row[name] ?? null))
  })()
}

/** An item's values each in a column of its own, named by where it stands. */
function flat(value: Json, name = ''): Flat {
  if (typeof value !== 'object' || value === null)
    return { [name]: typeof value === 'boolean' ? Number(value) : value }
  const parts = isObject(value) ? Object.entries(value) : value.map((each, i) => [String(i), each] as const)
  return Object.fromEntries(
    parts.flatMap(([key, inner]) => Object.entries(flat(inner, name === '' ? key : `${name}_${key}`))),
  )
}
