import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, type Day, type Instant, lastInstantOf } from '../../src/lib/dates'
import { countedFrom, countsAt, countsOverTime } from '../../src/standing/history'
import { knownRuns } from '../../src/standing/known-runs.row'
import { type KnownLabel, type Seen, type Turn, turnsSeen } from '../../src/standing/labels'
import { scoreOf } from '../../src/standing/score'
import { runsOf, standingOf } from '../../src/standing/standing'
import type { Label } from '../../src/standing/standing.types'
import { at, claim, day } from './facts'
import { everyDay, history, INSTANTS, knowledge, type History } from './histories'

const labelAt = (turns: readonly Turn[], on: Day): Label | null =>
  turns.findLast((turn) => turn.on <= on)?.label ?? null

const check = <Told>(property: fc.IProperty<Told>, numRuns = 100): void => fc.assert(property, { numRuns })

/** The instants of the histories lie after their days; here they fall among them. */
const within = (told: History): History => {
  const moved = <At extends Instant | null>(at: At) =>
    (at === null ? null : INSIDE[INSTANTS.indexOf(at)]!) as At
  const reports = told.reports.map((one) => ({
    ...one,
    recordedAt: moved(one.recordedAt),
    withdrawnAt: moved(one.withdrawnAt),
  }))
  return { ...told, reports }
}
const INSIDE = INSTANTS.map((_, index) => at(4 + 5 * index))
const amongDays = history.map(within)
const LAST = at(60)
const standing = { recordedAt: '2017-01-01T00:00:00.000Z', withdrawnAt: null }
const concluded = [{ recordedAt: standing.recordedAt, concludedOn: day(-2) }]
const FACT = { owedBy: ['iran'], obligation: 'one_off', reviewIntervalDays: null } as const

/** Every run that the reports make, when it was known. */
const runsIn = (reports: History['reports']): KnownLabel[] =>
  knownRuns({
    id: 'm',
    wordings: [{ recordedAt: standing.recordedAt, fact: FACT }],
    reports,
    deadlines: [],
  }).map((row) => ({
    fromOn: row.from_on,
    label: row.label,
    knownFrom: row.known_from,
    knownTo: row.known_to,
  }))

/** The labels by one knowledge. */
const turnsOf = (reports: History['reports'], knownAt: Instant | null): Turn[] =>
  runsOf(FACT, reports, [], knownAt)
    .map(({ fromOn, label }) => ({ on: fromOn, label }))
    .filter(({ label }, i, all) => label !== all[i - 1]?.label)

const seenOf = ({ reports }: Pick<History, 'reports'>): Seen => ({
  runs: runsIn(reports),
  lasting: [standing],
  concluded,
})
const histories = fc.array(history, { maxLength: 6 })

describe('what was true then', () => {
  test('is on every day the label of the standing, as known at one instant', () => {
    check(
      fc.property(history, knowledge, (told, knownAt) => {
        const turns = turnsOf(told.reports, knownAt)
        for (const asOf of everyDay) {
          const { label } = standingOf(told.measure, told.reports, [], { asOf, knownAt })
          expect(labelAt(turns, asOf) ?? 'not_assessed').toBe(label)
        }
      }),
    )
  })

  test('counts what the score of each day counts, and each measure once', () => {
    check(
      fc.property(histories, knowledge, (all, knownAt) => {
        const [from, to] = [day(0), day(40)]
        const counts = countsOverTime(
          all.map(({ reports }) => countedFrom(from, turnsOf(reports, knownAt))),
          from,
          to,
        )
        for (const asOf of everyDay.filter((one) => one >= from && one <= to)) {
          const score = scoreOf(
            all.map(({ measure, reports, deadlines }) => ({
              standing: standingOf(measure, reports, deadlines, { asOf, knownAt }),
              ...{ weight: 1, obligation: measure.obligation, parties: [] },
            })),
          )
          const shown = countsAt(counts, asOf)!.counts
          expect(shown).toEqual(score.counts)
          expect(Object.values(shown).reduce((sum, n) => sum + n, 0)).toBe(all.length)
        }
      }),
      60,
    )
  })
})

