import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inLedger, type Ledger } from '../../src/ledger/ledger.store'
import { DIALECT, newWorld, type World } from '../support/world'
import { aPartyAdded } from './changes'
import { EVERY_ROW } from './every-row'

const OTHER = fileURLToPath(new URL('./other-process.ts', import.meta.url))
const range = (count: number) => Array.from({ length: count }, (_, i) => i)
const entriesOf = (world: World) =>
  world.db.read.selectFrom('entry').select(['n', 'entered_at', 'subject_id']).orderBy('n').execute()

const add = (world: World, then: (ledger: Ledger) => Promise<unknown> = async () => {}) =>
  inLedger(world.deps, async (ledger) => {
    const n = aPartyAdded(world.deps, ledger)
    await ledger.flush()
    await then(ledger)
    return n
  })

/** Every entry has its number, its instant, its content and its row. */
async function expectWhole(world: World): Promise<number[]> {
  const entries = await entriesOf(world)
  const numbers = entries.map(({ n }) => n)
  expect(numbers).toEqual(range(entries.length).map((i) => i + 1))
  const instants = entries.map((entry) => entry.entered_at)
  expect(instants).toEqual([...new Set(instants)].sort())
  const contents = await world.db.read.selectFrom('content').select('entry').orderBy('entry').execute()
  expect(contents.map(({ entry }) => entry)).toEqual(numbers)
  const parties = await world.db.read.selectFrom('party').select('id').orderBy('entry').execute()
  expect(parties.map(({ id }) => id)).toEqual(entries.map((entry) => entry.subject_id))
  return numbers
}

test('of many who write at once, those that fail take back what they did themselves', async () => {
  const world = await newWorld()
  const failing = new Set([0, 3, 4, 9, 21])
  const settled = await Promise.allSettled(
    range(24).map((i) =>
      add(world, async () => {
        if (failing.has(i)) throw new Error(`refused ${i}`)
      }),
    ),
  )
  expect(
    settled.flatMap((each, i) => (each.status === 'rejected' ? [[i, String(each.reason)]] : [])),
  ).toEqual([...failing].map((i) => [i, `Error: refused ${i}`]))
  const given = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  expect(given.sort((a, b) => a - b)).toEqual(await expectWhole(world))
  expect(given).toHaveLength(19)
})

test('what the database refuses one of many is refused to that one', async () => {
  const world = await newWorld()
  const nowhere = { ...EVERY_ROW.party[0]!, id: 'p', slug: 'p', entry: 99 }
  const settled = await Promise.allSettled([
    add(world),
    add(world, ({ tx }) => tx.insertInto('party').values(nowhere).execute()),
    add(world),
  ])
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await expectWhole(world)).toEqual([1, 2])
})

test('nobody is told before it is committed', async () => {
  const world = await newWorld()
  const told = await Promise.all(
    range(20).map(async () => {
      const n = await add(world)
      return (await world.db.head()) >= n
    }),
  )
  expect(told).toEqual(range(20).map(() => true))
})

if (DIALECT === 'sqlite') {
  test('those who come at once are committed at once', async () => {
    const world = await newWorld()
    const seen: number[] = []
    const look = async () => void seen.push(await world.db.head())
    await Promise.all(range(5).map(() => add(world, look)))
    expect(seen).toEqual([0, 0, 0, 0, 0])
    expect(await world.db.head()).toBe(5)
  })

  test('when the disk is full, what was told to be recorded is, and the rest is not', async () => {
    const world = await newWorld()
    const fill = async ({ tx }: Ledger) => {
      await sql`pragma max_page_count = 1`.execute(tx)
      await tx
        .insertInto('instance')
        .values({ name: 'large', value: 'x'.repeat(1_000_000) })
        .execute()
    }
    const settled = await Promise.allSettled([add(world), add(world, fill), add(world), add(world)])
    expect(settled[1]?.status).toBe('rejected')
    const given = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    expect(await expectWhole(world)).toEqual(given)
    expect(await world.db.read.selectFrom('instance').select('name').execute()).toEqual([])
  })

  test('when the database gives a transaction up, all who were in it hear why', async () => {
    const world = await newWorld()
    const full = Object.assign(new Error('the disk is full'), { code: 'SQLITE_FULL' })
    const giveUp = async ({ tx }: Ledger) => {
      await sql`rollback`.execute(tx)
      throw full
    }
    const settled = await Promise.allSettled([add(world), add(world, giveUp), add(world)])
    expect(settled).toEqual([0, 1, 2].map(() => ({ status: 'rejected', reason: full })))
    expect(await add(world)).toBe(1)
  })
}

test('after a kill in the middle of writing, what was told to be recorded is there, whole', async () => {
  const world = await newWorld()
  const child = spawn(process.execPath, ['--import', 'tsx', OTHER, 'flood', world.address], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const told: number[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    told.push(Number(line))
    if (told.length === 100) child.kill('SIGKILL')
  }
  await ended
  expect(child.signalCode).toBe('SIGKILL')
  const last = await add(world)
  const numbers = await expectWhole(world)
  expect(numbers).toEqual(expect.arrayContaining(told))
  expect(numbers.at(-1)).toBe(last)
})
