import type { Agreement } from '../agreements/agreement'
import { agreementsAt } from '../agreements/agreement.store'
import type { Db } from '../db/database'
import type { Day, Instant } from '../lib/dates'
import type { Measure } from '../measures/measure'
import { measuresAt } from '../measures/measure.store'
import type { Asked } from '../standing/facts'
import { scoreFrom, type ScoredMeasure, type ScoreSums, sumsOf } from '../standing/score'
import { standingsAt } from '../standing/standing.store'
import type { Score, Standing } from '../standing/standing.types'

/** A measure with its agreement. */
export interface Place {
  agreement: Agreement
  measure: Measure
}

/** A measure with its agreement and where it stands. */
export interface Placed extends Place {
  standing: Standing
}

export const addressOf = ({ measure }: { measure: Measure }): string => `${measure.agreement}/${measure.code}`

/** The agreements that stand, latest first, and their measures that do, by natural code. */
export interface Wordings {
  agreements: Agreement[]
  places: Place[]
}

/** The agreements and measures recorded by an instant; of some agreements where that is said. */
export async function wordingsAt(
  db: Db,
  knownAt: Instant | null,
  agreementIds?: readonly string[],
): Promise<Wordings> {
  const found = await agreementsAt(db, knownAt, agreementIds ? { ids: agreementIds } : {})
  const agreements = found.map(({ agreement }) => agreement).filter(({ withdrawn }) => !withdrawn)
  const measures = (await measuresAt(db, knownAt, agreementIds ? { agreementIds } : {}))
    .map(({ measure }) => measure)
    .filter((measure) => !measure.withdrawn)
  const byAgreement = Map.groupBy(measures, ({ agreement }) => agreement)
  const places = agreements.flatMap((agreement) =>
    (byAgreement.get(agreement.slug) ?? []).map((measure) => ({ agreement, measure })),
  )
  return { agreements, places }
}

/** Where measures stand. */
export async function placedAt(db: Db, places: readonly Place[], asked: Asked): Promise<Placed[]> {
  const standings = await standingsAt(db, places, asked)
  return places.flatMap(({ agreement, measure }) => {
    const standing = standings.get(measure.id)
    return standing ? [{ agreement, measure, standing }] : []
  })
}

/**
 * Every measure of some agreements, or of all, that was recorded by the instant asked for and neither withdrawn by then
 * itself nor with its agreement; latest agreement first, then by natural code.
 */
export async function placedMeasures(
  db: Db,
  asked: Asked,
  agreementIds?: readonly string[],
): Promise<Placed[]> {
  const { places } = await wordingsAt(db, asked.knownAt, agreementIds)
  return placedAt(db, places, asked)
}

/** A measure as the scores see it. */
export const scoredAs = ({ agreement, measure, standing }: Placed): ScoredMeasure => ({
  standing,
  weight: measure.weight,
  obligation: measure.obligation,
  parties: agreement.parties,
})

/** What the formulas put in, of a set on a day: over the measures whose agreement was concluded by then. */
export const sumsOfPlaced = (placed: readonly Placed[], asOf: Day): ScoreSums =>
  sumsOf(placed.filter(({ agreement }) => agreement.concludedOn <= asOf).map(scoredAs))

/** The scores of a set on a day. */
export const scoreOfPlaced = (placed: readonly Placed[], asOf: Day): Score =>
  scoreFrom(sumsOfPlaced(placed, asOf))

/** The same with what the formulas put in. */
export function scoresIn(placed: readonly Placed[], asOf: Day): { sums: ScoreSums; score: Score } {
  const sums = sumsOfPlaced(placed, asOf)
  return { sums, score: scoreFrom(sums) }
}
