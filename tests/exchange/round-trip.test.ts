import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '../../src/exchange/seed'
import { measuresAt } from '../../src/measures/measure.store'
import { standingsAt } from '../../src/standing/standing.store'
import type { Db } from '../../src/db/database'
import { DIALECT, newWorld } from '../support/world'
import { claim, exported, faultsOf, laid, lay, places, reported } from './datasets'
import { madeUpHistory } from './made-up-history'

const keep = { keepRecordedAt: true }
const RUNS = DIALECT === 'sqlite' ? 40 : 8
const anySeed = fc.integer({ min: 0, max: 2 ** 31 })

test('the seeds come out and go back in without loss', async () => {
  const [one, other] = [await newWorld(), await newWorld()]
  await seed(one.deps)
  const text = await exported(one.db)
  await laid(other, JSON.parse(text), keep)
  expect((await exported(other.db)) === text).toBe(true)
})

test(
  'any record comes out, goes into an empty database, and comes out the same',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(anySeed, async (number) => {
        const [one, other] = [await newWorld(), await newWorld()]
        await laid(one, madeUpHistory(number), keep)
        expect(await faultsOf(one.db)).toEqual([])
        const text = await exported(one.db)
        await laid(other, JSON.parse(text), keep)
        expect(await exported(other.db)).toBe(text)
        expect(await faultsOf(other.db)).toEqual([])
        expect(await laid(one, JSON.parse(text), keep)).toMatchObject({
          added: {},
          revised: {},
          withdrawn: {},
        })
        await one.close()
        await other.close()
      }),
      { numRuns: RUNS },
    )
  },
)

test(
  'a record taken in as of now comes out, goes in and comes out the same',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(anySeed, async (number) => {
        const [one, other] = [await newWorld(), await newWorld()]
        // Neither a report of one's own nor an approval is taken from a file as of now.
        const history = JSON.parse(JSON.stringify(madeUpHistory(number)), (key, value) =>
          key === 'approved_by' ? undefined : value === 'own' ? 'public_source' : value,
        )
        await laid(one, history)
        expect(await laid(one, history)).toMatchObject({ added: {}, revised: {}, withdrawn: {} })
        const text = await exported(one.db)
        await laid(other, JSON.parse(text), keep)
        expect(await exported(other.db)).toBe(text)
        await one.close()
        await other.close()
      }),
      { numRuns: RUNS },
    )
  },
)

test('an export of a past day or instant stands where the record stood', { timeout: 120_000 }, async () => {
  const days = fc
    .integer({ min: 0, max: 3_000 })
    .map((n) => new Date(Date.UTC(2016, 0, n)).toISOString().slice(0, 10))
  await fc.assert(
    fc.asyncProperty(anySeed, days, days, async (number, asOf, known) => {
      const [one, other] = [await newWorld(), await newWorld()]
      const knownAt = `${known}T23:59:59.999Z`
      await laid(one, madeUpHistory(number), keep)
      const text = await exported(one.db, { asOf, knownAt })
      await laid(other, JSON.parse(text), keep)
      expect(await standings(other.db.read, asOf, null)).toEqual(await standings(one.db.read, asOf, knownAt))
      await one.close()
      await other.close()
    }),
    { numRuns: RUNS },
  )
})

test('what a later day’s report corrects stays out of a past day’s export, with what that had corrected', async () => {
  const [one, other] = [await newWorld(), await newWorld()]
  const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()]
  const said = reported(
    claim({ id: first, as_of: '2020-05-01', recorded_at: '2020-07-01T00:00:00Z' }),
    claim({ id: second, as_of: '2020-05-02', recorded_at: '2020-07-02T00:00:00Z', corrects: first }),
    claim({ id: third, as_of: '2020-06-01', recorded_at: '2020-07-03T00:00:00Z', corrects: second }),
  )
  await laid(one, said, keep)
  const asOf = '2020-05-31'
  await laid(other, JSON.parse(await exported(one.db, { asOf })), keep)
  const before = await standings(one.db.read, asOf, null)
  expect(before).toMatchObject([[expect.any(String), { label: 'not_assessed', claims: [] }]])
  expect((await standings(other.db.read, asOf, null)).map(([, found]) => found)).toEqual(
    before.map(([, found]) => found),
  )
})

async function standings(db: Db, asOf: string, knownAt: string | null) {
  const histories = await measuresAt(db, knownAt)
  const found = await standingsAt(db, histories, { asOf, knownAt })
  return histories.map(({ measure }) => [measure.id, found.get(measure.id)])
}

test('an export of a past instant knows no later withdrawal, and of a past day no later report', async () => {
  const world = await newWorld()
  await laid(world, madeUpHistory(7), keep)
  const then = JSON.parse(
    await exported(world.db, { knownAt: '2019-06-30T23:59:59.999Z', asOf: '2018-06-30' }),
  )
  const text = JSON.stringify(then)
  for (const [, instant] of text.matchAll(/"(?:recorded_at|at)":"([^"]+)"/g))
    expect(instant! <= '2019-06-30T23:59:59.999Z').toBe(true)
  for (const [, day] of text.matchAll(/"(?:as_of|decided_on|observed_on)":"([^"]+)"/g))
    expect(day! <= '2018-06-30').toBe(true)
  expect(places(await lay(await newWorld(), then, keep))).toEqual([])
})
