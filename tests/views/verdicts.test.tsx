import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Assessment, VERDICTS } from '../../src/aims/aim'
import { liveAssessments, liveVerdicts } from '../../src/aims/verdicts'
import { problemsWithAssessment } from '../../src/aims/aim-rules'
import { dayPlace, heightOf, marksOf } from '../../views/charts/verdict-geometry'
import { recorded, source } from './sample'

const assessment = (fields: Partial<Assessment>): Assessment => ({
  ...recorded(),
  asOf: '2020-01-01',
  asOfPrecision: 'day',
  verdict: 'unchanged',
  by: { name: 'A' },
  summary: null,
  evidence: [],
  ...fields,
})
const withdrawn = { at: '2026-11-23T12:00:00.000Z', reason: null, entry: 9, actor: recorded().actor }

const day = fc.integer({ min: 2017, max: 2026 }).map((year) => `${year}-05-01`)
const anything = fc.array(
  fc
    .tuple(day, fc.constantFrom(...VERDICTS), fc.constantFrom('A', 'B', null), fc.boolean())
    .map(([asOf, verdict, name, gone]) =>
      assessment({ asOf, verdict, by: name === null ? null : { name }, withdrawn: gone ? withdrawn : null }),
    ),
  { maxLength: 12 },
)

test('of each assessor the latest that stands is live, and nothing else', () => {
  fc.assert(
    fc.property(anything, (all) => {
      const live = liveAssessments(all)
      const standing = all.filter((one) => !one.withdrawn)
      const names = new Set(standing.map(({ by }) => by?.name))
      expect(live.map(({ by }) => by?.name).toSorted()).toEqual([...names].toSorted())
      for (const one of live)
        for (const other of standing)
          if (other.by?.name === one.by?.name) expect(one.asOf >= other.asOf).toBe(true)
      expect(live.map(({ asOf }) => asOf)).toEqual(
        live
          .map(({ asOf }) => asOf)
          .toSorted()
          .toReversed(),
      )
      expect(new Set(liveVerdicts(all)).size).toBe(liveVerdicts(all).length)
    }),
  )
})

test('marks lie within the picture, later days further on, and the other way round in right-to-left', () => {
  fc.assert(
    fc.property(anything, (all) => {
      const [there, mirrored] = [false, true].map((rtl) =>
        marksOf(all, dayPlace('2017-01-01', '2026-12-31', rtl)),
      )
      expect(there?.marks.length).toBe(all.filter((one) => !one.withdrawn).length)
      there?.marks.forEach(({ x, y, assessment: { verdict } }, index) => {
        expect(x).toBeGreaterThanOrEqual(24)
        expect(x).toBeLessThanOrEqual(97)
        expect(y).toBe(heightOf(verdict))
        expect(x).toBeGreaterThanOrEqual(there.marks[index - 1]?.x ?? 0)
        expect(x + (mirrored?.marks[index]?.x ?? 0)).toBeCloseTo(100, 1)
      })
      for (const { from, to } of there?.lines ?? [])
        expect(from.assessment.by?.name).toBe(to.assessment.by?.name)
    }),
  )
})

test('what is disputed lies between going up and going down', () => {
  expect(heightOf('advancing')).toBeLessThan(heightOf('disputed'))
  expect(heightOf('disputed')).toBeLessThan(heightOf('receding'))
})

test.each([
  [{ asOf: '2026-11-24' }, 'own', ['as_of']],
  [{ asOf: '2026-12-31', asOfPrecision: 'year' }, 'own', ['as_of']],
  [{ asOf: '2026-11-23' }, 'own', []],
  [{ by: { name: 'B' } }, 'own', ['by_name']],
  [{ by: { name: 'B' } }, 'public_source', []],
  [{}, 'public_source', ['by_name']],
  [{ evidence: [] }, 'own', ['evidence']],
] as const)('an assessment with %j as %s has problems at %j', (fields, channel, expected) => {
  const said = assessment({ by: null, evidence: [source({})], ...fields } as Partial<Assessment>)
  const problems = problemsWithAssessment(said, { channel, recordedOn: '2026-11-23' })
  expect(problems.map(({ field }) => field)).toEqual(expected)
})
