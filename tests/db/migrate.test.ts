import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { describe, expect, test } from 'vitest'
import { migrations } from '../../migrations/index'
import { NewerDatabase } from '../../src/db/database'
import { migrate } from '../../src/db/migrate'
import { runFile } from '../support/process'
import { newWorld, type World } from '../support/world'
import { TABLES } from './every-row'

const STEPS = Object.keys(migrations)
const tablesOf = async (world: World) =>
  (await world.db.read.introspection.getTables({ withInternalKyselyTables: true })).map((table) => table.name)

test('an empty database gets every step, and then none', async () => {
  const world = await newWorld({ empty: true })
  expect(await migrate(world.db)).toEqual(STEPS)
  expect(await tablesOf(world)).toEqual(expect.arrayContaining(TABLES))
  expect(await migrate(world.db)).toEqual([])
})

test('the steps are in the order of their names', () => {
  expect(STEPS).toEqual([...STEPS].sort())
})

test('of processes that migrate at once, one does and the others find nothing to do', async () => {
  const world = await newWorld({ empty: true })
  const other = new URL('./other-process.ts', import.meta.url)
  const printed = await Promise.all([1, 2, 3, 4].map(() => runFile(other, ['migrate', world.address])))
  expect(printed.map((text) => text.trim()).sort()).toEqual([JSON.stringify(STEPS), '[]', '[]', '[]'])
})

describe('a step that fails', () => {
  const fine: Migration = { up: (db) => db.schema.createTable('fine').addColumn('id', 'text').execute() }
  const failing: Migration = {
    up: async (db) => {
      await db.schema.createTable('begun').addColumn('id', 'text').execute()
      throw new Error('no')
    },
  }

  test('leaves nothing, of the steps before it either, and can be tried again', async () => {
    const world = await newWorld({ empty: true })
    await expect(migrate(world.db, { '1-fine': fine, '2-begun': failing })).rejects.toThrow('no')
    expect(await tablesOf(world)).toEqual([])
    expect(await migrate(world.db, { '1-fine': fine, '2-begun': fine2 })).toEqual(['1-fine', '2-begun'])
  })
  const fine2: Migration = { up: (db) => db.schema.createTable('begun').addColumn('id', 'text').execute() }
})

test('a database that knows a later step is refused as it is', async () => {
  const world = await newWorld()
  await world.db.write((tx) =>
    sql`insert into kysely_migration (name, timestamp) values ('2999-01-01-01-later', '2999-01-01T00:00:00.000Z')`.execute(
      tx,
    ),
  )
  const before = await tablesOf(world)
  const refused = migrate(world.db, { ...migrations, '3000-01-01-01-ours': { up: async () => {} } })
  await expect(refused).rejects.toBeInstanceOf(NewerDatabase)
  await expect(refused).rejects.toThrow(/newer version \(it knows 2999-01-01-01-later\): start that version/)
  expect(await tablesOf(world)).toEqual(before)
})
