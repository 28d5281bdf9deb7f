import type { Day } from '../../src/lib/dates'
import { dayWords } from '../ui/day'
import { useT } from '../ui/words'
import { type DeadlineStep, ticksOf } from './strip-geometry'

interface Props {
  /** In the order in which they were decided. */
  deadlines: readonly DeadlineStep[]
  place: (day: Day) => number
  /** Where the ticks end. */
  foot: number
  /** The day shown. */
  to: Day
}

const HIGH = 7

/** Days on which a measure was ever due, as ticks over a chart, and each move as an arrow from the old to the new. */
export function DeadlineMarks({ deadlines, place, foot, to }: Props) {
  const t = useT()
  const { ticks, moves } = ticksOf(deadlines)
  return (
    <>
      {ticks.map(({ day, current }) => (
        <g
          class={['tick', ...(current ? ['current'] : []), ...(current && day < to ? ['passed'] : [])].join(
            ' ',
          )}
        >
          <title>{t('charts.due_mark', { day: dayWords(t, day) })}</title>
          <line x1={`${place(day)}%`} x2={`${place(day)}%`} y1="1" y2={foot} />
        </g>
      ))}
      {moves.map(({ from, to: moved }) => {
        const [start, end] = [place(from), place(moved)]
        return (
          <g class="move">
            <title>{t('charts.moved_mark', { from: dayWords(t, from), to: dayWords(t, moved) })}</title>
            <line x1={`${start}%`} x2={`${end}%`} y1={HIGH} y2={HIGH} />
            <svg x={`${end}%`} y={HIGH} class="spot">
              <path d={end >= start ? 'M0 0L-7 -4V4z' : 'M0 0L7 -4V4z'} />
            </svg>
          </g>
        )
      })}
    </>
  )
}
