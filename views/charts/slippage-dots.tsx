import { scaleLinear } from 'd3-scale'
import { directionOf, useT } from '../ui/words'
import { anchorOf } from './anchor'

const YEAR = 365.2425
/** Columns a dot may stand in; as many as keep dots apart on a phone. */
const COLUMNS = 30
const ROOM = 11
/** A column of more dots than these has each stand for several. */
const MOST = 8

interface Dot {
  /** Percent of the width. */
  x: number
  /** Above the line. */
  up: number
}

/** The span of moves in days: from the earliest, or no move, to the longest, or a year. */
export const spanOf = (days: readonly number[]): [number, number] => [
  Math.min(0, ...days),
  Math.max(YEAR, ...days),
]

/** Where so many days lie, as a percentage with a margin at either end; mirrored where lines are read from the right. */
export function slipPlace([from, to]: readonly [number, number], rightToLeft: boolean) {
  const scale = scaleLinear([from, to], rightToLeft ? [97, 3] : [3, 97])
  return (days: number): number => Math.round(scale(days) * 100) / 100
}

const middleOf = (days: readonly number[], place: (days: number) => number): number =>
  Math.round((100 * days.reduce((sum, one) => sum + place(one), 0)) / days.length) / 100

/** A dot for each move, or for so many where they are many; those of about the same length stand on each other. */
export function dotsOf(days: readonly number[], place: (days: number) => number) {
  const columns = Map.groupBy(days, (one) => Math.round((place(one) * COLUMNS) / 100))
  const highest = Math.max(1, ...[...columns.values()].map(({ length }) => length))
  const each = Math.ceil(highest / MOST)
  const dots = [...columns.values()].flatMap((some): Dot[] =>
    Array.from({ length: Math.ceil(some.length / each) }, (_, index) => ({
      x: middleOf(some, place),
      up: ROOM / 2 + index * ROOM,
    })),
  )
  return { dots, each }
}

/** Whole years to write under the line, at most about six each way. */
export function slipTicks([from, to]: readonly [number, number]): number[] {
  const step = Math.max(1, Math.ceil((to - from) / YEAR / 6))
  const first = Math.ceil(from / YEAR / step)
  const count = Math.floor(to / YEAR / step) - first + 1
  return Array.from({ length: count }, (_, index) => (first + index) * step)
}

/** How far deadlines were moved: a dot for each measure, and where the middle one lies. */
export function SlippageDots({
  days,
  median,
  desc,
}: {
  days: readonly number[]
  median: number
  desc: string
}) {
  const t = useT()
  const span = spanOf(days)
  const rtl = directionOf(t.locale) === 'rtl'
  const place = slipPlace(span, rtl)
  const middle = place(median)
  const { dots, each } = dotsOf(days, place)
  const tall = Math.max(40, ...dots.map(({ up }) => up + ROOM))
  const percent = (value: number): string => `${value}%`
  return (
    <>
      <svg role="img" width="100%" height={tall + 40} class="slippage-dots">
        <title>{t('pair.slip_title')}</title>
        <desc>{desc}</desc>
        <g class="axis">
          <line class="base" x1="0" x2="100%" y1={tall + 16} y2={tall + 16} />
          {slipTicks(span).map((years) => (
            <>
              <line
                x1={percent(place(years * YEAR))}
                x2={percent(place(years * YEAR))}
                y1={tall + 16}
                y2={tall + 20}
              />
              <text
                x={percent(place(years * YEAR))}
                y={tall + 34}
                text-anchor={anchorOf(place(years * YEAR), rtl, 8)}
              >
                {years === 0 ? t('pair.slip_none_mark') : t('pair.slip_years', { years })}
              </text>
            </>
          ))}
        </g>
        <g class="median">
          <line x1={percent(middle)} x2={percent(middle)} y1="14" y2={tall + 16} />
          <text x={percent(middle)} y="10" text-anchor={anchorOf(middle, rtl, 15)}>
            {t('pair.slip_median_mark')}
          </text>
        </g>
        {dots.map(({ x, up }) => (
          <circle class="dot" cx={percent(x)} cy={Math.round((tall + 16 - up) * 100) / 100} r="5" />
        ))}
      </svg>
      {each === 1 ? null : <p class="hint">{t('pair.slip_each', { each })}</p>}
    </>
  )
}
