import { expect, onTestFinished, test } from 'vitest'
import { Busy, type Database } from '../../src/db/database'
import { openDatabase } from '../../src/db/dialect'
import { inLedger } from '../../src/ledger/ledger.store'
import { runFile } from '../support/process'
import { newWorld, type World } from '../support/world'
import { aPartyAdded } from './changes'

const OTHER = new URL('./other-process.ts', import.meta.url)
const entriesOf = (world: World) =>
  world.db.read.selectFrom('entry').select(['n', 'entered_at']).orderBy('n').execute()
const numbersTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function secondOf(world: World): Database {
  const second = openDatabase(world.address)
  onTestFinished(() => second.close())
  return second
}

/** Opens a transaction that holds the ledger until it is released. */
async function hold(world: World): Promise<() => Promise<void>> {
  let release = () => {}
  const until = new Promise<void>((resolve) => (release = resolve))
  let held: Promise<void> = Promise.resolve()
  await new Promise<void>((resolve, reject) => {
    held = inLedger(world.deps, async () => {
      resolve()
      await until
    })
    held.catch(reject)
  })
  return () => {
    release()
    return held
  }
}

test('processes that write at once take their turns', async () => {
  const world = await newWorld()
  const append = (wait: string) => runFile(OTHER, ['append', world.address, '25', wait])
  await Promise.all([append('wait'), append('wait'), append(''), append('')])
  const entries = await entriesOf(world)
  expect(entries.map((entry) => entry.n)).toEqual(numbersTo(100))
  expect(new Set(entries.map((entry) => entry.entered_at)).size).toBe(100)
})

test('a writer waits for another without stopping this process, and reads go on', async () => {
  const world = await newWorld()
  const second = secondOf(world)
  const release = await hold(world)
  const written = inLedger({ ...world.deps, db: second }, async (ledger) => aPartyAdded(world.deps, ledger))
  const asked = Date.now()
  await pause(20)
  expect(await second.head()).toBe(0)
  expect(Date.now() - asked).toBeLessThan(1_000)
  await release()
  expect(await written).toBe(1)
})

test('a writer whose turn does not come in five seconds is told that the database is busy', async () => {
  const world = await newWorld()
  const second = secondOf(world)
  const release = await hold(world)
  const written = inLedger({ ...world.deps, db: second }, async (ledger) => aPartyAdded(world.deps, ledger))
  await expect(written).rejects.toBeInstanceOf(Busy)
  await release()
  expect(await entriesOf(world)).toEqual([])
})
