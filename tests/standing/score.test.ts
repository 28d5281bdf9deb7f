import { describe, expect, test } from 'vitest'
import type { ReportFact } from '../../src/standing/facts'
import { scoreOf, type ScoredMeasure } from '../../src/standing/score'
import { LABELS, type Label } from '../../src/standing/standing.types'
import { claim, deadline, fence, finding, patrol, scored } from './facts'

const counts = (some: Partial<Record<Label, number>>) => ({
  ...Object.fromEntries(LABELS.map((label) => [label, 0])),
  ...some,
})

const close = (value: number): unknown => expect.closeTo(value, 9)

describe('a worked example', () => {
  const superseded = scored(patrol, [claim('iran', 1, 95, { condition: 'superseded' })], { weight: 50 })
  const measures = [
    scored(fence, [finding(3, 95)], { weight: 2 }),
    scored(patrol, [claim('iran', 2, 95), claim('pakistan', 1, 96)]),
    scored(patrol, [claim('iran', 3, 5)]),
    { ...scored(fence, [], { weight: 4 }), parties: ['iran', 'oman'] },
    superseded,
  ]

  test('comes out as reckoned by hand', () => {
    expect(scoreOf(measures)).toEqual({
      n: 4,
      // The fence and the first patrol, of four; the second patrol is stale.
      coverage: 0.5,
      // 2·3 + 1·1 + 1·3 of 3·(2 + 1 + 1)
      progress: close((100 * 10) / 12),
      // 2·3 + 1·1 + 0 + 0 of 3·8
      low: close((100 * 7) / 24),
      // 2·3 + 1·2 + 1·3 + 4·3 of 3·8
      high: close((100 * 23) / 24),
      claimed: 25,
      strict: 25,
      // Iran says 2 and 3, Pakistan 1, Oman nothing.
      byParty: { iran: close((100 * 5) / 6), oman: null, pakistan: close(100 / 3) },
      // +1, 0, +1
      g20: close(2 / 3),
      g20Percent: close((50 * 5) / 3),
      // Only the first patrol has two voices: 2 − 1 of 3.
      disagreement: close(100 / 3),
      counts: counts({ implemented: 2, in_progress: 1, not_assessed: 1, superseded: 1 }),
    })
  })

  test('does not change with the order of the measures', () => {
    expect(scoreOf(measures.toReversed())).toEqual(scoreOf(measures))
  })

  const empty = {
    n: 0,
    coverage: null,
    progress: null,
    low: null,
    high: null,
    claimed: null,
    strict: null,
    byParty: {},
    g20: null,
    g20Percent: null,
    disagreement: null,
  }

  test('of nothing is null everywhere', () => {
    expect(scoreOf([])).toEqual({ ...empty, counts: counts({}) })
  })

  test('of superseded measures alone is null everywhere and counts them', () => {
    expect(scoreOf([superseded])).toEqual({ ...empty, counts: counts({ superseded: 1 }) })
  })

  test('of measures nobody assessed has a range and no progress', () => {
    expect(scoreOf([scored(fence, []), scored(fence, [finding(null, 95)])])).toEqual({
      ...empty,
      n: 2,
      coverage: 0,
      low: 0,
      high: 100,
      claimed: 0,
      strict: 0,
      byParty: { iran: null, pakistan: null },
      counts: counts({ not_assessed: 2 }),
    })
  })
})

describe('the range', () => {
  const range = (measure: ScoredMeasure) => {
    const { low, high } = scoreOf([measure])
    return [low, high]
  }

  test('is from the lowest to the highest live position, the finding among them', () => {
    expect(range(scored(patrol, [finding(0, 95), claim('iran', 3, 95)]))).toEqual([0, 100])
    expect(range(scored(patrol, [finding(3, 95), claim('iran', 0, 95)]))).toEqual([0, 100])
    expect(range(scored(patrol, [finding(3, 95)]))).toEqual([100, 100])
  })

  test.each([
    ['continuing', 0],
    ['periodic', 0],
    ['quantity', 100],
    ['one_off', 100],
  ] as const)('of a stale %s measure begins at %i', (obligation, low) => {
    const stalled = claim('iran', 3, 5, { condition: 'stalled' })
    expect(range(scored({ ...fence, obligation }, [stalled]))).toEqual([low, 100])
  })
})

