import { expect, test } from 'vitest'
import { addDays } from '../../src/lib/dates'
import { measuresAt } from '../../src/measures/measure.store'
import { drawnRunsAt } from '../../src/standing/drawn.store'
import { bareRunsAt } from '../../src/standing/standing.store'
import { agreement, claim, dataset, laid, measure } from '../exchange/datasets'
import { newWorld } from '../support/world'

const DAYS = Array.from({ length: 200 }, (_, i) => addDays('2020-01-10', i * 5))
const MANY = DAYS.map((as_of, i) =>
  claim({ as_of, stage: i % 4, evidence: [{ kind: 'act', title: `${i}` }] }),
)
const FEW = MANY.slice(0, 40)

async function crowded() {
  const world = await newWorld()
  world.now = '2023-01-01T00:00:00.000Z'
  const measures = [measure({ code: 'many', reports: MANY }), measure({ code: 'few', reports: FEW })]
  await laid(world, dataset({ agreements: [agreement({ measures })] }))
  const { read } = world.db
  const histories = await measuresAt(read, null, {})
  const idOf = (code: string) => histories.find((one) => one.measure.code === code)?.measure.id ?? ''
  const ids = histories.map((one) => one.measure.id)
  return { world, read, ids, many: idOf('many'), few: idOf('few') }
}

test('of very many runs the last of each month is drawn, of others all, and the last up to the day always', async () => {
  const { read, ids, many, few } = await crowded()
  const all = await bareRunsAt(read, ids, null)
  for (const asOf of ['2022-12-31', '2021-03-17']) {
    const drawn = await drawnRunsAt(read, ids, { asOf, knownAt: null })
    expect(drawn.get(few)).toEqual({ runs: all.get(few), byMonth: false })
    const until = (all.get(many) ?? []).filter(({ fromOn }) => fromOn <= asOf)
    const { runs = [], byMonth } = drawn.get(many) ?? {}
    expect(byMonth).toBe(true)
    expect(runs.at(-1)).toEqual(until.at(-1))
    const months = Map.groupBy(until, ({ fromOn }) => fromOn.slice(0, 7))
    expect(runs).toEqual([...months.values()].map((its) => its.at(-1)))
  }
})

test('what was known before is drawn the same', async () => {
  const { world, read, ids, many } = await crowded()
  const asked = { asOf: '2021-03-17', knownAt: '2023-01-02T00:00:00.000Z' }
  const before = await drawnRunsAt(read, ids, asked)
  world.now = '2023-02-01T00:00:00.000Z'
  const more = [...MANY, claim({ as_of: '2020-02-01', stage: 3 })]
  await laid(
    world,
    dataset({ agreements: [agreement({ measures: [measure({ code: 'many', reports: more })] })] }),
  )
  const after = await drawnRunsAt(read, ids, asked)
  const days = (of: typeof before) => of.get(many)?.runs.map(({ fromOn, label }) => [fromOn, label])
  expect(days(after)).toEqual(days(before))
  expect(after.get(many)?.byMonth).toBe(true)
})
