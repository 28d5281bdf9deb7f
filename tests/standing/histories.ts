import fc from 'fast-check'
import { addDays } from '../../src/lib/dates'
import { OBLIGATIONS } from '../../src/measures/measure'
import type { ScoredMeasure } from '../../src/standing/score'
import type { DeadlineFact, MeasureFact, ReportFact } from '../../src/standing/facts'
import { standingOf } from '../../src/standing/standing'
import { CONDITIONS, STAGES } from '../../src/status-reports/status-report'
import { day } from './facts'

/** Everything ever recorded about one measure. */
export interface History {
  measure: MeasureFact
  reports: ReportFact[]
  deadlines: DeadlineFact[]
}

/** Histories play in so many days, and few instants, that ties are common. */
export const WINDOW = 30
export const INSTANTS = ['01', '02', '03', '04', '05', '06'].map((n) => `2019-01-${n}T00:00:00.000Z`)
export const PARTIES = ['iran', 'oman', 'pakistan']

const someDay = fc.integer({ min: 0, max: WINDOW }).map(day)
const instant = fc.constantFrom(...INSTANTS)
const stage = fc.constantFrom(...STAGES)
const condition = fc.oneof(
  { weight: 3, arbitrary: fc.constant('active' as const) },
  fc.constantFrom(...CONDITIONS),
)

const entered = fc
  .record({
    recordedAt: instant,
    withdrawnAt: fc.option(instant, { freq: 1 }),
    id: fc.uuid(),
  })
  .map((row) => ({
    ...row,
    withdrawnAt: row.withdrawnAt !== null && row.withdrawnAt < row.recordedAt ? null : row.withdrawnAt,
  }))

const saidBy = fc.oneof(
  fc.record({
    kind: fc.constant('claim' as const),
    party: fc.constantFrom(...PARTIES),
    stage,
    condition,
    by: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('finding' as const),
    party: fc.constant(null),
    stage,
    condition,
    by: fc.constant({ name: 'An observer' }),
  }),
  fc.record({
    kind: fc.constant('finding' as const),
    party: fc.constant(null),
    stage: fc.constant(null),
    condition: fc.constant('active' as const),
    by: fc.constant(null),
  }),
)

/** `target` picks which earlier report of the same kind and party it corrects, if any. */
const draft = fc.record({
  said: saidBy,
  entered,
  asOf: someDay,
  target: fc.option(fc.nat(), { freq: 2 }),
  channel: fc.constantFrom('own' as const, 'public_source' as const),
})

type Draft = typeof draft extends fc.Arbitrary<infer T> ? T : never

function reportsOf(drafts: readonly Draft[]): ReportFact[] {
  const reports: ReportFact[] = []
  for (const { said, entered, asOf, target, channel } of drafts) {
    const same = reports.filter(
      (one) => one.kind === said.kind && one.party === said.party && one.recordedAt <= entered.recordedAt,
    )
    const corrects = target === null ? null : (same[target % Math.max(1, same.length)]?.id ?? null)
    reports.push({ ...said, ...entered, asOf, channel, corrects })
  }
  return reports
}

const deadlines = fc.array(
  fc
    .record({
      entered,
      decidedOn: someDay,
      due: fc.option(fc.integer({ min: -WINDOW, max: 3 * WINDOW }), { freq: 3 }),
    })
    .map(({ entered, decidedOn, due }): DeadlineFact => ({
      ...entered,
      decidedOn,
      dueOn: due === null ? null : day(due),
    })),
  { maxLength: 4 },
)

const measure: fc.Arbitrary<MeasureFact> = fc.record({
  owedBy: fc.subarray(PARTIES, { minLength: 1 }),
  obligation: fc.constantFrom(...OBLIGATIONS),
  reviewIntervalDays: fc.option(fc.integer({ min: 1, max: 20 }), { freq: 8 }),
})

export const history: fc.Arbitrary<History> = fc.record({
  measure,
  reports: fc.array(draft, { maxLength: 9 }).map(reportsOf),
  deadlines,
})

export const knowledge = fc.constantFrom(null, ...INSTANTS)

/** The window and some days to either side, so that everything may also age and fall due. */
export const everyDay = Array.from({ length: 4 * WINDOW }, (_, n) => addDays(day(-2), n))

/** Measures as the scores take them, at the end of the window. Powers of two as weights add up exactly. */
export const scored: fc.Arbitrary<ScoredMeasure[]> = fc.array(
  fc
    .record({ history, weight: fc.constantFrom(0.25, 0.5, 1, 2, 8), knownAt: knowledge })
    .map(({ history, weight, knownAt }) => ({
      standing: standingOf(history.measure, history.reports, history.deadlines, {
        asOf: day(WINDOW + 5),
        knownAt,
      }),
      weight,
      obligation: history.measure.obligation,
      parties: PARTIES,
    })),
  { maxLength: 8 },
)
