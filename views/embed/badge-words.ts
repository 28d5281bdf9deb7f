import { flagsOf } from '../../src/dashboards/filter'
import type { Score, Standing } from '../../src/standing/standing.types'
import { FLAG_WORDS, LABEL_WORDS } from '../ui/kinds'
import type { Words } from '../ui/words'

const isDone = ({ stage, condition, freshness }: Standing): boolean =>
  stage === 3 && (condition === 'active' || condition === 'stalled') && freshness !== 'stale'

/** "3 of 7 implemented, verified 1; 2 not assessed": what nobody can say is never shown as nothing done. */
export function doneWords(t: Words, score: Score, standings: readonly Standing[]): string {
  if (score.n === 0) return t('embed.no_measures')
  const counted = standings.filter(({ label }) => label !== 'superseded')
  const done = counted.filter(isDone)
  return t('embed.done', {
    done: done.length,
    n: score.n,
    verified: done.filter(({ basis }) => basis === 'verified').length,
    unknown: score.counts.not_assessed,
    stale: counted.filter(({ freshness }) => freshness === 'stale').length,
  })
}

const TOLD = ['overdue', 'disputed', 'stale', 'verified'] as const

/** "Partly implemented; disputed, verified". */
export function labelWords(t: Words, standing: Standing): string {
  const raised = flagsOf(standing)
  const flags = TOLD.filter((flag) => raised.includes(flag)).map((flag) => t(FLAG_WORDS[flag]).toLowerCase())
  return t('embed.label', { label: t(LABEL_WORDS[standing.label]), flags: flags.join(', ') || 'none' })
}
