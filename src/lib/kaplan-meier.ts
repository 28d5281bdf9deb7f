/** Something watched from its beginning until it happened, or until nobody looks any further. */
export interface Watched {
  /** Not negative; in any unit. */
  time: number
  happened: boolean
}

/** The estimate from one time to the next; rows are there for each time at which something happened or a watch ended. */
export interface Estimate {
  time: number
  /** Watched up to this time, to whom it had not happened before. */
  atRisk: number
  happened: number
  /** How many watches ended here without it. */
  ended: number
  /** S(t): the estimated share to whom it has not happened by this time. */
  without: number
  /** Greenwood's standard error of `without`; null once it is 0. */
  error: number | null
  /** 95 % band of `without`; null where it is 1 or 0, for there is nothing to measure its breadth by. */
  band: { low: number; high: number } | null
}

/** The 97.5th percentile of the standard normal distribution. */
const Z = 1.959963984540054

/**
 * The product-limit estimate of Kaplan and Meier (J. Am. Stat. Assoc. 53, 1958): S(t) = Π (1 − d/n) over the times up to
 * t, with d happening of n at risk. Of those alike in time, it happens first and watches end after. Standard error by
 * Greenwood, S·√Σ d/(n(n − d)); band by the complementary log-log transform (Kalbfleisch and Prentice), which stays
 * between 0 and 1: S^exp(±z·√Σ/|ln S|). Null where nothing was watched.
 */
export function kaplanMeier(watched: readonly Watched[]): Estimate[] | null {
  if (watched.length === 0) return null
  const byTime = [...Map.groupBy(watched, ({ time }) => time)].sort(([a], [b]) => a - b)
  let atRisk = watched.length
  let without = 1
  let sum = 0
  return byTime.map(([time, alike]) => {
    const happened = alike.filter((one) => one.happened).length
    const ended = alike.length - happened
    const row = { time, atRisk, happened, ended }
    without *= 1 - happened / atRisk
    sum += happened === 0 ? 0 : happened / (atRisk * (atRisk - happened))
    atRisk -= alike.length
    return {
      ...row,
      without,
      error: without > 0 ? without * Math.sqrt(sum) : null,
      band: bandOf(without, sum),
    }
  })
}

function bandOf(without: number, sum: number): Estimate['band'] {
  if (without <= 0 || without >= 1) return null
  const breadth = (Z * Math.sqrt(sum)) / Math.abs(Math.log(without))
  return { low: without ** Math.exp(breadth), high: without ** Math.exp(-breadth) }
}

/** A product of fractions may miss one half by its last digit. */
const HALF = 0.5 + 1e-12

/** The first time by which it has happened to half of them; null where that was not reached. */
export const medianTime = (estimates: readonly Estimate[]): number | null =>
  estimates.find(({ without }) => without <= HALF)?.time ?? null

/** The estimate that holds at a time; undefined before the first. */
export const estimateAt = (estimates: readonly Estimate[], time: number): Estimate | undefined =>
  estimates.findLast((one) => one.time <= time)

/** How many are watched up to a time at least, to whom it has not happened before. */
export const atRiskAt = (estimates: readonly Estimate[], time: number): number =>
  estimates.find((one) => one.time >= time)?.atRisk ?? 0
