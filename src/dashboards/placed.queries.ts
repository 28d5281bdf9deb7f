import type { Agreement } from '../agreements/agreement'
import { agreementsAt } from '../agreements/agreement.store'
import type { Db } from '../db/database'
import type { Day } from '../lib/dates'
import type { Measure } from '../measures/measure'
import { measuresAt } from '../measures/measure.store'
import type { Asked } from '../standing/facts'
import { scoreOf } from '../standing/score'
import { standingsAt } from '../standing/standing.store'
import type { Score, Standing } from '../standing/standing.types'

/** A measure with its agreement and where it stands. */
export interface Placed {
  agreement: Agreement
  measure: Measure
  standing: Standing
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
  const agreements = (await agreementsAt(db, asked.knownAt, agreementIds ? { ids: agreementIds } : {}))
    .map(({ agreement }) => agreement)
    .filter((agreement) => !agreement.withdrawn)
  const histories = (await measuresAt(db, asked.knownAt, agreementIds ? { agreementIds } : {})).filter(
    ({ measure }) => !measure.withdrawn,
  )
  const standings = await standingsAt(db, histories, asked)
  const byAgreement = Map.groupBy(histories, ({ measure }) => measure.agreement)
  return agreements.flatMap((agreement) =>
    (byAgreement.get(agreement.slug) ?? []).flatMap(({ measure }) => {
      const standing = standings.get(measure.id)
      return standing ? [{ agreement, measure, standing }] : []
    }),
  )
}

/** The scores of a set on a day: over the measures whose agreement was concluded by then. */
export const scoreOfPlaced = (placed: readonly Placed[], asOf: Day): Score =>
  scoreOf(
    placed
      .filter(({ agreement }) => agreement.concludedOn <= asOf)
      .map(({ agreement, measure, standing }) => ({
        standing,
        weight: measure.weight,
        obligation: measure.obligation,
        parties: agreement.parties,
      })),
  )
