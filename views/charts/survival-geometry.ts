import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'
import type { Estimate } from '../../src/lib/kaplan-meier'

/** The box the curve is drawn in, stretched to the page's width. */
export const WIDE = 1000
export const TALL = 160
/** More steps than these are told apart by nobody. */
const MOST_STEPS = 150

interface Point {
  time: number
  share: number
  band: { low: number; high: number } | null
}

const pointOf = ({ time, without, band }: Estimate): Point => ({
  time,
  share: 1 - without,
  band: band && { low: 1 - band.high, high: 1 - band.low },
})

/** The last of those that fall on the same spot. */
function thinned<T extends { time: number }>(rows: readonly T[], longest: number): T[] {
  if (rows.length <= MOST_STEPS) return [...rows]
  const spot = ({ time }: T) => Math.floor((MOST_STEPS * time) / longest)
  return [...Map.groupBy(rows, spot).values()].flatMap((some) => some.at(-1) ?? [])
}

/** Where a time lies, as a percentage; mirrored where lines are read from the right. */
export const timePlace = (longest: number, rightToLeft: boolean) => {
  const scale = scaleLinear([0, longest || 1], rightToLeft ? [100, 0] : [0, 100]).clamp(true)
  return (time: number): number => Math.round(scale(time) * 100) / 100
}

/** The share at the top of the picture: all of it, or the half or the fifth that the curves and the first's band stay under. */
export function topShare(first: readonly Estimate[], other: readonly Estimate[] = []): number {
  const highest = Math.max(
    0,
    ...first.map(({ without, band }) => 1 - (band?.low ?? without)),
    ...other.map(({ without }) => 1 - without),
  )
  return [0.2, 0.5].find((top) => highest <= top) ?? 1
}

const heightUnder = (top: number) => scaleLinear([0, top], [TALL, 0]).clamp(true)
export const sharePlace = (share: number, top: number): number =>
  Math.round(heightUnder(top)(share) * 100) / 100

/** The curve with its band, and a stroke wherever a watch ended without it. */
export function survivalPaths(
  estimates: readonly Estimate[],
  { longest, top, rtl }: { longest: number; top: number; rtl: boolean },
) {
  const height = heightUnder(top)
  const place = timePlace(longest, rtl)
  const x = ({ time }: { time: number }) => (place(time) * WIDE) / 100
  const steps = thinned(estimates.filter(({ happened }) => happened > 0).map(pointOf), longest)
  const last = steps.at(-1)
  const start: Point = { time: 0, share: 0, band: null }
  const all = [start, ...steps, { ...(last ?? start), time: longest }]
  const banded = all.filter(({ band }) => band !== null)
  const ended = thinned(
    estimates.filter(({ ended }) => ended > 0),
    longest,
  )
  return {
    curve:
      line<Point>()
        .x(x)
        .y(({ share }) => height(share))
        .curve(curveStepAfter)
        .digits(2)(all) ?? '',
    band:
      area<Point>()
        .x(x)
        .y0(({ band }) => height(band?.low ?? 0))
        .y1(({ band }) => height(band?.high ?? 0))
        .curve(curveStepAfter)
        .digits(2)(banded) ?? '',
    ended: ended.map((one) => `M${x(one)} ${sharePlace(1 - one.without, top) - 4}v8`).join(''),
  }
}

/** Whole years to write under the curve, at most about eight. */
export function yearTicks(years: number): number[] {
  const step = Math.max(1, Math.ceil(years / 7))
  return Array.from({ length: Math.floor(years / step) + 1 }, (_, index) => index * step)
}
