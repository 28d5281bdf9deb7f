import { inputOf, type ScoredMeasure, type ScoreInput } from './score-input'
import type { Label } from './standing.types'

export type { ScoredMeasure } from './score-input'

/** Shares are 0 to 1 (`coverage`), 0 to 100 (all others) or −1 to 1 (`g20`), unrounded; null where nothing is to be divided by. */
export interface Score {
  n: number
  coverage: number | null
  progress: number | null
  low: number | null
  high: number | null
  claimed: number | null
  strict: number | null
  byParty: Record<string, number | null>
  g20: number | null
  g20Percent: number | null
  disagreement: number | null
  counts: Record<Label, number>
}

/** A weighted sum of stages and the weights it rests on. */
export interface Weighed {
  stages: number
  weights: number
}

/** What the formulas put in and divide by. */
export interface ScoreSums {
  n: number
  assessed: number
  covered: number
  progress: Weighed
  low: Weighed
  high: Weighed
  claimed: number
  strict: number
  g20: number
  /** Highest less lowest claim, and the measures with claims of two parties. */
  spread: number
  compared: number
  /** By party: its own live claims. */
  voices: Map<string, Weighed>
  parties: Set<string>
  counts: Record<Label, number>
}

const nothing = (): Weighed => ({ stages: 0, weights: 0 })

const noSums = (): ScoreSums => ({
  n: 0,
  assessed: 0,
  covered: 0,
  progress: nothing(),
  low: nothing(),
  high: nothing(),
  claimed: 0,
  strict: 0,
  g20: 0,
  spread: 0,
  compared: 0,
  voices: new Map(),
  parties: new Set(),
  counts: noCounts(),
})

function weigh(sum: Weighed, stage: number, weight: number): void {
  sum.stages += weight * stage
  sum.weights += weight
}

function voiceOf(sums: ScoreSums, party: string): Weighed {
  const known = sums.voices.get(party)
  if (known) return known
  const voice = nothing()
  sums.voices.set(party, voice)
  return voice
}

function add(sums: ScoreSums, input: ScoreInput): void {
  const { weight, stage, g20, spread } = input
  sums.n += 1
  sums.covered += input.covered ? 1 : 0
  sums.claimed += input.claimed ? 1 : 0
  sums.strict += input.strict ? 1 : 0
  weigh(sums.low, input.low, weight)
  weigh(sums.high, input.high, weight)
  for (const { party, stage } of input.claims) weigh(voiceOf(sums, party), stage, weight)
  if (stage !== null) {
    sums.assessed += 1
    weigh(sums.progress, stage, weight)
  }
  sums.g20 += g20 ?? 0
  if (spread !== null) {
    sums.spread += spread
    sums.compared += 1
  }
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** Fractional weights do not add up exactly; no score may pass 100 for it. */
const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.min(100, (100 * part) / whole)

const progressOf = ({ stages, weights }: Weighed): number | null => percent(stages, 3 * weights)

function byPartyOf(parties: ReadonlySet<string>, voices: ReadonlyMap<string, Weighed>): Score['byParty'] {
  const progress = (party: string) => progressOf(voices.get(party) ?? nothing())
  return Object.fromEntries([...parties].sort().map((party) => [party, progress(party)]))
}

/** Nothing at any label. */
export const noCounts = (): Record<Label, number> => ({
  not_assessed: 0,
  not_started: 0,
  in_progress: 0,
  partly_implemented: 0,
  implemented: 0,
  lapsed: 0,
  reversed: 0,
  abandoned: 0,
  superseded: 0,
})

/** What the formulas divide, over a set of measures. */
export function sumsOf(measures: readonly ScoredMeasure[]): ScoreSums {
  const sums = noSums()
  for (const measure of measures) {
    const { label } = measure.standing
    sums.counts[label] += 1
    if (label === 'superseded') continue
    for (const party of measure.parties) sums.parties.add(party)
    add(sums, inputOf(measure))
  }
  return sums
}

/** The scores that sums make; the formulas are those of product.md, "Scores: the exact rule". */
export function scoreFrom(sums: ScoreSums): Score {
  const g20 = share(sums.g20, sums.assessed)
  return {
    n: sums.n,
    coverage: share(sums.covered, sums.n),
    progress: progressOf(sums.progress),
    low: progressOf(sums.low),
    high: progressOf(sums.high),
    claimed: percent(sums.claimed, sums.n),
    strict: percent(sums.strict, sums.n),
    byParty: byPartyOf(sums.parties, sums.voices),
    g20,
    g20Percent: g20 === null ? null : 50 * (g20 + 1),
    disagreement: percent(sums.spread, 3 * sums.compared),
    counts: sums.counts,
  }
}

export const scoreOf = (measures: readonly ScoredMeasure[]): Score => scoreFrom(sumsOf(measures))
