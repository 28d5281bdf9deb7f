import { expect, test } from 'vitest'
import { inLedger } from '../../src/ledger/ledger.store'
import { newWorld, type World } from '../support/world'
import { aPartyAdded } from './changes'

const entriesOf = (world: World) =>
  world.db.read.selectFrom('entry').select(['n', 'entered_at']).orderBy('n').execute()
const numbersOf = async (world: World) => (await entriesOf(world)).map((entry) => entry.n)
const add = (world: World) => inLedger(world.deps, async (ledger) => aPartyAdded(world.deps, ledger))

test('twenty writers at once get numbers without a gap and instants that rise', async () => {
  const world = await newWorld()
  const given = await Promise.all(Array.from({ length: 20 }, () => add(world)))
  const expected = Array.from({ length: 20 }, (_, i) => i + 1)
  expect(given.toSorted((a, b) => a - b)).toEqual(expected)
  const entries = await entriesOf(world)
  expect(entries.map((entry) => entry.n)).toEqual(expected)
  const instants = entries.map((entry) => entry.entered_at)
  expect(instants).toEqual([...new Set(instants)].sort())
  expect(instants.at(-1)).toBe('2026-11-23T12:00:00.019Z')
})

test('an entry has the time of the clock, even when the clock goes back', async () => {
  const world = await newWorld()
  await add(world)
  world.now = '2026-11-24T00:00:00.000Z'
  await add(world)
  world.now = '2020-01-01T00:00:00.000Z'
  await add(world)
  expect((await entriesOf(world)).map((entry) => entry.entered_at)).toEqual([
    '2026-11-23T12:00:00.000Z',
    '2026-11-24T00:00:00.000Z',
    '2026-11-24T00:00:00.001Z',
  ])
})

test('the entries of one transaction share its instant', async () => {
  const world = await newWorld()
  await inLedger(world.deps, async (ledger) => {
    aPartyAdded(world.deps, ledger)
    aPartyAdded(world.deps, ledger)
  })
  const entries = await entriesOf(world)
  expect(entries).toHaveLength(2)
  expect(entries[0]?.entered_at).toBe(entries[1]?.entered_at)
})

test('work that fails leaves no entry, row or gap', async () => {
  const world = await newWorld()
  await add(world)
  const failing = inLedger(world.deps, async (ledger) => {
    aPartyAdded(world.deps, ledger)
    await ledger.flush()
    throw new Error('refused')
  })
  await expect(failing).rejects.toThrow('refused')
  expect(await numbersOf(world)).toEqual([1])
  expect(await add(world)).toBe(2)
  expect(await numbersOf(world)).toEqual([1, 2])
  expect(await world.db.read.selectFrom('party').select('id').execute()).toHaveLength(2)
})

test('a row that the database refuses takes its entry with it', async () => {
  const world = await newWorld()
  const failing = inLedger(world.deps, async (ledger) => {
    aPartyAdded(world.deps, ledger)
    ledger.add('reply', {
      id: 'y-1',
      report_id: 'none',
      party: 'none',
      recorded_at: ledger.enteredAt,
      entry: 1,
    })
  })
  await expect(failing).rejects.toThrow(/foreign key/i)
  expect(await numbersOf(world)).toEqual([])
})

test('work that adds nothing writes nothing and gives its answer', async () => {
  const world = await newWorld()
  expect(await inLedger(world.deps, async () => 'nothing to do')).toBe('nothing to do')
  expect(await world.db.head()).toBe(0)
})
