import type { Obligation } from '../measures/measure'
import { isMet } from './positions'
import type { Label, Standing } from './standing.types'

/** A measure as the scores see it: recorded, not withdrawn, its agreement concluded, at the day and instant asked for. */
export interface ScoredMeasure {
  standing: Standing
  /** Above 0. */
  weight: number
  obligation: Obligation
  /** The parties of its agreement. */
  parties: readonly string[]
}

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
interface Weighed {
  stages: number
  weights: number
}

interface Sums {
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
  voices: Map<string, Weighed>
}

const nothing = (): Weighed => ({ stages: 0, weights: 0 })

const noSums = (): Sums => ({
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
})

function weigh(sum: Weighed, stage: number, weight: number): void {
  sum.stages += weight * stage
  sum.weights += weight
}

function voiceOf(sums: Sums, party: string): Weighed {
  const known = sums.voices.get(party)
  if (known) return known
  const voice = nothing()
  sums.voices.set(party, voice)
  return voice
}

function g20Of({ stage, condition, time }: Standing): -1 | 0 | 1 {
  if (isMet(stage, condition)) return 1
  if (condition === 'lapsed' || condition === 'reversed' || condition === 'abandoned') return -1
  return stage === 0 && time === 'overdue' ? -1 : 0
}

/** What counts only once somebody has given a stage. */
function addAssessed(sums: Sums, { standing, weight }: ScoredMeasure, stage: number): void {
  const current = standing.freshness !== 'stale'
  const met = current && isMet(standing.stage, standing.condition)
  sums.assessed += 1
  sums.covered += current ? 1 : 0
  sums.claimed += met ? 1 : 0
  sums.strict += met && standing.basis === 'verified' ? 1 : 0
  sums.g20 += g20Of(standing)
  weigh(sums.progress, stage, weight)
}

/** The lowest and the highest stage said, what nobody assessed counting as anything, and the claims among themselves. */
function addRange(sums: Sums, { standing, weight, obligation }: ScoredMeasure): void {
  let lowest = 3
  let highest = 0
  for (const { party, stage } of standing.claims) {
    if (stage < lowest) lowest = stage
    if (stage > highest) highest = stage
    weigh(voiceOf(sums, party), stage, weight)
  }
  if (standing.claims.length >= 2) {
    sums.spread += highest - lowest
    sums.compared += 1
  }
  const silent = standing.stage === null
  const found = standing.finding?.stage
  const forgotten =
    standing.freshness === 'stale' && (obligation === 'continuing' || obligation === 'periodic')
  weigh(sums.low, silent || forgotten ? 0 : Math.min(lowest, found ?? 3), weight)
  weigh(sums.high, silent ? 3 : Math.max(highest, found ?? 0), weight)
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

/** The scores over a set of measures; the formulas are those of product.md, "Scores: the exact rule". */
export function scoreOf(measures: readonly ScoredMeasure[]): Score {
  const counts = noCounts()
  const sums = noSums()
  const parties = new Set<string>()
  for (const measure of measures) {
    const { label, stage } = measure.standing
    counts[label] += 1
    if (label === 'superseded') continue
    sums.n += 1
    for (const party of measure.parties) parties.add(party)
    if (stage !== null) addAssessed(sums, measure, stage)
    addRange(sums, measure)
  }
  const g20 = share(sums.g20, sums.assessed)
  return {
    n: sums.n,
    coverage: share(sums.covered, sums.n),
    progress: progressOf(sums.progress),
    low: progressOf(sums.low),
    high: progressOf(sums.high),
    claimed: percent(sums.claimed, sums.n),
    strict: percent(sums.strict, sums.n),
    byParty: byPartyOf(parties, sums.voices),
    g20,
    g20Percent: g20 === null ? null : 50 * (g20 + 1),
    disagreement: percent(sums.spread, 3 * sums.compared),
    counts,
  }
}
