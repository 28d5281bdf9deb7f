import { addDays, type Day } from '../../src/lib/dates'
import type { DeadlineFact, MeasureFact, ReportFact } from '../../src/standing/facts'
import type { ScoredMeasure } from '../../src/standing/score'
import { standingOf } from '../../src/standing/standing'
import type { Standing } from '../../src/standing/standing.types'

/** Day 0 of the tests, and the days counted from it. */
export const day = (n: number): Day => addDays('2018-01-01', n)
/** Noon of a day counted from day 0. */
export const at = (n: number) => `${day(n)}T12:00:00.000Z`

export const fence: MeasureFact = { owedBy: ['iran'], obligation: 'one_off', reviewIntervalDays: 10 }
export const patrol: MeasureFact = {
  owedBy: ['iran', 'pakistan'],
  obligation: 'continuing',
  reviewIntervalDays: 10,
}

let made = 0
const nextId = () => String((made += 1)).padStart(4, '0')

/** A claim of a party as of a day, recorded at that day's noon unless told otherwise. */
export const claim = (
  party: string,
  stage: ReportFact['stage'],
  asOf: number,
  more: Partial<ReportFact> = {},
): ReportFact => ({
  id: nextId(),
  kind: 'claim',
  party,
  stage,
  condition: 'active',
  asOf: day(asOf),
  recordedAt: at(asOf),
  withdrawnAt: null,
  corrects: null,
  channel: 'own',
  by: null,
  ...more,
})

export const finding = (
  stage: ReportFact['stage'],
  asOf: number,
  more: Partial<ReportFact> = {},
): ReportFact => ({
  ...claim('', stage, asOf),
  kind: 'finding',
  party: null,
  ...more,
})

/** A decision of a day that sets, moves or (null) lifts the due day. */
export const deadline = (
  decidedOn: number,
  dueOn: number | null,
  more: Partial<DeadlineFact> = {},
): DeadlineFact => ({
  id: nextId(),
  dueOn: dueOn === null ? null : day(dueOn),
  decidedOn: day(decidedOn),
  recordedAt: at(decidedOn),
  withdrawnAt: null,
  ...more,
})

/** The standing on a day counted from day 0, with everything known or as known at an instant. */
export const stand = (
  measure: MeasureFact,
  reports: readonly ReportFact[],
  on: number,
  knownAt: string | null = null,
): Standing => standingOf(measure, reports, [], { asOf: day(on), knownAt })

/** The same for a measure with deadlines. */
export const standDue = (
  reports: readonly ReportFact[],
  deadlines: readonly DeadlineFact[],
  on: number,
  knownAt: string | null = null,
): Standing => standingOf(fence, reports, deadlines, { asOf: day(on), knownAt })

/** A measure of Iran and Pakistan on day 100 with its reports, as the scores take it. */
export const scored = (
  measure: MeasureFact,
  reports: readonly ReportFact[],
  { weight = 1, deadlines = [] }: { weight?: number; deadlines?: readonly DeadlineFact[] } = {},
): ScoredMeasure => ({
  standing: standingOf(measure, reports, deadlines, { asOf: day(100), knownAt: null }),
  weight,
  obligation: measure.obligation,
  parties: ['iran', 'pakistan'],
})
