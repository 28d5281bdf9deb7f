import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf, differs, flowsOf, type Pair, pairsOf, tallyOf } from '../../src/dashboards/compare'
import { readTwoDays } from '../../src/dashboards/two-days'
import type { Placed } from '../../src/dashboards/placed.queries'
import { runsOf, standingAt } from '../../src/standing/standing'
import type { Standing } from '../../src/standing/standing.types'
import { bandPath, flowGeometry } from '../../views/charts/flow-geometry'
import { LABELS } from '../../src/standing/standing.types'

const blank: Standing = standingAt(
  runsOf({ owedBy: ['a'], obligation: 'one_off', reviewIntervalDays: null }, [], [], null),
  { owedBy: ['a'], obligation: 'one_off', reviewIntervalDays: null },
  '2020-01-01',
)
const standing = (fields: Partial<Standing>): Standing => ({ ...blank, ...fields })
const placed = (id: string, concludedOn: string, stands: Standing = blank): Placed =>
  ({ agreement: { concludedOn }, measure: { id }, standing: stands }) as unknown as Placed
const pair = (before: Standing | null, after: Standing | null): Pair =>
  ({ agreement: {}, measure: {}, before, after }) as unknown as Pair

const flows = fc
  .array(
    fc.record({
      from: fc.option(fc.constantFrom(...LABELS)),
      to: fc.option(fc.constantFrom(...LABELS)),
      count: fc.integer({ min: 1, max: 300 }),
    }),
    { maxLength: 30 },
  )
  .map((all) =>
    all.filter((one, i) => all.findIndex(({ from, to }) => from === one.from && to === one.to) === i),
  )

test('bands fill their nodes to the edge, and nodes of a day do not overlap', () => {
  fc.assert(
    fc.property(flows, (all) => {
      const { before, after, bands, height } = flowGeometry(all)
      expect(bands).toHaveLength(all.length)
      for (const [nodes, side, end] of [
        [before, 'from', 'start'],
        [after, 'to', 'end'],
      ] as const) {
        expect(nodes.reduce((sum, { count }) => sum + count, 0)).toBe(
          all.reduce((sum, { count }) => sum + count, 0),
        )
        nodes.forEach((node, i) => {
          const previous = nodes[i - 1]
          if (previous) expect(node.y).toBeGreaterThan(previous.y + previous.height)
          expect(node.y + node.height).toBeLessThanOrEqual(height)
          const mine = bands.filter((band) => band[side] === node.label)
          expect(mine.reduce((sum, band) => sum + band[end].height, 0)).toBeCloseTo(node.height, 6)
        })
      }
    }),
  )
})

test('a band runs the other way where lines are read from the right', () => {
  const ends = { start: { y: 0, height: 10 }, end: { y: 20, height: 5 } }
  expect(bandPath(ends, false)).toBe('M0 0C50 0 50 20 100 20V25C50 25 50 10 0 10z')
  expect(bandPath(ends, true)).toBe('M100 0C50 0 50 20 0 20V25C50 25 50 10 100 10z')
})

test('a measure counts from the day its agreement was concluded, and one that is gone is told of', () => {
  const days = { from: '2019-01-01', to: '2021-01-01' }
  const before = [placed('old', '2010-01-01'), placed('gone', '2010-01-01'), placed('new', '2020-01-01')]
  const after = [placed('old', '2010-01-01'), placed('new', '2020-01-01'), placed('later', '2022-01-01')]
  const pairs = pairsOf(before, after, days)
  expect(pairs.map(({ measure, before: was, after: is }) => [measure.id, was !== null, is !== null])).toEqual(
    [
      ['old', true, true],
      ['new', false, true],
      ['gone', true, false],
    ],
  )
})

test.each([
  [{}, {}, false, {}],
  [{ label: 'in_progress', stage: 1 }, { label: 'implemented', stage: 3 }, true, { moved: 1, further: 1 }],
  [
    { label: 'implemented', stage: 3 },
    { label: 'reversed', stage: 3 },
    true,
    { moved: 1, further: 0, back: 0 },
  ],
  [{ label: 'implemented', stage: 3 }, { label: 'in_progress', stage: 1 }, true, { back: 1 }],
  [{ dueOn: '2020-01-01' }, { dueOn: '2021-01-01' }, true, { due: { set: 0, moved: 1, lifted: 0 } }],
  [{ dueOn: '2020-01-01' }, { dueOn: null }, true, { due: { set: 0, moved: 0, lifted: 1 } }],
  [{}, { dueOn: '2020-01-01' }, true, { due: { set: 1, moved: 0, lifted: 0 } }],
  [{ lastHeardOn: '2019-01-01' }, { lastHeardOn: '2019-02-01' }, false, {}],
] as const)('from %j to %j', (before, after, told, expected) => {
  const difference = differenceOf(pair(standing(before), standing(after)))
  expect(differs(difference)).toBe(told)
  expect(tallyOf([difference])).toMatchObject({ measures: 1, cameIn: 0, cameOut: 0, ...expected })
})

test('flags that came and flags that went are told apart, and a measure that came in has none', () => {
  const overdue = standing({ time: 'overdue', disputed: true })
  const verified = standing({ basis: 'verified', disputed: true })
  expect(differenceOf(pair(overdue, verified))).toMatchObject({ gained: ['verified'], lost: ['overdue'] })
  expect(differenceOf(pair(null, overdue))).toMatchObject({ came: 'in', gained: [], lost: [] })
  expect(flowsOf([pair(null, overdue), pair(overdue, null), pair(overdue, verified)])).toHaveLength(3)
})

const USUAL = { to: '2026-11-23', today: '2026-11-23' }
test.each([
  [{}, { from: '2025-11-23', to: '2026-11-23', by: 'then' }],
  [{ to: '2024-02-29' }, { from: '2023-02-28', to: '2024-02-29', by: 'then' }],
  [
    { from: '2020-01-01', by: 'now' },
    { from: '2020-01-01', to: '2026-11-23', by: 'now' },
  ],
  [{ from: '2020-01-01', by: 'sometimes' }, { by: 'then' }],
  [{ from: '2020-02-30' }, { problems: [{ field: 'from', message: 'compare.bad_day' }] }],
  [{ to: 'x' }, { problems: [{ field: 'to', message: 'compare.bad_day' }] }],
  [{ to: '2026-11-24' }, { problems: [{ field: 'to', message: 'compare.later_than_today' }] }],
  [
    { from: '2020-01-02', to: '2020-01-01' },
    { problems: [{ field: 'from', message: 'compare.from_after' }] },
  ],
])('an address that says %j', (given, expected) => {
  expect(readTwoDays({ from: '', to: '', by: '', ...given }, USUAL)).toMatchObject(expected)
})
