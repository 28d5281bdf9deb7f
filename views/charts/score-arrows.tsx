import type { ScorePair } from '../../src/dashboards/compare'
import type { MessageKey } from '../../src/messages/messages'
import { paths } from '../../src/paths'
import type { Score } from '../../src/standing/standing.types'
import { percentWords } from '../ui/amounts'
import { Go } from '../ui/asked'
import { Table } from '../ui/table'
import { directionOf, useT } from '../ui/words'
import { isCovered } from './score-methods'

interface Line {
  label: MessageKey
  anchor: string
  before: number | null
  after: number | null
}

const METHODS: readonly [MessageKey, string, (score: Score) => number | null][] = [
  ['compare.low', 'range', ({ low }) => low],
  ['compare.high', 'range', ({ high }) => high],
  ['charts.score_progress', 'progress', ({ progress }) => progress],
  ['charts.score_claimed', 'claimed', ({ claimed }) => claimed],
  ['charts.score_strict', 'strict', ({ strict }) => strict],
  ['charts.score_g20', 'g20', ({ g20Percent }) => g20Percent],
]

/** Under enough coverage no single number is fair, so only the range is compared. */
const linesOf = ({ before, after }: ScorePair): Line[] =>
  METHODS.filter(([, anchor]) => anchor === 'range' || (isCovered(before) && isCovered(after))).map(
    ([label, anchor, of]) => ({ label, anchor, before: of(before), after: of(after) }),
  )

const percent = (value: number): string => `${Math.round(value * 10) / 10}%`

function Arrow({ before, after }: Line) {
  const t = useT()
  const rtl = directionOf(t.locale) === 'rtl'
  const at = (value: number): number => 2 + 0.96 * (rtl ? 100 - value : value)
  const both = before !== null && after !== null && Math.round(before) !== Math.round(after)
  const right = both && at(after) > at(before)
  return (
    <svg role="img" width="100%" height="18">
      <title>{t('compare.arrow', { before: percentWords(t, before), after: percentWords(t, after) })}</title>
      <line class="base" x1={percent(at(0))} x2={percent(at(100))} y1="9" y2="9" />
      {both ? <line class="course" x1={percent(at(before))} x2={percent(at(after))} y1="9" y2="9" /> : null}
      {before === null ? null : <circle class="was" cx={percent(at(before))} cy="9" r="5" />}
      {after === null ? null : both ? (
        <svg x={percent(at(after))} y="9" class="spot">
          <path class="is" d={right ? 'M2 0L-9 -6V6z' : 'M-2 0L9 -6V6z'} />
        </svg>
      ) : (
        <circle class="is" cx={percent(at(after))} cy="9" r="5" />
      )}
    </svg>
  )
}

/** Each score on both days: a ring where it was, an arrow to where it is. */
export function ScoreArrows({ score }: { score: ScorePair }) {
  const t = useT()
  const lines = linesOf(score)
  const enough = isCovered(score.before) && isCovered(score.after)
  return (
    <figure class="arrows">
      <Table<Line>
        caption={t('compare.scores_heading')}
        quiet
        rows={lines}
        columns={[
          {
            head: t('charts.score_head'),
            names: true,
            cell: ({ label, anchor }) => <Go href={`${paths.method}#${anchor}`}>{t(label)}</Go>,
          },
          { head: t('charts.score_picture'), cell: (line) => <Arrow {...line} /> },
          { head: t('compare.before'), figures: true, cell: ({ before }) => percentWords(t, before) },
          { head: t('compare.after'), figures: true, cell: ({ after }) => percentWords(t, after) },
        ]}
      />
      <figcaption>
        {t(enough ? 'compare.scores_note' : 'compare.scores_range_only', {
          before: score.before.n,
          after: score.after.n,
        })}
      </figcaption>
    </figure>
  )
}
