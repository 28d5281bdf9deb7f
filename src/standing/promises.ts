import { type Day, daysBetween } from '../lib/dates'
import { type Estimate, estimateAt, atRiskAt, kaplanMeier, medianTime } from '../lib/kaplan-meier'
import type { Standing } from './standing.types'

/** A measure as its promise sees it. */
export interface Pledge {
  /** `agreement-slug/measure-code`. */
  address: string
  concludedOn: Day
  theme: string | null
  obligation: string
  standing: Pick<Standing, 'label' | 'condition' | 'since' | 'metOn'>
}

/** Two measures of which the later promises the earlier one again, by address. */
interface Tie {
  later: string
  earlier: string
}

/** One thing promised, however often: its first measure and all that promise it again. */
export interface Promised<M extends Pledge = Pledge> {
  first: M
  /** Those that promise it again, directly or by others. */
  again: M[]
  /** Whole days from the first conclusion to the first day of the last unbroken run as implemented; null when not there. */
  implementedAfter: number | null
  /** Whole days from the first conclusion to the last day on which it is watched. */
  watchedFor: number
  /** Nobody ever gave any of its measures a stage. */
  unassessed: boolean
}

const inOrder = (a: Pledge, b: Pledge): number =>
  a.concludedOn === b.concludedOn ? (a.address < b.address ? -1 : 1) : a.concludedOn < b.concludedOn ? -1 : 1

/**
 * The promises among measures on a day. To promise again starts no new clock: each begins with a measure that repeats none
 * of the others and goes on in all that repeat it or took its place, whatever order the links name them in. Measures whose
 * agreement was not concluded yet are left out.
 */
export function promisesOf<M extends Pledge>(
  measures: readonly M[],
  ties: readonly Tie[],
  asOf: Day,
): Promised<M>[] {
  const sorted = measures.filter(({ concludedOn }) => concludedOn <= asOf).sort(inOrder)
  const place = new Map(sorted.map(({ address }, index) => [address, index]))
  const next = new Map<number, number[]>()
  const repeated = new Set<number>()
  for (const { later, earlier } of ties) {
    const [one, other] = [place.get(later), place.get(earlier)]
    if (one === undefined || other === undefined || one === other) continue
    const [from, to] = [Math.min(one, other), Math.max(one, other)]
    next.set(from, [...(next.get(from) ?? []), to])
    repeated.add(to)
  }
  return sorted.flatMap((first, index) => {
    if (repeated.has(index)) return []
    const again = [...reachedFrom(index, next)].sort((a, b) => a - b).flatMap((each) => sorted[each] ?? [])
    return [promiseOf(first, again, asOf)]
  })
}

function reachedFrom(start: number, next: ReadonlyMap<number, readonly number[]>): Set<number> {
  const reached = new Set<number>()
  const waiting = [...(next.get(start) ?? [])]
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (reached.has(each)) continue
    reached.add(each)
    waiting.push(...(next.get(each) ?? []))
  }
  return reached
}

function promiseOf<M extends Pledge>(first: M, again: M[], asOf: Day): Promised<M> {
  const all = [first, ...again]
  const met = all.flatMap(({ standing }) => standing.metOn ?? []).sort()[0] ?? null
  const after = (day: Day): number => Math.max(0, daysBetween(first.concludedOn, day))
  return {
    first,
    again,
    implementedAfter: met === null ? null : after(met),
    watchedFor: after(met ?? lastWatched(all, asOf)),
    unassessed: all.every(({ standing }) => standing.label === 'not_assessed'),
  }
}

/** What went on in a measure outside the set is lost from sight on the day that took its place. */
function lastWatched(all: readonly Pledge[], asOf: Day): Day {
  if (all.some(({ standing }) => standing.condition !== 'superseded')) return asOf
  return (
    all
      .flatMap(({ standing }) => standing.since ?? [])
      .reduce((last, day) => (day > last ? day : last), '') || asOf
  )
}

/** One row of the table of shares. */
export interface ShareAfter {
  years: number
  /** 0 to 1. */
  share: number
  band: { low: number; high: number } | null
  /** Watched so long and not implemented before. */
  atRisk: number
}

/** How long it takes until what was promised is implemented. */
export interface Survival {
  promises: number
  implemented: number
  unassessed: number
  /** Days; null where half is not reached. */
  median: number | null
  /** Days that the longest watch lasted. */
  longest: number
  estimates: Estimate[]
  /** The same over those that anybody ever gave a stage. */
  assessed: Estimate[]
  yearly: ShareAfter[]
}

/** The mean year of the calendar, in days. */
const YEAR_DAYS = 365.2425

/** Days by which so many years have passed whenever they began, so that what happens on an anniversary counts. */
export const yearDays = (years: number): number => Math.ceil(years * YEAR_DAYS)

const watchOf = ({ implementedAfter, watchedFor }: Promised) => ({
  time: watchedFor,
  happened: implementedAfter !== null,
})

/** The share implemented by years after the agreement; null where nothing was promised. */
export function survivalOf(promises: readonly Promised[]): Survival | null {
  const estimates = kaplanMeier(promises.map(watchOf))
  if (!estimates) return null
  const longest = estimates.at(-1)?.time ?? 0
  const years = Array.from({ length: 1 + Math.floor(longest / YEAR_DAYS) }, (_, year) => year)
  return {
    promises: promises.length,
    implemented: promises.filter(({ implementedAfter }) => implementedAfter !== null).length,
    unassessed: promises.filter(({ unassessed }) => unassessed).length,
    median: medianTime(estimates),
    longest,
    estimates,
    assessed: kaplanMeier(promises.filter(({ unassessed }) => !unassessed).map(watchOf)) ?? [],
    yearly: years.map((year) => shareAfter(estimates, year)),
  }
}

function shareAfter(estimates: readonly Estimate[], years: number): ShareAfter {
  const at = estimateAt(estimates, yearDays(years))
  return {
    years,
    share: 1 - (at?.without ?? 1),
    band: at?.band ? { low: 1 - at.band.high, high: 1 - at.band.low } : null,
    atRisk: atRiskAt(estimates, yearDays(years)),
  }
}

/** How long promises of one kind take. */
export interface MedianOf {
  name: string | null
  promises: number
  implemented: number
  unassessed: number
  median: number | null
}

/** The medians by what the first measure of each promise says, most promises first; the unnamed last. */
export function mediansBy(
  promises: readonly Promised[],
  nameOf: (first: Pledge) => string | null,
): MedianOf[] {
  return [...Map.groupBy(promises, ({ first }) => nameOf(first))]
    .flatMap(([name, some]) => {
      const survival = survivalOf(some)
      if (!survival) return []
      const { implemented, unassessed, median } = survival
      return [{ name, promises: some.length, implemented, unassessed, median }]
    })
    .sort(
      (a, b) =>
        Number(a.name === null) - Number(b.name === null) ||
        b.promises - a.promises ||
        ((a.name ?? '') < (b.name ?? '') ? -1 : 1),
    )
}
