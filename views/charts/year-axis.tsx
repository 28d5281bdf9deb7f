import { useContext } from 'hono/jsx'
import type { Day } from '../../src/lib/dates'
import { AskedContext } from '../ui/asked'
import { dayWords } from '../ui/day'
import { useT } from '../ui/words'
import { yearsBetween } from './strip-geometry'

interface Props {
  from: Day
  /** The day shown. */
  to: Day
  until: Day
  /** Percent of the width. */
  place: (day: Day) => number
  /** Where the mark of the day shown begins. */
  top: number
  /** The line that the years stand under. */
  bottom: number
}

const percent = (value: number): string => `${value}%`

/** The years under a picture, and the day shown. */
export function YearAxis({ from, to, until, place, top, bottom }: Props) {
  const t = useT()
  const asked = useContext(AskedContext).asOf !== null
  const end = place(to)
  const [close, near] = asked ? [26, 38] : [15, 24]
  return (
    <g class="axis">
      {yearsBetween(from, until).map((year) => {
        const at = place(year)
        return (
          <>
            <line x1={percent(at)} x2={percent(at)} y1={bottom} y2={bottom + 4} />
            {Math.abs(at - end) < close || at < 4 || at > 96 ? null : (
              <text
                class={Math.abs(at - end) < near ? 'near' : undefined}
                x={percent(at)}
                y={bottom + 17}
                text-anchor="middle"
              >
                {year.slice(0, 4)}
              </text>
            )}
          </>
        )
      })}
      <line class="now" x1={percent(end)} x2={percent(end)} y1={top} y2={bottom + 4} />
      <text x={percent(end)} y={bottom + 17} text-anchor={until === to ? 'end' : 'middle'}>
        {asked ? dayWords(t, to, 'month') : t('charts.today')}
      </text>
    </g>
  )
}
