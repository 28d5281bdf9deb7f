import { clean } from '../lib/text'
import type { Day, Precision } from '../lib/dates'
import type { Target } from '../measures/measure'
import type { Observation } from './observation'
import { type StatedPercent, statedPercent } from './stated-percent'

/** A figure on a scale. */
export interface Point {
  on: Day
  precision: Precision
  value: number
  /** On a scale of percent, where the source gives parts as well. */
  check: StatedPercent | null
  /** The figure's own total; null where its source gives none. */
  total: number | null
  observation: string
}

/** Figures that can be compared: of one unit and one whole. */
export interface Series {
  /** Null for a scale of percent. */
  unit: string | null
  percent: boolean
  /** What they are on the way to; null where nobody says. */
  whole: { value: number; from: 'target' | 'total' } | null
  baseline: number | null
  /** Oldest first. */
  points: Point[]
}

const sameUnit = (one: string | null, other: string | null): boolean =>
  one === other || (one !== null && other !== null && clean(one).toLowerCase() === clean(other).toLowerCase())

/** The observations of a `quantity` measure that stand as figures, apart where their units or their wholes differ. */
export function seriesOf(observations: readonly Observation[], target: Target | null): Series[] {
  const standing = observations.filter(({ withdrawn }) => withdrawn === null)
  const percents = percentSeries(standing)
  const shown = new Set(percents.flatMap(({ points }) => points.map(({ observation }) => observation)))
  const quantities = quantitySeries(standing, target).filter(
    // What is on a scale of percent already needs no second picture, unless it is on the way to the target.
    ({ whole, points }) =>
      whole?.from === 'target' || !points.every(({ observation }) => shown.has(observation)),
  )
  return [...quantities, ...percents]
}

function quantitySeries(observations: readonly Observation[], target: Target | null): Series[] {
  const all: Series[] = []
  for (const { id, observedOn, observedOnPrecision, quantity, total, unit } of observations) {
    if (quantity === null) continue
    const ofTarget = target?.quantity != null && sameUnit(unit, target.unit) ? target : null
    const whole = total ?? ofTarget?.quantity ?? null
    const from = whole !== null && whole === ofTarget?.quantity ? 'target' : 'total'
    const point = {
      on: observedOn,
      precision: observedOnPrecision,
      value: quantity,
      check: null,
      total,
      observation: id,
    }
    const known = all.find((one) => sameUnit(one.unit, unit) && (one.whole?.value ?? null) === whole)
    if (known) known.points.push(point)
    else
      all.push({
        unit,
        percent: false,
        whole: whole === null ? null : { value: whole, from },
        baseline: from === 'target' ? (ofTarget?.baseline ?? null) : null,
        points: [point],
      })
  }
  return all
}

/** Percentages of different totals are not comparable; one of a total unknown goes with the only known one. */
function percentSeries(observations: readonly Observation[]): Series[] {
  const stated = observations.flatMap((one) =>
    one.percentStated === null ? [] : [{ one, value: one.percentStated }],
  )
  const totals = [...new Set(stated.flatMap(({ one }) => one.total ?? []))]
  const wholeOf = ({ total }: Observation): number | null =>
    total ?? (totals.length === 1 ? (totals[0] ?? null) : null)
  return [...Map.groupBy(stated, ({ one }) => wholeOf(one)).values()].map((together) => ({
    unit: null,
    percent: true,
    whole: { value: 100, from: 'total' as const },
    baseline: null,
    points: together.map(({ one, value }) => ({
      on: one.observedOn,
      precision: one.observedOnPrecision,
      value,
      check: statedPercent(one),
      total: one.total,
      observation: one.id,
    })),
  }))
}
