import type { Day } from '../../src/lib/dates'
import { useContext } from 'hono/jsx'
import { AskedContext } from '../ui/asked'
import { dayWords } from '../ui/day'
import { useT } from '../ui/words'
import { yearsBetween } from './strip-geometry'

interface Props {
  from: Day
  until: Day
  /** The day shown, marked where it is not the end. */
  to: Day
  place: (day: Day) => number
  /** How far down the axis lies. */
  foot: number
}

/** Years under a chart, and the day shown. */
export function DayAxis({ from, until, to, place, foot }: Props) {
  const t = useT()
  const asked = useContext(AskedContext).asOf !== null
  const end = place(to)
  const near = asked ? 34 : 22
  const years = yearsBetween(from, until)
  return (
    <g class="axis">
      <line class="base" x1="0" x2="100%" y1={foot} y2={foot} />
      {years.map((year) => {
        const at = place(year)
        return (
          <>
            <line x1={`${at}%`} x2={`${at}%`} y1={foot} y2={foot + 4} />
            {Math.abs(at - end) < near || at < 4 || at > 96 ? null : (
              <text x={`${at}%`} y={foot + 18} text-anchor="middle">
                {year.slice(0, 4)}
              </text>
            )}
          </>
        )
      })}
      {years.length > 0 ? null : (
        <text x={`${place(from)}%`} y={foot + 18} text-anchor="start">
          {dayWords(t, from, 'month')}
        </text>
      )}
      <line class="now" x1={`${end}%`} x2={`${end}%`} y1={foot - 4} y2={foot + 4} />
      <text x={`${end}%`} y={foot + 18} text-anchor={until === to ? 'end' : 'middle'}>
        {asked ? dayWords(t, to, 'month') : t('charts.today')}
      </text>
    </g>
  )
}
