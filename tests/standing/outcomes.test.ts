import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IMPLEMENTABILITY_POINTS } from '../../src/measures/implementability'
import { type Judged, outcomesOf } from '../../src/standing/outcomes'
import { emptyPosition } from '../../src/standing/positions'
import { standingAt } from '../../src/standing/standing'
import { LABELS, type Label } from '../../src/standing/standing.types'

const STAGES: Partial<Record<Label, 0 | 1 | 2 | 3>> = {
  not_started: 0,
  in_progress: 1,
  partly_implemented: 2,
  implemented: 3,
  lapsed: 1,
  reversed: 0,
  abandoned: 1,
  superseded: 1,
}
const CONDITIONS = ['lapsed', 'reversed', 'abandoned', 'superseded'] as const

function judged(points: number, label: Label): Judged {
  const condition = CONDITIONS.find((known) => known === label) ?? ('active' as const)
  const run = { ...emptyPosition(), fromOn: '2020-01-01', label, condition, stage: STAGES[label] ?? null }
  const fact = { owedBy: ['iran'], obligation: 'one_off' as const, reviewIntervalDays: null }
  return {
    met: IMPLEMENTABILITY_POINTS.slice(0, points),
    scored: {
      standing: standingAt([run], fact, '2021-01-01'),
      weight: 1,
      obligation: 'one_off',
      parties: ['iran', 'pakistan'],
    },
  }
}

test('each score has its row, with what became of its measures and the never assessed apart', () => {
  const { byScore, all } = outcomesOf([
    judged(3, 'implemented'),
    judged(3, 'in_progress'),
    judged(3, 'not_assessed'),
    judged(3, 'superseded'),
    judged(0, 'not_assessed'),
  ])
  expect(byScore.map(({ points }) => points)).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0])
  expect(byScore[5]).toMatchObject({ n: 3, assessed: 2, implemented: 1, unassessed: 1 })
  expect(byScore[5]?.counts).toMatchObject({ implemented: 1, in_progress: 1, superseded: 1 })
  expect(byScore[5]?.score.progress).toBeCloseTo((100 * 4) / 6)
  expect(byScore[8]).toMatchObject({
    n: 1,
    assessed: 0,
    implemented: 0,
    unassessed: 1,
    score: { progress: null },
  })
  expect(byScore[0]).toMatchObject({ n: 0, assessed: 0, score: { progress: null } })
  expect(all).toMatchObject({ n: 4, assessed: 2, implemented: 1, unassessed: 2 })
})

test('means stand apart for what was implemented, what was not, and what nobody can say', () => {
  const some = [
    judged(6, 'implemented'),
    judged(4, 'implemented'),
    judged(2, 'reversed'),
    judged(1, 'not_assessed'),
  ]
  expect(outcomesOf(some).means).toEqual({ implemented: 5, others: 2, unassessed: 1 })
  expect(outcomesOf([]).means).toEqual({ implemented: null, others: null, unassessed: null })
})

const cases = fc.array(fc.tuple(fc.nat(8), fc.constantFrom(...LABELS)), { maxLength: 40 })

test('rows and points each cover every measure once, and nothing unknown is counted as not done', () => {
  fc.assert(
    fc.property(cases, (some) => {
      const { all, byScore, byPoint } = outcomesOf(some.map(([points, label]) => judged(points, label)))
      const sum = (of: (row: (typeof byScore)[number]) => number) =>
        byScore.reduce((total, row) => total + of(row), 0)
      expect(sum(({ n }) => n)).toBe(all.n)
      expect(sum(({ implemented }) => implemented)).toBe(all.implemented)
      expect(all.assessed + all.unassessed).toBe(all.n)
      for (const { having, lacking } of byPoint) {
        expect(having.n + lacking.n).toBe(all.n)
        expect(having.implemented + lacking.implemented).toBe(all.implemented)
        expect(having.implemented).toBeLessThanOrEqual(having.assessed)
      }
    }),
  )
})