describe('claimed and strict', () => {
  const shares = (reports: readonly ReportFact[], measure = patrol) => {
    const { claimed, strict } = scoreOf([scored(measure, reports), scored(patrol, [])])
    return [claimed, strict]
  }

  test.each([
    ['a claim of one party', [50, 0], [claim('iran', 3, 95)]],
    ['a finding', [50, 50], [finding(3, 95)]],
    ['a stalled finding', [50, 50], [finding(3, 95, { condition: 'stalled' })]],
    ['a lapsed finding', [0, 0], [finding(3, 95, { condition: 'lapsed' })]],
    ['a claim denied by another', [0, 0], [claim('iran', 3, 95), claim('pakistan', 2, 95)]],
    ['a stale finding', [0, 0], [finding(3, 5)]],
    ['a finding lower than the claim', [0, 0], [claim('iran', 3, 96), finding(2, 95)]],
  ])('from %s are %j', (_, expected, reports) => {
    expect(shares(reports)).toEqual(expected)
  })

  test('keep what is settled, however long ago', () => {
    expect(shares([finding(3, 5)], fence)).toEqual([50, 50])
  })

  test('do not weigh', () => {
    const heavy = scored(fence, [finding(3, 95)], { weight: 9 })
    expect(scoreOf([heavy, scored(fence, [finding(0, 95)])]).strict).toBe(50)
  })
})

describe('g20', () => {
  const due = [deadline(0, 50)]
  test.each([
    [1, 'at stage 3', [claim('iran', 3, 95)], due],
    [1, 'at stage 3 and stalled', [claim('iran', 3, 95, { condition: 'stalled' })], due],
    [1, 'at stage 3 and stale', [claim('iran', 3, 5)], []],
    [-1, 'when lapsed at stage 3', [claim('iran', 3, 95, { condition: 'lapsed' })], []],
    [-1, 'when reversed', [claim('iran', 2, 95, { condition: 'reversed' })], []],
    [-1, 'when abandoned', [claim('iran', 1, 95, { condition: 'abandoned' })], []],
    [-1, 'when not started and overdue', [claim('iran', 0, 95)], due],
    [0, 'when not started and not due', [claim('iran', 0, 95)], []],
    [0, 'when in progress and overdue', [claim('iran', 1, 95)], due],
  ] as const)('is %i %s', (g20, _, reports, deadlines) => {
    expect(scoreOf([scored(patrol, reports, { deadlines })])).toMatchObject({
      g20,
      g20Percent: 50 * (g20 + 1),
    })
  })

  test('leaves out what nobody assessed, though overdue', () => {
    const silent = scored(patrol, [], { deadlines: due })
    expect(scoreOf([silent, scored(patrol, [claim('iran', 3, 95)])]).g20).toBe(1)
    expect(scoreOf([silent]).g20).toBeNull()
  })
})

describe('by party and disagreement', () => {
  test('take the words of the parties of the measures counted, weighed, the finding aside', () => {
    const measures = [
      scored(patrol, [claim('iran', 3, 95), finding(0, 96)], { weight: 3 }),
      scored(patrol, [claim('iran', 0, 95), claim('pakistan', 2, 95)]),
    ]
    expect(scoreOf(measures).byParty).toEqual({ iran: 75, pakistan: close(200 / 3) })
  })

  test('leave out a claimant that is no longer a party, but not from the disagreement', () => {
    const score = scoreOf([scored(patrol, [claim('oman', 3, 95), claim('iran', 0, 95)])])
    expect(score).toMatchObject({ byParty: { iran: 0, pakistan: null }, disagreement: 100 })
  })

  test('compare the lowest and the highest of three claims, and never the finding', () => {
    const three = [claim('iran', 0, 95), claim('pakistan', 1, 95), claim('oman', 2, 95), finding(3, 95)]
    expect(scoreOf([scored(patrol, three)]).disagreement).toBeCloseTo(200 / 3, 9)
  })

  test('count agreement of two as none, and one voice not at all', () => {
    const agreed = scored(patrol, [claim('iran', 2, 95), claim('pakistan', 2, 95)])
    const differing = scored(patrol, [claim('iran', 0, 95), claim('pakistan', 3, 95)], { weight: 7 })
    const single = scored(patrol, [claim('iran', 2, 95), finding(0, 95)])
    expect(scoreOf([agreed, single]).disagreement).toBe(0)
    expect(scoreOf([agreed, differing, single]).disagreement).toBe(50)
    expect(scoreOf([single]).disagreement).toBeNull()
  })
})

test('no score passes 100 for the sake of fractional weights', () => {
  const measures = [0.1, 0.1, 0.7].map((weight) => scored(fence, [finding(3, 95)], { weight }))
  expect(scoreOf(measures)).toMatchObject({ progress: close(100), low: close(100), high: close(100) })
  expect(scoreOf(measures).progress).toBeLessThanOrEqual(100)
})
