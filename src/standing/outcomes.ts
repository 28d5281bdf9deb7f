import { IMPLEMENTABILITY_POINTS, type ImplementabilityPoint } from '../measures/implementability'
import { type ScoredMeasure, scoreOf } from './score'
import type { Label, Score } from './standing.types'

/** A measure with what its text gave those who were to carry it out. */
export interface Judged {
  /** Which of the eight points its text met. */
  met: readonly ImplementabilityPoint[]
  scored: ScoredMeasure
}

/** What became of some measures; those superseded are only among the counts by label. */
export interface Outcome {
  n: number
  counts: Record<Label, number>
  assessed: number
  implemented: number
  unassessed: number
  score: Score
}

export interface Outcomes {
  all: Outcome
  /** By score, 8 first; each has its row, also without a measure. */
  byScore: (Outcome & { points: number })[]
  /** With a point and without it, in the points' order. */
  byPoint: { point: ImplementabilityPoint; having: Outcome; lacking: Outcome }[]
  /** How many points the text met on average, by what became of the measure; null without any such. */
  means: { implemented: number | null; others: number | null; unassessed: number | null }
}

function outcomeOf(measures: readonly Judged[]): Outcome {
  const score = scoreOf(measures.map(({ scored }) => scored))
  const { n, counts } = score
  return {
    n,
    counts,
    score,
    assessed: n - counts.not_assessed,
    implemented: counts.implemented,
    unassessed: counts.not_assessed,
  }
}

function meanPoints(measures: readonly Judged[]): number | null {
  if (measures.length === 0) return null
  return measures.reduce((sum, { met }) => sum + met.length, 0) / measures.length
}

/** How what the texts gave goes with what became of the measures. It says what went together, not what caused what. */
export function outcomesOf(measures: readonly Judged[]): Outcomes {
  const having = (test: (each: Judged) => boolean): Judged[] => measures.filter(test)
  const labelled = (test: (label: Label) => boolean): number | null =>
    meanPoints(having(({ scored }) => test(scored.standing.label)))
  const scores = Array.from(
    { length: IMPLEMENTABILITY_POINTS.length + 1 },
    (_, points) => points,
  ).toReversed()
  return {
    all: outcomeOf(measures),
    byScore: scores.map((points) => ({
      points,
      ...outcomeOf(having(({ met }) => met.length === points)),
    })),
    byPoint: IMPLEMENTABILITY_POINTS.map((point) => ({
      point,
      having: outcomeOf(having(({ met }) => met.includes(point))),
      lacking: outcomeOf(having(({ met }) => !met.includes(point))),
    })),
    means: {
      implemented: labelled((label) => label === 'implemented'),
      others: labelled((label) => !['implemented', 'not_assessed', 'superseded'].includes(label)),
      unassessed: labelled((label) => label === 'not_assessed'),
    },
  }
}
