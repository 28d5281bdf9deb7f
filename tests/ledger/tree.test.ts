import { expect, test } from 'vitest'
import { migrations } from '../../migrations/index'
import { migrate } from '../../src/db/migrate'
import { seed } from '../../src/exchange/seed'
import { entryOf } from '../../src/ledger/changes.queries'
import { inLedger } from '../../src/ledger/ledger.store'
import { growingTree } from '../../src/ledger/merkle'
import {
  consistencyProof,
  inclusionProof,
  leafOf,
  rootAt,
  treeRow,
  treeSize,
} from '../../src/ledger/tree.store'
import { aPartyAdded } from '../db/changes'
import { runFile } from '../support/process'
import { newWorld, type World } from '../support/world'

const BEFORE_THE_TREE = Object.fromEntries(Object.entries(migrations).slice(0, 3))

/** The rows that the entries of a database should have in its tree, recomputed from the first. */
async function recomputed({ db }: World) {
  const tree = growingTree()
  const entries = await db.read.selectFrom('entry').selectAll().orderBy('n').execute()
  return entries.map((row) => treeRow(row.n, tree.add(leafOf(entryOf(row)))))
}
const kept = ({ db }: World) => db.read.selectFrom('tree').selectAll().orderBy('entry').execute()

test('the tree grows with the ledger, in the same transaction', async () => {
  const world = await newWorld()
  await seed(world.deps)
  const rows = await kept(world)
  expect(rows.length).toBe(await world.db.head())
  expect(rows).toEqual(await recomputed(world))
  const refused = inLedger(world.deps, async (ledger) => {
    aPartyAdded(world.deps, ledger)
    await ledger.flush()
    throw new Error('no')
  })
  await expect(refused).rejects.toThrow('no')
  expect(await kept(world)).toEqual(rows)
})

test('what is added in several pieces of a transaction is in it in order', async () => {
  const world = await newWorld()
  for (const times of [1, 2, 5])
    await inLedger(world.deps, async (ledger) => {
      for (let i = 0; i < times; i++) {
        aPartyAdded(world.deps, ledger)
        if (i % 2 === 0) await ledger.flush()
      }
    })
  expect(await kept(world)).toEqual(await recomputed(world))
  expect(await treeSize(world.db.read)).toBe(8)
})

test('a ledger that was there before has its tree from its first entry on', async () => {
  const [before, world] = [await newWorld(), await newWorld({ empty: true })]
  await seed(before.deps)
  const entries = await before.db.read.selectFrom('entry').selectAll().orderBy('n').execute()
  await migrate(world.db, BEFORE_THE_TREE)
  await world.db.write(async (tx) => {
    for (let from = 0; from < entries.length; from += 500)
      await tx
        .insertInto('entry')
        .values(entries.slice(from, from + 500))
        .execute()
  })
  await migrate(world.db)
  expect(await kept(world)).toEqual(await kept(before))
  await inLedger(world.deps, async (ledger) => aPartyAdded(world.deps, ledger))
  expect(await kept(world)).toEqual(await recomputed(world))
})

test('processes that append at once leave one whole tree', async () => {
  const world = await newWorld()
  const other = new URL('../db/other-process.ts', import.meta.url)
  await Promise.all(['wait', ''].map((wait) => runFile(other, ['append', world.address, '15', wait])))
  expect(await kept(world)).toEqual(await recomputed(world))
  expect((await kept(world)).length).toBe(30)
}, 90_000)

test('a root or proof reads a row for each level at most, however long the ledger', async () => {
  const world = await newWorld()
  await inLedger(world.deps, async (ledger) => {
    for (let i = 0; i < 3_000; i++) aPartyAdded(world.deps, ledger)
  })
  const read: number[] = []
  const counting = world.db.read.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      read.push(result.rows.length)
      return result
    },
  })
  await rootAt(counting, 2_999)
  await inclusionProof(counting, 1_234, 2_999)
  await consistencyProof(counting, 1_777, 2_999)
  expect(read.length).toBe(3)
  for (const rows of read) expect(rows).toBeLessThanOrEqual(Math.ceil(Math.log2(3_000)) * 2)
})
