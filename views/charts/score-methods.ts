import type { MessageKey } from '../../src/messages/messages'
import type { Score } from '../../src/standing/standing.types'
import type { Words } from '../ui/words'
import { percentWords } from '../ui/amounts'

export const SCORE_METHODS = ['progress', 'range', 'claimed', 'strict', 'g20'] as const
/** Which of the scores a list prints; the address carries it as `score`. */
export type ScoreMethod = (typeof SCORE_METHODS)[number]

export const SCORE_METHOD_WORDS: Record<ScoreMethod, MessageKey> = {
  progress: 'charts.method.progress',
  range: 'charts.method.range',
  claimed: 'charts.method.claimed',
  strict: 'charts.method.strict',
  g20: 'charts.method.g20',
}

/** Under this share of assessed and current measures no single number is shown (product.md, Scores). */
const ENOUGH = 0.6
export const isCovered = ({ coverage }: Score): boolean => coverage !== null && coverage >= ENOUGH

const VALUES: Record<Exclude<ScoreMethod, 'range'>, (score: Score) => number | null> = {
  progress: ({ progress }) => progress,
  claimed: ({ claimed }) => claimed,
  strict: ({ strict }) => strict,
  g20: ({ g20Percent }) => g20Percent,
}

export function rangeWords(t: Words, { low, high }: Score): string {
  if (low === null || high === null) return t('ui.percent_unknown')
  return t('charts.score_range_value', { low: Math.round(low), high: Math.round(high) })
}

/** The score by one method as a list prints it: the range instead where too little is covered. */
export function scoreWords(t: Words, score: Score, method: ScoreMethod): string {
  if (method === 'range' || !isCovered(score)) return rangeWords(t, score)
  return percentWords(t, VALUES[method](score))
}
