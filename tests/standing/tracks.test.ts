import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standingOf } from '../../src/standing/standing'
import { heldSince, tracksOf } from '../../src/standing/tracks'
import { claim, day, finding } from './facts'
import { everyDay, history, knowledge } from './histories'

const now = { asOf: day(100), knownAt: null }

describe('positions over time', () => {
  test('end, for every party and the finding, at what the standing has live', () => {
    fc.assert(
      fc.property(
        history,
        knowledge,
        fc.constantFrom(...everyDay),
        fc.integer({ min: 1, max: 10 }),
        (told, knownAt, asOf, most) => {
          const asked = { asOf, knownAt }
          const { tracks } = tracksOf(told.reports, told.measure.owedBy, asked, most)
          const { claims, finding } = standingOf(told.measure, told.reports, told.deadlines, asked)
          const live = [...claims, ...(finding ? [{ ...finding, party: null }] : [])]
          const ends = tracks.map(({ party, steps }) => ({ party, ...steps.at(-1) }))
          const byParty = (a: { party: string | null }, b: { party: string | null }) =>
            (a.party ?? '').localeCompare(b.party ?? '')
          expect(ends.sort(byParty)).toEqual(
            live
              .map(({ party, asOf: from, stage, condition, report }) => ({
                party,
                from,
                stage,
                condition,
                report,
              }))
              .sort(byParty),
          )
        },
      ),
      { numRuns: 400 },
    )
  })

  test('are, on any earlier day, what was live on that day', () => {
    fc.assert(
      fc.property(history, knowledge, fc.constantFrom(...everyDay), (told, knownAt, asOf) => {
        const { tracks } = tracksOf(told.reports, told.measure.owedBy, { asOf: day(400), knownAt })
        const standing = standingOf(told.measure, told.reports, [], { asOf, knownAt })
        const then = tracks.flatMap(({ steps }) => steps.findLast(({ from }) => from <= asOf)?.report ?? [])
        const live = [...standing.claims, ...(standing.finding ? [standing.finding] : [])]
        expect(then.sort()).toEqual(live.map(({ report }) => report).sort())
      }),
      { numRuns: 400 },
    )
  })

  test('rise in days, and hold a step until the next', () => {
    fc.assert(
      fc.property(history, knowledge, (told, knownAt) => {
        for (const { steps } of tracksOf(told.reports, told.measure.owedBy, { asOf: day(400), knownAt })
          .tracks) {
          const days = steps.map(({ from }) => from)
          expect(days).toEqual([...new Set(days)].sort())
        }
      }),
    )
  })

  test('name those who owe the measure first and the finding last', () => {
    const reports = [finding(2, 3), claim('iran', 1, 1), claim('oman', 1, 1), claim('pakistan', 0, 2)]
    const { tracks, earlier } = tracksOf(reports, ['pakistan'], now)
    expect(tracks.map(({ party }) => party)).toEqual(['pakistan', 'iran', 'oman', null])
    expect(earlier).toBe(0)
  })

  test('keep a finding without a stage apart: it moves nothing', () => {
    const reports = [finding(1, 1), finding(null, 5), claim('iran', 2, 3)]
    const { tracks, said, looked } = tracksOf(reports, ['iran'], now)
    expect(looked.map(({ asOf }) => asOf)).toEqual([day(5)])
    expect(said).toHaveLength(2)
    expect(tracks.map(({ steps }) => steps.at(-1)?.from)).toEqual([day(3), day(1)])
  })

  test('show the last reports, and begin at what held when the first of them came', () => {
    const reports = [
      claim('iran', 0, 0),
      ...[1, 2, 3, 4].map((n) => claim('pakistan', n % 2 === 0 ? 1 : 2, 10 * n)),
    ]
    const { tracks, said, from, earlier } = tracksOf(reports, ['iran', 'pakistan'], now, 2)
    expect([from, earlier, said.map(({ asOf }) => asOf)]).toEqual([day(30), 3, [day(30), day(40)]])
    expect(tracks.map(({ party, steps }) => [party, steps.map((step) => step.from)])).toEqual([
      ['iran', [day(0)]],
      ['pakistan', [day(30), day(40)]],
    ])
  })

  test('say since when the last stage and condition hold', () => {
    const reports = [
      claim('iran', 1, 1),
      claim('iran', 2, 5),
      claim('iran', 2, 9),
      claim('iran', 2, 12, { condition: 'stalled' }),
    ]
    const held = (asOf: string) => tracksOf(reports, ['iran'], { asOf, knownAt: null }).tracks.map(heldSince)
    expect([held(day(10)), held(day(20)), held(day(0))]).toEqual([[day(5)], [day(12)], []])
  })
})
