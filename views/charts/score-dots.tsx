import { paths } from '../../src/paths'
import type { ScoreSums } from '../../src/standing/score'
import type { Score } from '../../src/standing/standing.types'
import { percentWords } from '../ui/amounts'
import { Go } from '../ui/asked'
import { nameOf, type Names } from '../ui/names'
import { directionOf, useT, type Words } from '../ui/words'
import { isCovered, rangeWords } from './score-methods'
import { ScoreWorking } from './score-working'

interface Dot {
  label: string
  value: number | null
  /** Where the method page explains it. */
  anchor: string
  /** Whether the range of the record bounds this score. */
  banded: boolean
}

function dotsOf(t: Words, score: Score, names: Names): Dot[] {
  const parties = Object.entries(score.byParty).map(([slug, value]) => ({
    label: t('charts.score_party', { party: nameOf(names, slug) }),
    value,
    anchor: 'by-party',
    banded: true,
  }))
  return [
    ...parties,
    { label: t('charts.score_progress'), value: score.progress, anchor: 'progress', banded: true },
    { label: t('charts.score_claimed'), value: score.claimed, anchor: 'claimed', banded: false },
    { label: t('charts.score_strict'), value: score.strict, anchor: 'strict', banded: false },
    { label: t('charts.score_g20'), value: score.g20Percent, anchor: 'g20', banded: false },
  ]
}

/** Percent of the width; a range of nothing is still seen. */
const THIN = 1
const rounded = (value: number): string => `${Math.round(value * 10) / 10}%`

function DotLine({ value, low, high }: { value: number | null; low: number | null; high: number | null }) {
  const t = useT()
  const rtl = directionOf(t.locale) === 'rtl'
  const at = (percent: number) => 2 + 0.96 * (rtl ? 100 - percent : percent)
  const band = low === null || high === null ? null : { low: Math.round(low), high: Math.round(high) }
  const words = { value: percentWords(t, value), ...band }
  return (
    <svg role="img" width="100%" height="18">
      <title>{t(band ? 'charts.score_dot_range' : 'charts.score_dot', words)}</title>
      <line class="base" x1={rounded(at(0))} x2={rounded(at(100))} y1="9" y2="9" />
      {low === null || high === null ? null : (
        <rect
          class="band"
          x={rounded(Math.min(at(low), at(high)))}
          width={rounded(Math.max(THIN, Math.abs(at(high) - at(low))))}
          y="3"
          height="12"
        />
      )}
      {value === null ? null : <circle class="dot" cx={rounded(at(value))} cy="9" r="6" />}
    </svg>
  )
}

function Rows({ score, names }: { score: Score; names: Names }) {
  const t = useT()
  const range = {
    label: t('charts.score_range'),
    value: null,
    anchor: 'range',
    banded: true,
    words: rangeWords(t, score),
  }
  const dots = dotsOf(t, score, names).map((dot) => ({ ...dot, words: percentWords(t, dot.value) }))
  // What cannot be said in one number is not said by party or by method either.
  const rows = isCovered(score) ? [...dots, range] : [range]
  return (
    <>
      {rows.map(({ label, value, anchor, banded, words }) => (
        <tr>
          <th scope="row">
            <Go href={`${paths.method}#${anchor}`}>{label}</Go>
          </th>
          <td class="picture">
            <DotLine value={value} low={banded ? score.low : null} high={banded ? score.high : null} />
          </td>
          <td class="n">{words}</td>
        </tr>
      ))}
    </>
  )
}

/** The heads are read out; to see there are the ends of the lines. */
function Heads() {
  const t = useT()
  return (
    <thead>
      <tr>
        <th scope="col">
          <span class="hidden">{t('charts.score_head')}</span>
        </th>
        <th scope="col">
          <span class="hidden">{t('charts.score_picture')}</span>
          <span class="ends" aria-hidden="true">
            <span>{percentWords(t, 0)}</span>
            <span>{percentWords(t, 100)}</span>
          </span>
        </th>
        <th scope="col">
          <span class="hidden">{t('charts.score_value')}</span>
        </th>
      </tr>
    </thead>
  )
}

interface Props {
  score: Score
  names: Names
  /** What the formulas put in, where they are to be shown. */
  sums?: ScoreSums
  /** Where it says what each measure puts in. */
  inputsAt?: string
}

/** Every score beside whose account it rests on, with the range that the record allows behind it. */
export function ScoreDots({ score, names, sums, inputsAt }: Props) {
  const t = useT()
  const a = (words: Parameters<typeof Go>[0]['children']) => <Go href={`${paths.method}#scores`}>{words}</Go>
  if (score.n === 0) return <p>{t.rich('charts.score_none', { a })}</p>
  const told = { n: score.n, coverage: Math.round(100 * (score.coverage ?? 0)), a }
  return (
    <>
      <figure class="score-dots">
        <table>
          <caption class="hidden">{t('charts.score_caption')}</caption>
          <Heads />
          <tbody>
            <Rows score={score} names={names} />
          </tbody>
        </table>
        <figcaption>
          {t.rich(isCovered(score) ? 'charts.score_note' : 'charts.score_low_coverage', told)}
        </figcaption>
      </figure>
      {sums ? (
        <details class="as-table">
          <summary>{t('charts.working')}</summary>
          <ScoreWorking sums={sums} names={names} />
          {inputsAt ? (
            <p class="links">
              <Go href={inputsAt}>{t('charts.working_measures')}</Go>
            </p>
          ) : null}
        </details>
      ) : null}
    </>
  )
}
