import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { DIALECT, newWorld } from '../support/world'
import { EVERY_ROW, TABLES, writeEveryRow } from './every-row'

// The types of the tables are claims; here they are proved on the database.
describe('every table', async () => {
  const world = await newWorld()
  await writeEveryRow(world)
  const found = await world.db.read.introspection.getTables()

  test('has a type', () => {
    expect(found.map((table) => table.name).sort()).toEqual([...TABLES].sort())
  })

  test.each(TABLES)('%s gives back what it was given', async (table) => {
    const rows = await world.db.read.selectFrom(table).selectAll().execute()
    expect(byText(rows)).toEqual(byText(EVERY_ROW[table]))
  })

  test.each(TABLES)('%s has the columns of its type, which may be null where the type says so', (table) => {
    const rows: object[] = EVERY_ROW[table]
    const columns = found.find((one) => one.name === table)?.columns ?? []
    const nullable = (column: string) =>
      rows.some((row) => Object.entries(row).some(([k, v]) => k === column && v === null))
    expect(columns.map((column) => column.name).sort()).toEqual(Object.keys(rows[0] ?? {}).sort())
    expect(columns.filter((column) => column.isNullable).map((column) => column.name)).toEqual(
      columns.map((column) => column.name).filter(nullable),
    )
  })
})

test('text is ordered by code point, whatever the language of the database', async () => {
  const world = await newWorld()
  const slugs = ['a', 'B', 'Z', 'é', 'ب', '-x']
  await world.db.write(async (tx) => {
    await tx.insertInto('entry').values(EVERY_ROW.entry).execute()
    await tx
      .insertInto('party')
      .values(slugs.map((slug) => ({ ...EVERY_ROW.party[0]!, id: slug, slug })))
      .execute()
  })
  const rows = await world.db.read.selectFrom('party').select('slug').orderBy('slug').execute()
  expect(rows.map((row) => row.slug)).toEqual([...slugs].sort())
})

test('a list may have any length, and is the same question in any', async () => {
  const world = await newWorld()
  await writeEveryRow(world)
  const { read } = world.db
  const { n, digest } = EVERY_ROW.entry[0]!
  const numbers = Array.from({ length: 70_000 }, (_, i) => i + n)
  const found = (wanted: readonly number[]) =>
    read.selectFrom('entry').where('n', 'in', wanted).select('n').orderBy('n').execute()
  const all = EVERY_ROW.entry.map((entry) => ({ n: entry.n })).sort((a, b) => a.n - b.n)
  expect(await found([])).toEqual([])
  expect(await found([n])).toEqual([{ n }])
  expect(await found([n, 9_999])).toEqual([{ n }])
  expect(await found(numbers)).toEqual(all)
  const others = read.selectFrom('entry').where('digest', 'not in', [digest, "o'clock"]).select('digest')
  expect((await others.execute()).map((row) => row.digest)).not.toContain(digest)
  expect(await read.selectFrom('entry').where('n', 'not in', []).select('n').execute()).toHaveLength(
    all.length,
  )
  const query = (wanted: number[]) =>
    read.selectFrom('entry').where('n', 'in', wanted).select('n').compile().sql
  expect(query([1, 2])).toBe(query(numbers))
})

test('a question that was asked before is answered with a column that was added since', async () => {
  const world = await newWorld()
  await writeEveryRow(world)
  const ask = () => world.db.read.selectFrom('throttle').selectAll().execute()
  const [before] = await ask()
  await world.db.write((tx) => sql`alter table throttle add column more text`.execute(tx))
  expect((await ask())[0]).toEqual({ ...before, more: null })
})

test('a reference to nothing is refused', async () => {
  const world = await newWorld()
  const write = world.db.write((tx) =>
    tx
      .insertInto('party')
      .values({ ...EVERY_ROW.party[0]!, entry: 99 })
      .execute(),
  )
  await expect(write).rejects.toThrow(/foreign key/i)
})

if (DIALECT === 'sqlite')
  test('what only reads cannot write', async () => {
    const world = await newWorld()
    await expect(world.db.read.deleteFrom('instance').execute()).rejects.toThrow(/readonly/)
  })

const byText = (rows: readonly object[]): object[] =>
  rows.map((row) => ({ ...row })).sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1))
const textOf = (row: object): string => JSON.stringify(Object.entries(row).sort())
