import type { Agreement } from '../agreements/agreement'
import { agreementsAt, findAgreement } from '../agreements/agreement.store'
import type { Db } from '../db/database'
import type { Instant } from '../lib/dates'
import type { Aim, Assessment } from './aim'
import { aimsAt } from './aim.store'

export interface AimPlace {
  slug: string
  code: string
}

export interface FoundAim {
  agreement: Agreement
  aim: Aim
}

/** The aim at an address, withdrawn or not; undefined when there is none or its agreement was withdrawn. */
export async function findAim(
  db: Db,
  { slug, code }: AimPlace,
  knownAt: Instant | null = null,
): Promise<FoundAim | undefined> {
  const found = await findAgreement(db, slug, knownAt)
  if (!found || found.agreement.withdrawn) return undefined
  const aim = (await aimsAt(db, knownAt, found.agreement.id)).find((one) => one.code === code)
  return aim && { agreement: found.agreement, aim }
}

/** An assessment with the aim it is of; undefined where that does not stand. */
export async function findAssessment(
  db: Db,
  id: string,
): Promise<(FoundAim & { assessment: Assessment }) | undefined> {
  const row = await db
    .selectFrom('assessment as t')
    .innerJoin('aim as a', 'a.id', 't.aim_id')
    .where('t.id', '=', id)
    .select(['a.agreement_id as agreementId', 'a.code'])
    .executeTakeFirst()
  const [place] = row ? await agreementsAt(db, null, { ids: [row.agreementId] }) : []
  const found = row && place && (await findAim(db, { slug: place.agreement.slug, code: row.code }))
  if (!found || found.aim.withdrawn) return undefined
  const assessment = found.aim.assessments.find((one) => one.id === id)
  return assessment && { ...found, assessment }
}
