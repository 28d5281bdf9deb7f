import type { Day } from '../../src/lib/dates'
import type { Standing } from '../../src/standing/standing.types'
import type { Condition, Stage } from '../../src/status-reports/status-report'
import { nameOf, type Names } from '../ui/names'
import type { Words } from '../ui/words'

/** One mark on the line from 0 to 3. */
export interface Mark {
  who: string
  stage: Stage
  condition: Condition
  asOf: Day
  report: string
  finding: boolean
}

/** The live positions, claims first, each on a row of its own, so that marks of the same stage never overlap. */
export function marksOf(t: Words, standing: Standing, names: Names): Mark[] {
  const claims = standing.claims.map((claim) => ({
    ...claim,
    who: nameOf(names, claim.party),
    finding: false,
  }))
  if (standing.finding === null) return claims
  return [...claims, { ...standing.finding, who: t('charts.finding'), finding: true }]
}

/** From the lowest to the highest stage said; null where nobody spoke. */
export function gapOf(marks: readonly Mark[]): { low: Stage; high: Stage } | null {
  const [first, ...others] = marks
  if (!first) return null
  return others.reduce(
    ({ low, high }, { stage }) => ({ low: stage < low ? stage : low, high: stage > high ? stage : high }),
    { low: first.stage, high: first.stage },
  )
}

const FIRST = 8
const STEP = 28
/** Where a stage stands on the line, as a percentage of its width. */
export const stagePlace = (stage: number, rightToLeft: boolean): number =>
  rightToLeft ? 100 - FIRST - STEP * stage : FIRST + STEP * stage

export const ROW = 26
export const rowPlace = (row: number): number => 16 + ROW * row
