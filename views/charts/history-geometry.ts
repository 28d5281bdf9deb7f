import type { Day } from '../../src/lib/dates'
import type { CountsOn } from '../../src/standing/history'
import type { Label } from '../../src/standing/standing.types'
import { COUNTED } from './counts-bar'

/** The box that the areas are drawn in; it is stretched to the width there is. */
export const WIDE = 1000
export const TALL = 220

type Place = (day: Day) => number

export const totalOf = ({ counts }: CountsOn): number =>
  COUNTED.reduce((sum, label) => sum + counts[label], 0)

/** The labels that occur, from the ground up: done lowest, so that it grows out of the line. */
export const occurring = (history: readonly CountsOn[]): Label[] =>
  COUNTED.filter((label) => history.some(({ counts }) => counts[label] > 0))

export const mostOf = (history: readonly CountsOn[]): number => Math.max(1, ...history.map(totalOf))

/** A stretch of the box over which the counts hold. */
interface Step {
  x: number
  counts: CountsOn['counts']
}

/** Days that fall on the same thousandth of the width are one: the last of them holds from there on. */
function stepsOf(history: readonly CountsOn[], place: Place): Step[] {
  const steps: Step[] = []
  for (const { on, counts } of history) {
    const x = Math.round((place(on) * WIDE) / 100)
    const last = steps.at(-1)
    if (last?.x === x) last.counts = counts
    else steps.push({ x, counts })
  }
  return steps
}

const tenth = (value: number): number => Math.round(value * 10) / 10

/**
 * Each label's area, the topmost first: it reaches to the ground, and those after it cover what is theirs. Steps, for a
 * count holds until it changes.
 */
export function bandsOf(history: readonly CountsOn[], to: Day, place: Place) {
  const labels = occurring(history)
  const steps = stepsOf(history, place)
  const most = mostOf(history)
  const end = Math.round((place(to) * WIDE) / 100)
  return labels
    .map((label, index) => {
      const below = labels.slice(0, index + 1)
      const heights = steps.map(({ counts }) => below.reduce((sum, one) => sum + counts[one], 0))
      return {
        label,
        path: areaOf(
          steps,
          heights.map((n) => tenth(TALL - (TALL * n) / most)),
          end,
        ),
      }
    })
    .reverse()
}

function areaOf(steps: readonly Step[], tops: readonly number[], end: number): string {
  const first = steps[0]
  if (!first) return ''
  let path = `M${first.x} ${TALL}`
  let at = TALL
  steps.forEach(({ x }, index) => {
    const top = tops[index] ?? TALL
    if (top === at) return
    path += index === 0 ? `V${top}` : `H${x}V${top}`
    at = top
  })
  return `${path}H${end}V${TALL}z`
}

/** A label beside the end of its area. */
export interface EndLabel {
  label: Label
  count: number
  /** The middle of the area's end. */
  middle: number
  /** Where its words stand, so that none covers another. */
  at: number
}

/** Room for one line of words. */
const LINE = 22

/** The labels on the last day, from the top down. */
export function endLabelsOf(history: readonly CountsOn[]): EndLabel[] {
  const last = history.at(-1)
  if (!last) return []
  const most = mostOf(history)
  let below = 0
  const labels: EndLabel[] = []
  for (const label of COUNTED) {
    const count = last.counts[label]
    if (count === 0) continue
    const middle = TALL - (TALL * (below + count / 2)) / most
    labels.unshift({ label, count, middle, at: middle })
    below += count
  }
  return spread(labels)
}

/** Pushes down what stands too close, then all that fell out of the box up again. */
function spread(labels: EndLabel[]): EndLabel[] {
  let last = -Infinity
  for (const one of labels) {
    one.at = Math.max(one.at, last + LINE, LINE / 2)
    last = one.at
  }
  let next = TALL - LINE / 2 + LINE
  for (const one of labels.toReversed()) {
    one.at = tenth(Math.min(one.at, next - LINE))
    one.middle = tenth(one.middle)
    next = one.at
  }
  return labels
}

/** As many rows as a table is read with. */
const MOST_ROWS = 24

/** Which days a table has: all that change a count, or the last of each quarter or year where they would be too many. */
export type Sampling = 'all' | 'quarter' | 'year'

/** The rows of the table beside the picture: what held at the end of each period, and on the last day. */
export function rowsOf(history: readonly CountsOn[], to: Day): { by: Sampling; rows: CountsOn[] } {
  if (history.length <= MOST_ROWS) return { by: 'all', rows: [...history] }
  const quarters = sampled(history, to, ['03-31', '06-30', '09-30', '12-31'])
  if (quarters.length <= MOST_ROWS) return { by: 'quarter', rows: quarters }
  return { by: 'year', rows: sampled(history, to, ['12-31']) }
}

function sampled(history: readonly CountsOn[], to: Day, ends: readonly string[]): CountsOn[] {
  const [first] = history
  if (!first) return []
  const years = Array.from(
    { length: Number(to.slice(0, 4)) - Number(first.on.slice(0, 4)) + 1 },
    (_, index) => String(Number(first.on.slice(0, 4)) + index).padStart(4, '0'),
  )
  const days = years.flatMap((year) => ends.map((end) => `${year}-${end}`))
  const wanted = [...days.filter((day) => day > first.on && day < to), to]
  let index = 0
  const rows = wanted.map((on) => {
    while ((history[index + 1]?.on ?? '9') <= on) index += 1
    return { on, counts: history[index]?.counts ?? first.counts }
  })
  return [first, ...rows]
}
