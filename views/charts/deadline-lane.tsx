import type { Day } from '../../src/lib/dates'
import { dayWords } from '../ui/day'
import { useT } from '../ui/words'
import { type arrowsOf, type DueDay, type DueMove } from './deadline-geometry'

type Place = (day: Day) => number

const percent = (value: number): string => `${value}%`
/** One lane of arrows, and the ticks below them. */
const LANE = 9
const TICK = 11
/** A deadline that no longer holds has a shorter one. */
const SHORT = 6
/** More ticks than this are drawn as one shape, and the table tells them apart. */
const FEW = 24

/** How tall the lane is with these arrows. */
export const laneHeight = (days: readonly DueDay[], arrows: readonly { lane: number }[]): number =>
  days.length === 0 ? 0 : TICK + 6 + LANE * Math.max(0, ...arrows.map(({ lane }) => lane + 1))

function Ticks({
  days,
  kind,
  place,
  y,
}: {
  days: readonly DueDay[]
  kind: 'current' | 'earlier'
  place: Place
  y: number
}) {
  const t = useT()
  const its = days.filter((day) => day[kind] > 0)
  const name = kind === 'current' ? 'tick current' : 'tick'
  const top = kind === 'current' ? 0 : TICK - SHORT
  if (its.length > FEW) {
    const places = [...new Set(its.map(({ day }) => Math.round(place(day) * 10)))]
    return (
      <svg
        class={name}
        y={y}
        width="100%"
        height={TICK}
        viewBox={`0 0 1000 ${TICK}`}
        preserveAspectRatio="none"
      >
        <path class="rug" d={places.map((x) => `M${x} ${top}V${TICK}`).join('')} />
      </svg>
    )
  }
  return (
    <>
      {its.map((due) => (
        <g class={name}>
          <title>{t(`charts.due_${kind}`, { day: dayWords(t, due.day), count: due[kind] })}</title>
          <line x1={percent(place(due.day))} x2={percent(place(due.day))} y1={y + top} y2={y + TICK} />
        </g>
      ))}
    </>
  )
}

function Arrow({ move, place, bottom }: { move: DueMove & { lane: number }; place: Place; bottom: number }) {
  const t = useT()
  const [start, end] = [place(move.from), place(move.to)]
  const y = bottom - 3 - LANE * move.lane
  const words = { from: dayWords(t, move.from), to: dayWords(t, move.to), count: move.count }
  return (
    <g class="move">
      <title>{t('charts.moved_marks', words)}</title>
      <line x1={percent(start)} x2={percent(end)} y1={y} y2={y} />
      <svg x={percent(end)} y={y} class="spot">
        <path d={end >= start ? 'M0 0L-6 -3.5V3.5z' : 'M0 0L6 -3.5V3.5z'} />
      </svg>
    </g>
  )
}

interface Props {
  days: readonly DueDay[]
  arrows: ReturnType<typeof arrowsOf>['arrows']
  place: Place
}

/** The deadlines of an agreement over its picture: a tick for each day, an arrow from the old day to the new. */
export function DeadlineLane({ days, arrows, place }: Props) {
  const y = laneHeight(days, arrows) - TICK - 3
  return (
    <g class="deadlines">
      {arrows.map((move) => (
        <Arrow move={move} place={place} bottom={y} />
      ))}
      <Ticks days={days} kind="earlier" place={place} y={y} />
      <Ticks days={days} kind="current" place={place} y={y} />
    </g>
  )
}
