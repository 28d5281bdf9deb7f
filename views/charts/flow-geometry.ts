import type { Flow } from '../../src/dashboards/compare'
import type { Label } from '../../src/standing/standing.types'
import { COUNTED } from './counts-bar'

/** Null is not being there on that day; it comes last. */
const ORDER: readonly (Label | null)[] = [...COUNTED, null]
/** A node of fewer still has room for its number. */
const LEAST = 18
const GAP = 5
/** How tall the larger side is, without gaps and the least heights. */
const TALL = 200
/** A single measure is no taller than this. */
const MOST = 30

export interface Node {
  label: Label | null
  count: number
  y: number
  height: number
}

export interface Band extends Flow {
  /** Top and height where it leaves and where it arrives. */
  start: { y: number; height: number }
  end: { y: number; height: number }
}

function nodesOf(flows: readonly Flow[], side: 'from' | 'to', scale: number): Node[] {
  let y = 0
  return ORDER.flatMap((label) => {
    const count = flows.reduce((sum, flow) => sum + (flow[side] === label ? flow.count : 0), 0)
    if (count === 0) return []
    const node = { label, count, y, height: Math.max(LEAST, count * scale) }
    y += node.height + GAP
    return [node]
  })
}

/** The share of a node that each flow takes, stacked in the order of the other side. */
function sharesOf(flows: readonly Flow[], nodes: readonly Node[], side: 'from' | 'to') {
  const other = side === 'from' ? 'to' : 'from'
  const shares = new Map<Flow, { y: number; height: number }>()
  for (const node of nodes) {
    let { y } = node
    const of = flows.filter((flow) => flow[side] === node.label)
    for (const flow of of.toSorted((a, b) => ORDER.indexOf(a[other]) - ORDER.indexOf(b[other]))) {
      const height = (node.height * flow.count) / node.count
      shares.set(flow, { y, height })
      y += height
    }
  }
  return shares
}

/** The labels of two days as two stacks, and bands between them as wide as the measures that went that way. */
export function flowGeometry(flows: readonly Flow[]) {
  const total = flows.reduce((sum, { count }) => sum + count, 0)
  const scale = total === 0 ? 0 : Math.min(MOST, TALL / total)
  const [before, after] = [nodesOf(flows, 'from', scale), nodesOf(flows, 'to', scale)]
  const [starts, ends] = [sharesOf(flows, before, 'from'), sharesOf(flows, after, 'to')]
  const bands = flows.flatMap((flow): Band[] => {
    const [start, end] = [starts.get(flow), ends.get(flow)]
    return start && end ? [{ ...flow, start, end }] : []
  })
  const bottom = (nodes: readonly Node[]): number => Math.max(0, ...nodes.map(({ y, height }) => y + height))
  return { before, after, bands, height: Math.ceil(Math.max(bottom(before), bottom(after))) }
}

const rounded = (value: number): number => Math.round(value * 10) / 10

/** A band across a box 100 wide; mirrored where lines are read from the right. */
export function bandPath({ start, end }: Pick<Band, 'start' | 'end'>, rightToLeft: boolean): string {
  const [a, b, middle] = rightToLeft ? [100, 0, 50] : [0, 100, 50]
  const [top, low] = [rounded(start.y), rounded(start.y + start.height)]
  const [endTop, endLow] = [rounded(end.y), rounded(end.y + end.height)]
  return `M${a} ${top}C${middle} ${top} ${middle} ${endTop} ${b} ${endTop}V${endLow}C${middle} ${endLow} ${middle} ${low} ${a} ${low}z`
}
