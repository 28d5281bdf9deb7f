import type { Day } from '../../src/lib/dates'
import type { Standing } from '../../src/standing/standing.types'
import type { Condition, Stage, StatusReport } from '../../src/status-reports/status-report'
import { isForeign, type Source, sourceOf } from '../../src/status-reports/report-source'
import { nameOf, type Names } from '../ui/names'
import type { Words } from '../ui/words'

/** One mark on the line from 0 to 3. */
export interface Mark {
  /** The claiming party; null for the finding. */
  party: string | null
  who: string
  stage: Stage
  condition: Condition
  asOf: Day
  report: string
  /** Null where nothing says how the finding came. */
  source: Source | null
  /** Whether it speaks of what others owe and it does not. */
  foreign: boolean
}

interface Said {
  standing: Pick<Standing, 'claims' | 'finding'>
  names: Names
  owedBy: readonly string[]
  /** The reports that count, as far as they are at hand; they know how they came. */
  reports?: readonly StatusReport[]
}

/** The live positions, claims first, each on a row of its own, so that marks of the same stage never overlap. */
export function marksOf(t: Words, { standing, names, owedBy, reports = [] }: Said): Mark[] {
  const cameBy = (id: string): Source | undefined => {
    const report = reports.find((one) => one.id === id)
    return report && sourceOf(report)
  }
  const claims = standing.claims.map(({ channel, ...claim }) => ({
    ...claim,
    who: nameOf(names, claim.party),
    source: cameBy(claim.report) ?? channel,
    foreign: isForeign(claim.party, owedBy),
  }))
  const { finding } = standing
  if (finding === null) return claims
  const { stage, condition, asOf, report } = finding
  const who = t('charts.finding')
  const source = cameBy(report) ?? null
  return [...claims, { party: null, who, stage, condition, asOf, report, source, foreign: false }]
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

export const ROW = 40
export const rowPlace = (row: number): number => 18 + ROW * row

/** The kinds of marks that a legend explains, in its order. */
export const MARK_KINDS = ['own', 'public_source', 'foreign', 'finding'] as const
export type MarkKind = (typeof MARK_KINDS)[number]

/** What a mark looks like: a diamond is the finding, a square speaks of another's duty, a circle of one's own; hollow came from a public source. */
export const kindsOf = ({ party, source, foreign }: Mark): MarkKind[] => {
  const kinds: MarkKind[] = [source === 'public_source' ? 'public_source' : 'own']
  if (party === null) return source === null ? ['finding'] : [...kinds, 'finding']
  return foreign ? [...kinds, 'foreign'] : kinds
}
