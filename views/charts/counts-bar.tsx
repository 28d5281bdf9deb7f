import type { Label } from '../../src/standing/standing.types'
import { LABEL_WORDS } from '../ui/kinds'
import { LabelMark } from '../ui/label-chip'
import { directionOf, useT } from '../ui/words'

/** From done to undone, then what nobody can say, then what ended. */
export const COUNTED: readonly Label[] = [
  'implemented',
  'partly_implemented',
  'in_progress',
  'not_started',
  'not_assessed',
  'lapsed',
  'reversed',
  'abandoned',
  'superseded',
]

interface Piece {
  label: Label
  count: number
  /** Percent of the bar. */
  start: number
  width: number
}

/** The pieces of the bar in their order, those with nothing left out. */
export function piecesOf(counts: Record<Label, number>): Piece[] {
  const total = COUNTED.reduce((sum, label) => sum + counts[label], 0)
  let start = 0
  return COUNTED.filter((label) => counts[label] > 0).map((label) => {
    const width = (100 * counts[label]) / total
    const piece = { label, count: counts[label], start, width }
    start += width
    return piece
  })
}

const rounded = (value: number): string => `${Math.round(value * 100) / 100}%`
/** A narrower piece has no room for its number. */
const ROOM = 7

interface Props {
  counts: Record<Label, number>
  /** Without the legend and its numbers, for a cell of a table. */
  mini?: boolean
}

function Legend({ pieces }: { pieces: readonly Piece[] }) {
  const t = useT()
  return (
    <ul class="legend">
      {pieces.map(({ label, count }) => (
        <li>
          <LabelMark label={label} />
          {t('charts.count', { label: t(LABEL_WORDS[label]), count })}
        </li>
      ))}
    </ul>
  )
}

/** How many measures stand at each label: a bar in pieces, with its numbers as words below it. */
export function CountsBar({ counts, mini }: Props) {
  const t = useT()
  const pieces = piecesOf(counts)
  if (pieces.length === 0) return <p class="hint">{t('charts.counts_none')}</p>
  const total = pieces.reduce((sum, { count }) => sum + count, 0)
  const rtl = directionOf(t.locale) === 'rtl'
  const tall = mini ? 14 : 30
  return (
    <figure class={mini ? 'counts mini' : 'counts'}>
      <svg role="img" width="100%" height={tall}>
        <title>{t('charts.counts_title', { total })}</title>
        <desc>
          {pieces
            .map(({ label, count }) => t('charts.count', { label: t(LABEL_WORDS[label]), count }))
            .join('; ')}
        </desc>
        {pieces.map(({ label, count, start, width }) => {
          const from = rtl ? 100 - start - width : start
          const box = { x: rounded(from), width: rounded(width), y: 0, height: tall }
          return (
            <g>
              <rect class={`bar ${label}`} {...box} />
              {label === 'not_assessed' ? <rect {...box} fill="url(#hatch)" class="over" /> : null}
              {mini || width < ROOM ? null : (
                <text class={`on ${label}`} x={rounded(from + width / 2)} y="20" text-anchor="middle">
                  {count}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      {mini ? null : <Legend pieces={pieces} />}
    </figure>
  )
}
