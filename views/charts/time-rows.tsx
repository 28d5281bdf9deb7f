import { useContext } from 'hono/jsx'
import type { Day } from '../../src/lib/dates'
import { AskedContext } from '../ui/asked'
import { dayWords } from '../ui/day'
import { directionOf, useT } from '../ui/words'
import { anchorOf } from './anchor'
import { placeOf, yearsBetween } from './strip-geometry'

/** The days that rows share as their line of time. */
export interface Span {
  from: Day
  /** The day shown. */
  to: Day
}

/** A margin for what is drawn at either end, in percent. */
const MARGIN = 2
export const percent = (value: number): string => `${value}%`

/** Where a day lies in every row; mirrored where lines are read from the right. */
export function rowPlaceOf({ from, to }: Span, rightToLeft: boolean): (day: Day) => number {
  const place = placeOf(from, to, rightToLeft)
  return (day) => Math.round((MARGIN + ((100 - 2 * MARGIN) * place(day)) / 100) * 100) / 100
}

export function useRowPlace(span: Span) {
  const rtl = directionOf(useT().locale) === 'rtl'
  return { rtl, place: rowPlaceOf(span, rtl) }
}

/** The lines of the years behind a row, so that rows read as one picture. */
export function YearLines({ span, tall }: { span: Span; tall: number }) {
  const { place } = useRowPlace(span)
  return (
    <g class="years">
      {[...yearsBetween(span.from, span.to), span.to].map((day) => (
        <line x1={percent(place(day))} x2={percent(place(day))} y1="-6" y2={tall + 6} />
      ))}
    </g>
  )
}

/** The years over or under the rows; drawn only, for each row says its own days. */
export function YearWords({ span }: { span: Span }) {
  const t = useT()
  const asked = useContext(AskedContext).asOf !== null
  const { rtl, place } = useRowPlace(span)
  const end = place(span.to)
  const near = asked ? 26 : 14
  return (
    <div class="time-row years" aria-hidden="true">
      <svg width="100%" height="18">
        {yearsBetween(span.from, span.to).map((year) => {
          const at = place(year)
          if (Math.abs(at - end) < near) return null
          return (
            <text x={percent(at)} y="13" text-anchor={anchorOf(at, rtl)}>
              {year.slice(0, 4)}
            </text>
          )
        })}
        <text x={percent(end)} y="13" text-anchor={rtl ? 'start' : 'end'}>
          {asked ? dayWords(t, span.to, 'month') : t('charts.today')}
        </text>
      </svg>
    </div>
  )
}
