import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sinceOn, unverifiedIn, widestGap } from '../../src/standing/disagreement'
import type { ReportFact } from '../../src/standing/facts'
import { runsOf, standingAt } from '../../src/standing/standing'
import { claim, day, finding, patrol } from './facts'
import { everyDay, history, knowledge } from './histories'

const standingOn = (asOf: number, ...reports: ReportFact[]) =>
  standingAt(runsOf(patrol, reports, [], null), patrol, day(asOf))

describe('the widest gap', () => {
  test.each([
    ['nobody spoke', []],
    ['one spoke', [claim('iran', 2, 1)]],
    ['all agree', [claim('iran', 2, 1), claim('pakistan', 2, 2), finding(2, 3)]],
    ['a finding without a stage is no position', [claim('iran', 2, 1), finding(null, 3)]],
  ])('is none where %s', (_, reports) => {
    expect(widestGap(standingOn(9, ...reports))).toBeNull()
  })

  test.each([
    ['two claims', [claim('iran', 2, 1), claim('pakistan', 1, 2)], ['pakistan', 'iran', 1]],
    ['a claim above the finding', [claim('iran', 3, 1), finding(0, 2)], [null, 'iran', 3]],
    ['a claim below the finding', [claim('iran', 0, 1), finding(1, 2)], ['iran', null, 1]],
    ['three voices', [claim('iran', 3, 1), claim('pakistan', 0, 2), finding(1, 3)], ['pakistan', 'iran', 3]],
    [
      'the finding, before a claim that says the same later',
      [claim('iran', 3, 1), finding(1, 2), claim('pakistan', 1, 3)],
      [null, 'iran', 2],
    ],
    [
      'the later of two claims that say the same',
      [claim('oman', 1, 3), claim('iran', 1, 1), claim('pakistan', 3, 2)],
      ['oman', 'pakistan', 2],
    ],
  ] as const)('is between %s', (_, reports, [low, high, stages]) => {
    const gap = widestGap(standingOn(9, ...reports))
    expect([gap?.low.party, gap?.high.party, gap?.stages]).toEqual([low, high, stages])
  })
})

describe('what awaits verification', () => {
  test('are all claims without a finding', () => {
    const unverified = unverifiedIn(standingOn(9, claim('iran', 2, 1), claim('pakistan', 1, 2)))
    expect(unverified).toMatchObject({ finding: null, claims: [{ party: 'iran' }, { party: 'pakistan' }] })
  })

  test('is the claim after the finding that lies furthest from it, of two as far the later', () => {
    const outran = (...claims: ReportFact[]) => unverifiedIn(standingOn(9, finding(1, 3), ...claims))
    expect(outran(claim('iran', 2, 4), claim('pakistan', 3, 4))).toMatchObject({
      claim: { party: 'pakistan' },
      stages: 2,
    })
    expect(outran(claim('iran', 2, 4), claim('pakistan', 0, 5))).toMatchObject({
      claim: { party: 'pakistan' },
      stages: 1,
    })
    expect(outran(claim('iran', 2, 5), claim('pakistan', 0, 4))).toMatchObject({ claim: { party: 'iran' } })
  })

  test('is nothing where the finding is as late, or says the same', () => {
    expect(unverifiedIn(standingOn(9, claim('iran', 2, 3), finding(1, 3)))).toBeNull()
    expect(unverifiedIn(standingOn(9, finding(1, 3), claim('iran', 1, 4)))).toBeNull()
    expect(unverifiedIn(standingOn(9))).toBeNull()
  })
})

test('a flag has been up since the first day of its last unbroken stretch', () => {
  const runs = runsOf(
    patrol,
    [
      claim('iran', 2, 1),
      claim('pakistan', 1, 2),
      claim('pakistan', 2, 4),
      claim('iran', 3, 6),
      claim('pakistan', 1, 8),
      finding(3, 10),
    ],
    [],
    null,
  )
  expect(sinceOn(runs, day(0))).toEqual({ disputed: null, awaitingVerification: null })
  expect(sinceOn(runs, day(3))).toEqual({ disputed: day(2), awaitingVerification: day(1) })
  expect(sinceOn(runs, day(5)).disputed).toBeNull()
  expect(sinceOn(runs, day(9))).toEqual({ disputed: day(6), awaitingVerification: day(1) })
  expect(sinceOn(runs, day(20))).toEqual({ disputed: day(6), awaitingVerification: null })
})

test('over any history the explanation is there exactly when the flag is', () => {
  fc.assert(
    fc.property(history, knowledge, ({ measure, reports, deadlines }, K) => {
      const runs = runsOf(measure, reports, deadlines, K)
      for (const asOf of everyDay) {
        const standing = standingAt(runs, measure, asOf)
        const gap = widestGap(standing)
        const since = sinceOn(runs, asOf)
        expect(gap !== null).toBe(standing.disputed)
        expect(unverifiedIn(standing) !== null).toBe(standing.awaitingVerification)
        expect(since.disputed !== null).toBe(standing.disputed)
        expect(since.awaitingVerification !== null).toBe(standing.awaitingVerification)
        if (!gap) continue
        expect(gap.high.stage - gap.low.stage).toBe(gap.stages)
        for (const { stage } of [...standing.claims, ...(standing.finding ? [standing.finding] : [])])
          expect(stage >= gap.low.stage && stage <= gap.high.stage).toBe(true)
      }
    }),
    { numRuns: 150 },
  )
})
