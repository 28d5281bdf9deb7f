import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { addDays, dayOf } from '../../src/lib/dates'
import { measuresAt } from '../../src/measures/measure.store'
import { standingAt } from '../../src/standing/standing'
import { bareRunsAt, computedRuns, measureFact, standingsAt } from '../../src/standing/standing.store'
import type { BareRun, Run } from '../../src/standing/standing.types'
import { agreement, claim, type Data, dataset, finding, laid, measure } from '../exchange/datasets'
import { madeUpHistory } from '../exchange/made-up-history'
import { newWorld, type World } from '../support/world'

const LATE = '9999-01-01T00:00:00.000Z'

/** The run without who said what, which only the computed ones tell. */
function bare(run: BareRun): BareRun {
  const { ...rest }: Partial<Run> & BareRun = run
  delete rest.claims
  delete rest.finding
  return rest
}

/** Every answer as of some days, as known at an instant, against the rule's. */
async function faultsAt({ db: { read } }: World, knownAt: string): Promise<string[]> {
  const histories = await measuresAt(read, knownAt, {})
  const computed = await computedRuns(read, histories, knownAt)
  const runs = await bareRunsAt(
    read,
    histories.map((one) => one.measure.id),
    knownAt,
  )
  const faults = histories.flatMap(({ measure: { id, code } }) =>
    isDeepStrictEqual(runs.get(id)?.map(bare), computed.get(id)?.map(bare))
      ? []
      : [`runs of ${code} at ${knownAt}`],
  )
  for (const asOf of [dayOf(knownAt), addDays(dayOf(knownAt), -300)]) {
    const standings = await standingsAt(read, histories, { asOf, knownAt })
    for (const { measure: one } of histories) {
      const right = standingAt(computed.get(one.id) ?? [], measureFact(one), asOf)
      if (!isDeepStrictEqual(standings.get(one.id), right))
        faults.push(`${one.code} on ${asOf} at ${knownAt}`)
    }
  }
  return faults
}

const accord = (reports: Record<string, Data[]>): Data =>
  dataset({
    agreements: [
      agreement({
        measures: Object.entries(reports).map(([code, each]) => measure({ code, reports: each })),
      }),
    ],
  })

const STEPS = ['2020-07-01', '2021-01-01', '2021-06-01', '2022-01-01'] as const

test('what was known is read as stored, and is what the rule gives', async () => {
  const world = await newWorld()
  const first = claim()
  const second = claim({ stage: 2, as_of: '2020-10-01' })
  const third = finding({ stage: 1, as_of: '2020-04-01' })
  const records = [
    accord({ a: [first], b: [first] }),
    accord({ a: [first, second], b: [first] }),
    accord({ a: [first, second, third], b: [first] }),
    accord({ a: [first, { ...second, withdrawn: { at: '2022-01-01T00:00:00.000Z', reason: 'wrong' } }, third], b: [first], c: [] }),
  ]
  for (const [step, record] of records.entries()) {
    world.now = `${STEPS[step]}T00:00:00.000Z`
    await laid(world, record)
  }
  for (const day of ['2020-06-30', '2020-09-01', '2021-03-01', '2021-07-01', '2022-02-01'])
    expect(await faultsAt(world, `${day}T00:00:00.000Z`)).toEqual([])
  // It is read, and not replayed.
  await world.db.write((tx) => tx.deleteFrom('standing_run').where('known_from', '<', '2021-01-01').execute())
  expect(await faultsAt(world, '2021-03-01T00:00:00.000Z')).toContain('b on 2021-03-01 at 2021-03-01T00:00:00.000Z')
}) // prettier-ignore

test.each([1, 2, 3])('what a file dates back is known from then on, history %i', async (seed) => {
  const world = await newWorld()
  await laid(world, madeUpHistory(seed), { keepRecordedAt: true })
  for (const knownAt of ['2017-06-01', '2018-06-01', '2020-01-01', '2022-06-01', '2025-06-01'])
    expect(await faultsAt(world, `${knownAt}T12:00:00.000Z`)).toEqual([])
  expect(await faultsAt(world, LATE)).toEqual([])
})
