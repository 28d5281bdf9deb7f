import { expect, test } from 'vitest'
import { inLedger } from '../../src/ledger/ledger.store'
import { followLedger } from '../../src/web/follow'
import { aPartyAdded } from '../db/changes'
import { newWorld, type World } from '../support/world'

const write = (world: World, times = 1) =>
  inLedger(world.deps, async (ledger) => {
    for (let i = 0; i < times; i++) aPartyAdded(world.deps, ledger)
  })

/** An answer that tells how it came about. */
function following(world: World, most = 100) {
  const deps = { ...world.deps }
  const ask = followLedger<string>(deps, {
    make: async (key) => {
      if (key === 'broken') throw new Error('broken')
      return `${key} made at ${await deps.db.head()}`
    },
    after: async (_key, before, entries) => `${before}, then ${entries.map(({ n }) => n).join(' ')}`,
    sizeOf: () => 10,
    most,
  })
  return { deps, ask }
}

test('an answer is made once, then brought up to date with each entry', async () => {
  const world = await newWorld()
  const { ask } = following(world)
  expect(await ask('a')).toBe('a made at 0')
  await write(world, 2)
  expect(await ask('a')).toBe('a made at 2')
  await write(world, 2)
  await write(world)
  const at5 = 'a made at 2, then 3 4 5'
  expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual([at5, at5, 'b made at 5'])
  await write(world)
  expect(await ask('a')).toBe(`${at5}, then 6`)
})

test('after very many entries it is made again', async () => {
  const world = await newWorld()
  const { ask } = following(world)
  await write(world)
  await ask('a')
  await write(world, 600)
  expect(await ask('a')).toBe('a made at 601')
})

test('an answer about a record that another took the place of is made again', async () => {
  const [one, other] = [await newWorld(), await newWorld()]
  const { deps, ask } = following(one)
  await write(one, 2)
  await write(other, 3)
  expect(await ask('a')).toBe('a made at 2')
  deps.db = other.db
  expect(await ask('a')).toBe('a made at 3')
  deps.db = one.db
  expect(await ask('a')).toBe('a made at 2')
})

test('what was asked for longest ago is forgotten where there is no room', async () => {
  const world = await newWorld()
  const { ask } = following(world, 25)
  await write(world)
  for (const key of ['a', 'b', 'a', 'c']) await ask(key)
  await write(world)
  expect(await ask('a')).toBe('a made at 1, then 2')
  expect(await ask('b')).toBe('b made at 2')
})

test('a failure is not kept', async () => {
  const world = await newWorld()
  const { ask } = following(world)
  await expect(ask('broken')).rejects.toThrow('broken')
  await expect(ask('broken')).rejects.toThrow('broken')
})
