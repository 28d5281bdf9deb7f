import type { Obligation } from '../measures/measure'
import type { Stage } from '../status-reports/status-report'
import { isMet } from './positions'
import type { Standing } from './standing.types'

/** A measure as the scores see it: recorded, not withdrawn, its agreement concluded, at the day and instant asked for. */
export interface ScoredMeasure {
  standing: Standing
  /** Above 0. */
  weight: number
  obligation: Obligation
  /** The parties of its agreement. */
  parties: readonly string[]
}

/** What one measure puts into the scores; a superseded one puts in nothing. */
export interface ScoreInput {
  weight: number
  /** Null where nobody has given one. */
  stage: Stage | null
  /** The lowest and the highest stage that the record allows. */
  low: number
  high: number
  /** Assessed and not stale. */
  covered: boolean
  claimed: boolean
  strict: boolean
  /** Null where it is not assessed. */
  g20: -1 | 0 | 1 | null
  /** Highest less lowest claim; null without claims of two parties. */
  spread: number | null
  claims: readonly { party: string; stage: Stage }[]
}

function g20Of({ stage, condition, time }: Standing): ScoreInput['g20'] {
  if (stage === null) return null
  if (isMet(stage, condition)) return 1
  if (condition === 'lapsed' || condition === 'reversed' || condition === 'abandoned') return -1
  return stage === 0 && time === 'overdue' ? -1 : 0
}

/** The lowest and the highest claim; nobody's is neither. */
function claimedRange({ claims }: Standing): { lowest: number; highest: number } {
  let lowest = 3
  let highest = 0
  for (const { stage } of claims) {
    if (stage < lowest) lowest = stage
    if (stage > highest) highest = stage
  }
  return { lowest, highest }
}

/** What a measure puts into the scores (product.md, "Scores: the exact rule"). What nobody assessed counts as anything. */
export function inputOf({ standing, weight, obligation }: ScoredMeasure): ScoreInput {
  const { stage, condition, freshness, basis, claims, finding } = standing
  const { lowest, highest } = claimedRange(standing)
  const stale = freshness === 'stale'
  const forgotten = stale && (obligation === 'continuing' || obligation === 'periodic')
  const met = !stale && isMet(stage, condition)
  return {
    weight,
    stage,
    low: stage === null || forgotten ? 0 : Math.min(lowest, finding?.stage ?? 3),
    high: stage === null ? 3 : Math.max(highest, finding?.stage ?? 0),
    covered: stage !== null && !stale,
    claimed: met,
    strict: met && basis === 'verified',
    g20: g20Of(standing),
    spread: claims.length >= 2 ? highest - lowest : null,
    claims,
  }
}
