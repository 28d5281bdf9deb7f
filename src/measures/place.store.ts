import { sql } from 'kysely'
import type { Agreement } from '../agreements/agreement'
import { agreementsAt, agreementWorded } from '../agreements/agreement.store'
import type { Db } from '../db/database'
import { wordingsOf } from '../ledger/wordings.store'
import { type MeasureHistory, measuresAt, measureWorded } from './measure.store'

/** A measure with its wordings, and its agreement. */
interface MeasurePlace extends MeasureHistory {
  agreement: Agreement
}

type Thing = 'agreement' | 'measure'

/** The measure at an address, withdrawn or not; undefined when there is none or its agreement was withdrawn. */
export async function findPlaced(db: Db, slug: string, code: string): Promise<MeasurePlace | undefined> {
  const revisions = await revisionsAt(db, slug, code)
  const things = await wordingsOf(db, revisions, null)
  const thing = (type: Thing) => things.get(revisions.find((revision) => revision.type === type)?.id ?? '')
  const [agreement, measure] = [thing('agreement'), thing('measure')]
  if (!agreement || agreement.first.withdrawn || !measure) return undefined
  return {
    ...measureWorded(measure, { agreement: slug, code }),
    agreement: agreementWorded(agreement, slug).agreement,
  }
}

/** The revisions of an agreement and of a measure of it, so that the words of both are read at once. */
const revisionsAt = (db: Db, slug: string, code: string) =>
  db
    .selectFrom('agreement as a')
    .innerJoin('agreement_revision as r', 'r.agreement_id', 'a.id')
    .where('a.slug', '=', slug)
    .select([sql.lit<Thing>('agreement').as('type'), 'a.id', 'r.entry as entry', 'r.recorded_at as at'])
    .unionAll(
      db
        .selectFrom('agreement as a')
        .innerJoin('measure as m', 'm.agreement_id', 'a.id')
        .innerJoin('measure_revision as r', 'r.measure_id', 'm.id')
        .where('a.slug', '=', slug)
        .where('m.code', '=', code)
        .select([sql.lit<Thing>('measure').as('type'), 'm.id', 'r.entry as entry', 'r.recorded_at as at']),
    )
    .orderBy('at')
    .orderBy('entry')
    .execute()

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
