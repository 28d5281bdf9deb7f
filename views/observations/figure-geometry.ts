import { extent } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import type { Point, Series } from '../../src/observations/figures'

export const TOP = 26
export const FOOT = 176

const valuesOf = ({ points, whole, baseline }: Series): number[] => [
  0,
  ...points.flatMap(({ value, check }) => [value, ...(check ? [check.parts] : [])]),
  ...(whole ? [whole.value] : []),
  ...(baseline === null ? [] : [baseline]),
]

/** How far down an amount lies, from nothing (or what is less) at the foot to all of it on top; and amounts to write beside. */
export function downOf(series: Series) {
  const [least = 0, most = 1] = extent(valuesOf(series))
  const scale = scaleLinear()
    .domain([least, most > least ? most : least + 1])
    .range([FOOT, TOP])
  return {
    down: (amount: number): number => Math.round(scale(amount) * 100) / 100,
    ticks: scale.ticks(4),
  }
}

/** From each point to the next; sure where both are of one whole that their sources give, or of the target. */
export const legsOf = ({ points, percent }: Series): { from: Point; to: Point; sure: boolean }[] =>
  points.slice(1).flatMap((to, n) => {
    const from = points[n]
    return from ? [{ from, to, sure: !percent || (from.total !== null && to.total !== null) }] : []
  })
