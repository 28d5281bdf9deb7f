import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '../../src/lib/dates'
import type { Run } from '../../src/standing/standing.types'
import { scoreOf } from '../../src/standing/score'
import { flagDaysOf, runsOf, standingAt, standingOf } from '../../src/standing/standing'
import { everyDay, history, INSTANTS, knowledge, scored, type History } from './histories'
import { naiveStanding } from './naive'

const runs = ({ measure, reports, deadlines }: History, knownAt: Instant | null): Run[] =>
  runsOf(measure, reports, deadlines, knownAt)

const instant = fc.constantFrom(...INSTANTS)

/** The history as it was when nothing after the instant had entered it. */
const until = (knownAt: Instant, { measure, reports, deadlines }: History): History => {
  const then = <Row extends { recordedAt: Instant; withdrawnAt: Instant | null }>(rows: Row[]) =>
    rows
      .filter((row) => row.recordedAt <= knownAt)
      .map((row) =>
        row.withdrawnAt !== null && row.withdrawnAt > knownAt ? { ...row, withdrawnAt: null } : row,
      )
  return { measure, reports: then(reports), deadlines: then(deadlines) }
}

const check = <Told>(property: fc.IProperty<Told>, numRuns = 300): void => fc.assert(property, { numRuns })

describe('the standing of any history', () => {
  test('is what the rule says step by step, on every day and at every knowledge', () => {
    check(
      fc.property(history, knowledge, (told, K) => {
        const all = runs(told, K)
        for (const D of everyDay) {
          expect(standingAt(all, told.measure, D)).toEqual(naiveStanding({ ...told, D, K }))
        }
      }),
      150,
    )
  })

  test('is the same whether asked at once or from the runs', () => {
    check(
      fc.property(history, knowledge, fc.constantFrom(...everyDay), (told, knownAt, asOf) => {
        const { measure, reports, deadlines } = told
        expect(standingOf(measure, reports, deadlines, { asOf, knownAt })).toEqual(
          standingAt(runs(told, knownAt), measure, asOf),
        )
      }),
    )
  })

  test('has runs that start on rising days and each change something', () => {
    check(
      fc.property(history, knowledge, (told, K) => {
        const all = runs(told, K)
        all.forEach((run, n) => {
          const before = all[n - 1]
          if (!before) return
          expect(run.fromOn > before.fromOn).toBe(true)
          expect({ ...run, fromOn: before.fromOn }).not.toEqual(before)
        })
      }),
    )
  })

  test('as known earlier is not changed by what was recorded or withdrawn later', () => {
    check(
      fc.property(history, instant, (told, K) => {
        expect(runs(told, K)).toEqual(runs(until(K, told), null))
      }),
    )
  })

  test('leaves a withdrawn report or decision out as if it had never been, from the withdrawal on', () => {
    check(
      fc.property(history, instant, (told, K) => {
        const gone = ({ withdrawnAt }: { withdrawnAt: Instant | null }) =>
          withdrawnAt !== null && withdrawnAt <= K
        const never = {
          ...told,
          reports: told.reports.filter((one) => !gone(one)),
          deadlines: told.deadlines.filter((one) => !gone(one)),
        }
        expect(runs(told, K)).toEqual(runs(never, K))
      }),
    )
  })

  test('gives the first report back when its correction is withdrawn', () => {
    check(
      fc.property(history, fc.nat(), fc.constantFrom(...everyDay), (told, pick, asOf) => {
        const [early = '', , , , , late = ''] = INSTANTS
        const first = told.reports[pick % Math.max(1, told.reports.length)]
        fc.pre(first !== undefined && first.withdrawnAt === null)
        const entered = {
          asOf,
          recordedAt: early,
          withdrawnAt: late,
          id: 'ffffffff',
          corrects: first?.id ?? '',
        }
        const corrected = {
          ...told,
          reports: told.reports.flatMap((r) => (r === first ? [r, { ...r, ...entered }] : [r])),
        }
        expect(runs(corrected, late)).toEqual(runs(told, late))
        const meanwhile = JSON.stringify(runs(corrected, '2019-01-05T23:59:59.999Z'))
        expect(meanwhile).not.toContain(first?.id)
      }),
    )
  })

  test('does not depend on the order in which rows are read', () => {
    const shuffled = history.chain((told) =>
      fc.record({
        told: fc.constant(told),
        reports: fc.shuffledSubarray(told.reports, { minLength: told.reports.length }),
        deadlines: fc.shuffledSubarray(told.deadlines, { minLength: told.deadlines.length }),
      }),
    )
    check(
      fc.property(shuffled, knowledge, ({ told, reports, deadlines }, K) => {
        expect(runs({ ...told, reports, deadlines }, K)).toEqual(runs(told, K))
      }),
    )
  })

  test('turns its flags on the days foretold', () => {
    check(
      fc.property(history, knowledge, (told, K) => {
        const all = runs(told, K)
        for (const run of all) {
          const flags = flagDaysOf(run, told.measure)
          // Each run alone, so that it lasts: what would come were nothing more recorded.
          for (const D of everyDay.filter((one) => one >= run.fromOn)) {
            const { time, freshness } = standingAt([run], told.measure, D)
            const reached = (from: string | null) => from !== null && D >= from
            expect(time === 'overdue').toBe(reached(flags.overdueFrom))
            expect(time === 'due_soon').toBe(reached(flags.dueSoonFrom) && !reached(flags.overdueFrom))
            expect(freshness === 'stale').toBe(reached(flags.staleFrom))
            expect(freshness === 'ageing').toBe(reached(flags.ageingFrom) && !reached(flags.staleFrom))
          }
        }
      }),
      100,
    )
  })
})

describe('the scores of any set', () => {
  const between = (low: number | null, value: number | null, high: number | null) => {
    if (low === null || value === null || high === null) return
    expect(value).toBeGreaterThanOrEqual(low - 1e-9)
    expect(value).toBeLessThanOrEqual(high + 1e-9)
  }

  test('keep their order and their bounds', () => {
    check(
      fc.property(scored, (measures) => {
        const score = scoreOf(measures)
        between(score.low, score.progress, score.high)
        between(0, score.strict, score.claimed)
        between(-1, score.g20, 1)
        between(0, score.coverage, 1)
        const percents = [score.progress, score.low, score.high, score.claimed, score.strict]
        const others = [score.g20Percent, score.disagreement, ...Object.values(score.byParty)]
        for (const one of [...percents, ...others]) between(0, one, 100)
      }),
      200,
    )
  })

  test('are finite numbers or null, and count every measure once', () => {
    check(
      fc.property(scored, (measures) => {
        const { byParty, counts, ...numbers } = scoreOf(measures)
        for (const one of [...Object.values(numbers), ...Object.values(byParty)]) {
          expect(one === null || Number.isFinite(one)).toBe(true)
        }
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(measures.length)
        expect(numbers.n).toBe(measures.length - counts.superseded)
      }),
      200,
    )
  })
})
