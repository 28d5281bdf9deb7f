import type { Agreement } from '../agreements/agreement'
import { agreementsAt, findAgreement } from '../agreements/agreement.store'
import type { Db } from '../db/database'
import { findMeasure, type MeasureHistory, measuresAt } from './measure.store'

/** A measure with its wordings, and its agreement. */
interface MeasurePlace extends MeasureHistory {
  agreement: Agreement
}

/** The measure at an address, withdrawn or not; undefined when there is none or its agreement was withdrawn. */
export async function findPlaced(db: Db, slug: string, code: string): Promise<MeasurePlace | undefined> {
  const found = await findAgreement(db, slug, null)
  if (!found || found.agreement.withdrawn) return undefined
  const history = await findMeasure(db, found.agreement.id, code, null)
  return history && { ...history, agreement: found.agreement }
}

/** The measure at an address where it and its agreement stand. */
export async function findStanding(db: Db, slug: string, code: string): Promise<MeasurePlace | undefined> {
  const place = await findPlaced(db, slug, code)
  return place?.measure.withdrawn ? undefined : place
}

/** The measure with an id where it and its agreement stand. */
export async function findStandingById(db: Db, id: string): Promise<MeasurePlace | undefined> {
  const [found] = await measuresAt(db, null, { ids: [id] })
  return found && findStanding(db, found.measure.agreement, found.measure.code)
}

/** The agreement with an id where it stands. */
export async function findStandingAgreement(db: Db, id: string): Promise<Agreement | undefined> {
  const [found] = await agreementsAt(db, null, { ids: [id] })
  return found?.agreement.withdrawn ? undefined : found?.agreement
}
