import type { Figure } from './figures'
import type { Ask, Load, Measured } from './load'

const ROUNDS = 3
const SECONDS = 2
const FEWEST = 32

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
  aim: number
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
  const lane = (name: string, address: string, asks: Ask[]): Lane => ({
    name,
    address,
    asks,
    amount: 0,
    got: [],
  })
  const ours = lane('ours', at.ours, figure.ours)
  const bare = lane('bare', at.bare, figure.bare)
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

const ask = (load: Load, figure: Figure, { address, asks }: Lane, amount: number, from: number) =>
  load.run(
    { address, requests: asks, connections: figure.connections, amount, keyed: figure.keyed ?? false, from },
    figure.expected,
  )

/** Every address once, so that what is remembered is; then long enough to know how many a round is. */
async function warm(load: Load, figure: Figure, lane: Lane): Promise<void> {
  const first = lane.name === 'ours' && !figure.keyed ? lane.asks.length : FEWEST
  await ask(load, figure, lane, Math.max(FEWEST, first), 0)
  const pace = await ask(load, figure, lane, 2 * FEWEST, 97)
  const second = await ask(load, figure, lane, atLeast(pace.perSecond * 0.7), 193)
  lane.amount = atLeast(second.perSecond * SECONDS)
}

const atLeast = (amount: number): number => Math.max(FEWEST, Math.round(amount))

function seriesOf({ name, got }: Lane): Series {
  return {
    name,
    perSecond: got.map((each) => rounded(each.perSecond)),
    median: rounded(median(got.map((each) => each.perSecond))),
    p50: median(got.map((each) => each.p50)),
    p99: median(got.map((each) => each.p99)),
    bytesEach: median(got.map((each) => each.bytesEach)),
  }
}

const ratioOf = (above: Lane, below: Lane): number =>
  Number(median(above.got.map((each, i) => each.perSecond / (below.got[i]?.perSecond ?? NaN))).toPrecision(3))

const rounded = (rate: number): number => Number(rate.toPrecision(4))

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN
