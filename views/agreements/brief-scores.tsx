import type { Score } from '../../src/standing/standing.types'
import { isCovered, rangeWords } from '../charts/score-methods'
import { percentWords } from '../ui/amounts'
import { nameOf, type Names } from '../ui/names'
import { useT, type Words } from '../ui/words'

function scoresOf(t: Words, score: Score, names: Names): [method: string, value: string][] {
  const range: [string, string] = [t('charts.score_range'), rangeWords(t, score)]
  // What cannot be said in one number is not said by party or by method either.
  if (!isCovered(score)) return [range]
  return [
    range,
    [t('charts.score_progress'), percentWords(t, score.progress)],
    ...Object.entries(score.byParty).map(([slug, value]): [string, string] => [
      t('charts.score_party', { party: nameOf(names, slug) }),
      percentWords(t, value),
    ]),
    [t('charts.score_claimed'), percentWords(t, score.claimed)],
    [t('charts.score_strict'), percentWords(t, score.strict)],
    [t('charts.score_g20'), percentWords(t, score.g20Percent)],
  ]
}

/** Every score with its method, on a line or two. */
export function BriefScores({ score, names }: { score: Score; names: Names }) {
  const t = useT()
  if (score.n === 0) return null
  return (
    <section class="brief-scores">
      <h2>{t('brief.scores_heading')}</h2>
      <ul>
        {scoresOf(t, score, names).map(([method, value]) => (
          <li>{t.rich('brief.score', { method, value, b: (words) => <b>{words}</b> })}</li>
        ))}
      </ul>
      {isCovered(score) ? null : (
        <p class="hint">
          {t('brief.low_coverage', {
            assessed: Math.round(score.n * (score.coverage ?? 0)),
            coverage: Math.floor(100 * (score.coverage ?? 0)),
          })}
        </p>
      )}
    </section>
  )
}
