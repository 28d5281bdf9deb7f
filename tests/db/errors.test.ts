import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Tx } from '../../src/db/database'
import { isDiskFault, isUniqueViolation } from '../../src/db/dialect'
import { DIALECT, newWorld } from '../support/world'
import { EVERY_ROW } from './every-row'

async function errorOf(work: (tx: Tx) => Promise<unknown>): Promise<unknown> {
  const world = await newWorld()
  const failed = world.db.write(async (tx) => {
    await tx.insertInto('entry').values(EVERY_ROW.entry).execute()
    await tx.insertInto('party').values(EVERY_ROW.party).execute()
    await work(tx)
  })
  return failed.then(
    () => undefined,
    (error: unknown) => error,
  )
}
const party = EVERY_ROW.party[0]!

test.each([
  ['a primary key', party],
  ['a unique column', { ...party, id: 'another' }],
])('%s that was there is a unique violation and no disk fault', async (_, row) => {
  const error = await errorOf((tx) => tx.insertInto('party').values(row).execute())
  expect([isUniqueViolation(error), isDiskFault(error)]).toEqual([true, false])
})

test.each([
  ['a reference to nothing', { ...party, id: 'another', slug: 'another', entry: 99 }],
  ['a missing value', { ...party, id: 'another', slug: null as never }],
])('%s is neither', async (_, row) => {
  const error = await errorOf((tx) => tx.insertInto('party').values(row).execute())
  expect(error).toBeInstanceOf(Error)
  expect([isUniqueViolation(error), isDiskFault(error)]).toEqual([false, false])
})

test('a full disk is a disk fault', async () => {
  const error = await errorOf(async (tx) => {
    if (DIALECT === 'postgres')
      return sql`do $$ begin raise exception using errcode = '53100'; end $$`.execute(tx)
    await sql`pragma max_page_count = 1`.execute(tx)
    const large = EVERY_ROW.entry.map((entry) => ({
      ...entry,
      n: entry.n + 100,
      digest: 'x'.repeat(100_000),
    }))
    return tx.insertInto('entry').values(large).execute()
  })
  expect([isDiskFault(error), isUniqueViolation(error)]).toEqual([true, false])
})

test.each(['EROFS', 'EACCES', 'ENOSPC'])('%s of a file is a disk fault', (code) => {
  expect(isDiskFault(Object.assign(new Error(), { code }))).toBe(true)
})

test('what is no error is neither', () => {
  expect([isUniqueViolation(undefined), isDiskFault('ENOSPC')]).toEqual([false, false])
})
