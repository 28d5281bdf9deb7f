import { expect, test } from 'vitest'
import { placedMeasures, wordingsAt } from '../../src/dashboards/placed.queries'
import { openRegister } from '../../src/dashboards/register'
import { importDataset } from '../../src/exchange/import-dataset'
import { operatorActor } from '../../src/exchange/operator.store'
import type { Asked } from '../../src/standing/facts'
import { newWorld, type World } from '../support/world'

// What the file says at each step; the keys that stay make it the same things.
const claim = {
  id: '01900000-0000-7000-8000-000000000001',
  kind: 'claim',
  party: 'iran',
  stage: 1,
  as_of: '2020-01-01',
}
const late = { ...claim, id: '01900000-0000-7000-8000-000000000002', stage: 3, as_of: '2021-05-05' }
const past = {
  ...claim,
  id: '01900000-0000-7000-8000-000000000003',
  stage: 0,
  as_of: '2018-05-05',
  recorded_at: '2019-01-01T00:00:00.000Z',
}
const deadline = {
  id: '01900000-0000-7000-8000-000000000004',
  due_on: '2019-06-01',
  decided_on: '2018-01-01',
}
const sourced = (report: object) => ({ ...report, evidence: [{ kind: 'act', title: 'A gazette' }] })

const measure = (code: string, more: object = {}) => ({
  ...{ code, title: `Measure ${code}`, obligation: 'one_off', owed_by: ['iran'], ...more },
})
const agreement = (slug: string, measures: object[], more: object = {}) => ({
  ...{
    slug,
    title: slug,
    kind: 'treaty',
    concluded_on: '2017-11-07',
    parties: ['iran', 'pakistan'],
    measures,
    ...more,
  },
})
const record = (agreements: object[]) => ({
  format: 'followthrough-dataset/1',
  parties: [
    { slug: 'iran', name: 'Iran', kind: 'state' },
    { slug: 'pakistan', name: 'Pakistan', kind: 'state' },
  ],
  agreements,
})
const withdrawn = { at: '2026-11-23T12:00:00.000Z', reason: 'An error' }

interface Step {
  what: string
  data: object
  revise?: boolean
  keep?: boolean
}
const STEPS: Step[] = [
  { what: 'measures', data: record([agreement('a', [measure('1'), measure('2')]), agreement('b', [measure('1')])]) },
  { what: 'a report', data: record([agreement('a', [measure('1', { reports: [sourced(claim)] })])]) },
  { what: 'a later report', data: record([agreement('a', [measure('1', { reports: [sourced(late)] })])]) },
  { what: 'a deadline', data: record([agreement('a', [measure('2', { deadlines: [deadline] })])]) },
  { what: 'a note', data: record([agreement('b', [measure('1')], { notes: [{ on: '2018-01-01', kind: 'context', text: 'It rained.' }] })]) },
  { what: 'a report dated back', keep: true, data: record([agreement('b', [measure('1', { reports: [sourced(past)] })])]) },
  { what: 'a new title', revise: true, data: record([agreement('a', [measure('1', { title: 'Renamed' })])]) },
  { what: 'a new measure', data: record([agreement('b', [measure('3')])]) },
  { what: 'a new agreement', data: record([agreement('c', [measure('1')], { concluded_on: '2019-01-01' })]) },
  { what: 'a withdrawn report', data: record([agreement('a', [measure('1', { reports: [{ ...sourced(late), withdrawn }] })])]) },
  { what: 'a withdrawn deadline', data: record([agreement('a', [measure('2', { deadlines: [{ ...deadline, withdrawn }] })])]) },
  { what: 'a withdrawn measure', data: record([agreement('b', [measure('3', { withdrawn })])]) },
  { what: 'a withdrawn agreement', data: record([agreement('b', [], { withdrawn })]) },
] // prettier-ignore

async function take({ deps }: World, { what, data, revise = false, keep = false }: Step) {
  const how = { keepRecordedAt: keep, revise: revise ? 'A test' : null, dryRun: false }
  const done = await importDataset(deps, await operatorActor(deps), [{ name: what, data }], how)
  expect(done, what).toMatchObject({ outcome: 'imported' })
}

const QUESTIONS: Asked[] = ['2018-06-01', '2020-06-01', '2026-11-23'].flatMap((asOf) => [
  { asOf, knownAt: null },
  { asOf, knownAt: '2019-06-01T00:00:00.000Z' },
  { asOf, knownAt: '2026-11-23T12:00:00.004Z' },
])

test(
  'a register that is kept says after every change what one that is opened then would say',
  { timeout: 60_000 },
  async () => {
    const world = await newWorld()
    const { read } = world.db
    const register = openRegister(world.deps)
    let entries = 0
    for (const step of STEPS) {
      await take(world, step)
      const head = await world.db.head()
      expect(head, step.what).toBeGreaterThan(entries)
      entries = head
      for (const asked of QUESTIONS) {
        const about = `${step.what}, ${JSON.stringify(asked)}`
        const placed = await placedMeasures(read, asked)
        expect(await register.placed(asked), about).toEqual(placed)
        const { agreements } = await wordingsAt(read, asked.knownAt)
        expect(await register.agreements(asked.knownAt), about).toEqual(agreements)
        const some = agreements.slice(0, 1).map(({ id }) => id)
        expect(await register.placedIn(asked, some), about).toEqual(
          placed.filter((each) => some.includes(each.agreement.id)),
        )
      }
    }
  },
)

test('what did not change is not read again', async () => {
  const world = await newWorld()
  const register = openRegister(world.deps)
  const today = { asOf: '2026-11-23', knownAt: null }
  const before = { asOf: '2026-11-23', knownAt: '2026-11-23T12:00:00.000Z' }
  const [first, second] = STEPS
  await take(world, first!)
  const [known, past] = [await register.placed(today), await register.placed(before)]
  expect(await register.placed(today)).toBe(known)
  await take(world, second!)
  const [moved, ...others] = await register.placed(today)
  expect(moved?.standing).not.toEqual(known[0]?.standing)
  expect(others.map((each, i) => each === known[i + 1])).toEqual([true, true])
  expect(await register.placed(before)).toBe(past)
})
