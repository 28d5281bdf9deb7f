import type { Figure } from './figures'
import type { Ask, Load, Measured } from './load'

const ROUNDS = 3
const SECONDS = 1.5
const FEWEST = 16
/** Requests per second under which a first look is enough. */
const SLOW = 60

/** What one server gave, round by round. */
export interface Series {
  name: string
  perSecond: number[]
  median: number
  p50: number
  p99: number
  bytesEach: number
}

export interface Outcome {
  name: string
  /** Null where none is set. */
  aim: number | null
  ours: Series
  bare: Series
  /** The median of the rounds' ratios of ours to bare. */
  ratio: number
  also: (Series & { ratio: number })[]
}

interface Lane {
  name: string
  address: string
  asks: Ask[]
  expected: number
  /** Whether its answers are remembered, so that each address is asked once before. */
  fills: boolean
  /** So many requests take about `SECONDS`. */
  amount: number
  got: Measured[]
}

/** Rounds of ours, bare and what else is asked, in turn, so that a noisy machine is noisy to all. */
export async function measureFigure(
  load: Load,
  figure: Figure,
  at: { ours: string; bare: string },
): Promise<Outcome> {
  const { expected, keyed = false } = figure
  const lane = (name: string, address: string, asks: Ask[], status = expected): Lane => ({
    ...{ name, address, asks, expected: status, amount: 0, got: [] },
    fills: name === 'ours' && !keyed,
  })
  const ours = lane('ours', at.ours, figure.ours)
  const bare = lane('bare', at.bare, figure.bare, figure.expectedOfBare)
  const also = figure.also.map((other) =>
    other.ours ? lane(other.name, at.ours, other.ours) : lane(other.name, at.bare, other.bare ?? []),
  )
  const lanes = [ours, bare, ...also]
  for (const each of lanes) await warm(load, figure, each)
  for (let round = 0; round < ROUNDS; round++)
    for (const each of lanes) each.got.push(await ask(load, figure, each, each.amount, round * 331))
  return {
    name: figure.name,
    aim: figure.aim,
    ours: seriesOf(ours),
    bare: seriesOf(bare),
    ratio: ratioOf(ours, bare),
    also: also.map((other, i) => ({
      ...seriesOf(other),
      ratio: figure.also[i]?.ours ? ratioOf(other, bare) : ratioOf(ours, other),
    })),
  }
}

const ask = (load: Load, figure: Figure, { address, asks, expected }: Lane, amount: number, from: number) =>
  load.run(
    { address, requests: asks, connections: figure.connections, amount, keyed: figure.keyed ?? false, from },
    expected,
  )

/** Every address once where it is to be remembered; then long enough to know how many a round is. */
async function warm(load: Load, figure: Figure, lane: Lane): Promise<void> {
  if (lane.fills) await ask(load, figure, lane, Math.max(FEWEST, lane.asks.length), 0)
  const first = await ask(load, figure, lane, FEWEST, 97)
  const pace =
    first.perSecond < SLOW ? first : await ask(load, figure, lane, atLeast(first.perSecond * 0.5), 193)
  const settled = pace === first ? first : await ask(load, figure, lane, atLeast(pace.perSecond * 0.5), 289)
  lane.amount = atLeast(settled.perSecond * SECONDS)
}

const atLeast = (amount: number): number => Math.max(FEWEST, Math.round(amount))

/** What was measured of one server. */
type Rounds = Pick<Lane, 'name' | 'got'>

export function seriesOf({ name, got }: Rounds): Series {
  return {
    name,
    perSecond: got.map((each) => rounded(each.perSecond)),
    median: rounded(median(got.map((each) => each.perSecond))),
    p50: median(got.map((each) => each.p50)),
    p99: median(got.map((each) => each.p99)),
    bytesEach: median(got.map((each) => each.bytesEach)),
  }
}

export const ratioOf = (above: Rounds, below: Rounds): number =>
  Number(median(above.got.map((each, i) => each.perSecond / (below.got[i]?.perSecond ?? NaN))).toPrecision(3))

const rounded = (rate: number): number => Number(rate.toPrecision(4))

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN
