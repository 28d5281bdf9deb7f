import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Tables } from '../../src/db/tables'
import { DIALECT, newWorld, type World } from '../support/world'
import { EVERY_ROW, RECORD, writeEveryRow } from './every-row'

let world: World
beforeAll(async () => {
  world = await newWorld()
  await writeEveryRow(world)
})
const attempt = (statement: string) => world.db.write((tx) => sql.raw(statement).execute(tx))

describe.each(RECORD)('%s', (table) => {
  test('takes no update of any column', async () => {
    for (const column of Object.keys(EVERY_ROW[table][0] ?? {}))
      await expect(attempt(`update ${table} set ${column} = ${column}`)).rejects.toThrow(/append-only/)
  })

  test('takes no delete', async () => {
    await expect(attempt(`delete from ${table}`)).rejects.toThrow(/append-only/)
  })

  const [away, how] =
    DIALECT === 'postgres'
      ? [`truncate ${table} cascade`, 'truncate']
      : [`insert or replace into ${table} select * from ${table}`, 'replacing insert']
  test(`takes no ${how}`, async () => {
    await expect(attempt(away)).rejects.toThrow(/append-only/)
  })

  test('still holds every row', async () => {
    const rows = await world.db.read.selectFrom(table).selectAll().execute()
    expect(rows).toHaveLength(EVERY_ROW[table].length)
  })
})

// Entry 1 is whole, 2 is redacted, 3 is whole; 21 redacts, 20 does not.
describe('content', () => {
  const redact = (entry: number, to: Partial<Tables['content']>) =>
    world.db.write((tx) => tx.updateTable('content').set(to).where('entry', '=', entry).execute())
  const gone = { body: null, salt: null, redacted_by: 21 }

  test.each([
    ['when the entry named redacts nothing', 1, { ...gone, redacted_by: 20 }],
    ['when no entry is named', 1, { ...gone, redacted_by: null }],
    ['when the entry named does not exist', 1, { ...gone, redacted_by: 99 }],
    ['when the words are only changed', 1, { ...gone, body: '{}' }],
    ['when the salt stays', 1, { body: null, redacted_by: 21 }],
    ['when the row would move', 1, { ...gone, entry: 4 }],
    ['when it is redacted already', 2, gone],
    ['back from redacted', 2, { body: '{}', salt: 'f', redacted_by: null }],
  ])('stays %s', async (_, entry, to) => {
    await expect(redact(entry, to)).rejects.toThrow(/append-only|constraint/i)
    const rows = await world.db.read.selectFrom('content').selectAll().orderBy('entry').execute()
    expect(rows).toEqual(EVERY_ROW.content)
  })

  test('goes further when a later entry redacts what remained', async () => {
    await world.db.write(async (tx) => {
      const [last] = EVERY_ROW.entry.slice(-1)
      if (last)
        await tx
          .insertInto('entry')
          .values({ ...last, n: 22 })
          .execute()
    })
    await redact(2, { redacted_by: 22 })
    await expect(redact(2, { redacted_by: 21 })).rejects.toThrow(/append-only/)
    const row = await world.db.read
      .selectFrom('content')
      .selectAll()
      .where('entry', '=', 2)
      .executeTakeFirst()
    expect(row).toEqual({ entry: 2, body: null, salt: null, redacted_by: 22 })
  })

  test('goes when an entry that redacts is named', async () => {
    await redact(3, gone)
    const row = await world.db.read
      .selectFrom('content')
      .selectAll()
      .where('entry', '=', 3)
      .executeTakeFirst()
    expect(row).toEqual({ entry: 3, ...gone })
  })
})