describe('what we knew then', () => {
  test('is on every day the label of that day, as known when it ended', () => {
    check(
      fc.property(amongDays, (told) => {
        const turns = turnsSeen(seenOf(told), LAST)
        for (const asOf of everyDay.filter((one) => one <= dayOf(LAST))) {
          const knownAt = lastInstantOf(asOf)
          const { label } = standingOf(told.measure, told.reports, [], { asOf, knownAt })
          expect(labelAt(turns, asOf)).toBe(label)
        }
      }),
    )
  })

  test('is never changed by what was recorded or withdrawn after the day', () => {
    check(
      fc.property(amongDays, fc.constantFrom(...INSIDE), (told, instant) => {
        const then = <Row extends { recordedAt: Instant; withdrawnAt: Instant | null }>(rows: Row[]) =>
          rows
            .filter(({ recordedAt }) => recordedAt <= instant)
            .map((row) =>
              row.withdrawnAt !== null && row.withdrawnAt > instant ? { ...row, withdrawnAt: null } : row,
            )
        const [later, before] = [
          turnsSeen(seenOf(told), LAST),
          turnsSeen(seenOf({ ...told, reports: then(told.reports) }), LAST),
        ]
        for (const on of everyDay.filter((one) => lastInstantOf(one) <= instant))
          expect(labelAt(later, on)).toBe(labelAt(before, on))
        expect(turnsSeen(seenOf(told), instant)).toEqual(
          turnsSeen(seenOf({ ...told, reports: then(told.reports) }), instant),
        )
      }),
    )
  })

  const late = claim('iran', 3, 10, { recordedAt: at(20) })
  const told = (reports: History['reports']) => seenOf({ reports })

  test('differs from what was true where a report was recorded late', () => {
    expect(turnsOf([late], null)).toEqual([{ on: day(10), label: 'implemented' }])
    expect(turnsSeen(told([late]), at(30))).toEqual([
      { on: day(-2), label: 'not_assessed' },
      { on: day(20), label: 'implemented' },
    ])
  })

  test('keeps what was withdrawn later until that day', () => {
    const wrong = claim('iran', 3, 10, { withdrawnAt: at(15) })
    expect(turnsOf([wrong], null)).toEqual([])
    expect(turnsSeen(told([wrong]), at(30)).map(({ on, label }) => [on, label])).toEqual([
      [day(-2), 'not_assessed'],
      [day(10), 'implemented'],
      [day(15), 'not_assessed'],
    ])
  })

  test('begins when the measure entered, ends when it was withdrawn, and follows the day of conclusion as it was worded', () => {
    const lasting = [standing, { recordedAt: at(5), withdrawnAt: at(25) }]
    expect(turnsSeen({ ...told([late]), lasting }, at(30)).map(({ on }) => on)).toEqual([
      day(5),
      day(20),
      day(25),
    ])
    const moved = [
      { recordedAt: at(1), concludedOn: day(0) },
      { recordedAt: at(8), concludedOn: day(12) },
    ]
    expect(turnsSeen({ ...told([]), concluded: moved }, at(30))).toEqual([
      { on: day(1), label: 'not_assessed' },
      { on: day(8), label: null },
      { on: day(12), label: 'not_assessed' },
    ])
  })
})

test('days on which no number changes have no row of their own', () => {
  const swap: Turn[][] = [
    [{ on: day(0), label: 'in_progress' }, { on: day(5), label: 'lapsed' }],
    [{ on: day(0), label: 'lapsed' }, { on: day(5), label: 'in_progress' }, { on: day(7), label: 'lapsed' }],
  ] // prettier-ignore
  expect(countsOverTime(swap, day(0), day(9)).map(({ on }) => on)).toEqual([day(0), day(7)])
  expect(countsOverTime(swap, day(0), day(6)).map(({ on }) => on)).toEqual([day(0)])
  expect(countsOverTime([], day(0), day(6))).toHaveLength(1)
})
