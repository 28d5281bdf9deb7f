import { expect, test } from 'vitest'
import { seed } from '../../src/exchange/seed'
import { headOf } from '../../src/ledger/ledger.store'
import { newWorld } from '../support/world'

test('the seeds load whole, and a second time change nothing', async () => {
  const { deps, db } = await newWorld()
  const first = await seed(deps)
  if (first.outcome === 'refused')
    throw new Error(first.faults.map((f) => `${f.place}: ${f.sentence}`).join('\n'))
  expect(first.tally.added.agreement).toBeGreaterThan(10)
  const head = await headOf(db.read)
  const second = await seed(deps)
  expect(second).toMatchObject({ outcome: 'imported', tally: { added: {}, revised: {}, withdrawn: {} } })
  expect(await headOf(db.read)).toEqual(head)
})
