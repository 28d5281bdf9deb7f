import { expect, test } from 'vitest'
import type { Database } from '../../src/db/database'
import { exportDataset } from '../../src/exchange/export-dataset'
import { importDataset } from '../../src/exchange/import-dataset'
import { operatorActor } from '../../src/exchange/operator.store'
import { seed } from '../../src/exchange/seed'
import { newWorld } from '../support/world'

async function exported(db: Database, seen = { knownAt: null, asOf: null }) {
  let text = ''
  await exportDataset(db, seen, async (piece) => {
    text += piece
  })
  return text
}
test('round', async () => {
  const one = await newWorld()
  const two = await newWorld()
  await seed(one.deps)
  const text = await exported(one.db)
  const r = await importDataset(
    two.deps,
    await operatorActor(two.deps),
    [{ name: 'x', data: JSON.parse(text) }],
    { keepRecordedAt: true, revise: null, dryRun: false },
  )
  if (r.outcome === 'refused') throw new Error(r.faults.map((f) => `${f.place}: ${f.sentence}`).join('\n'))
  const again = await exported(two.db)
  expect(again.length).toBe(text.length)
  expect(again === text).toBe(true)
})
