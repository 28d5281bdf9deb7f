import type { Db } from '../db/database'
import type { Actor } from '../ledger/entry'
import type { Ledger } from '../ledger/ledger.store'
import { type Worded, type Wording, wordingsOf } from '../ledger/wordings.store'
import { addEvidence } from '../evidence/evidence.store'
import type { Instant } from '../lib/dates'
import { fieldsOf, type JsonObject } from '../lib/json'
import { type Agreement, AGREEMENT_KINDS } from './agreement'
import { readAgreement } from './agreement.content'

/** An agreement with every wording it has had, oldest first. */
export interface AgreementHistory {
  agreement: Agreement
  wordings: Wording[]
}

interface Which {
  slugs?: readonly string[]
  ids?: readonly string[]
}

/** The agreements recorded by an instant, withdrawn ones included, latest concluded first. */
export async function agreementsAt(
  db: Db,
  knownAt: Instant | null,
  which: Which = {},
): Promise<AgreementHistory[]> {
  if (which.slugs?.length === 0 || which.ids?.length === 0) return []
  let query = db
    .selectFrom('agreement_revision as r')
    .innerJoin('agreement as a', 'a.id', 'r.agreement_id')
    .select(['a.id', 'a.slug', 'r.entry'])
    .orderBy('r.recorded_at')
    .orderBy('r.entry')
  if (knownAt !== null) query = query.where('r.recorded_at', '<=', knownAt)
  if (which.slugs) query = query.where('a.slug', 'in', [...which.slugs])
  if (which.ids) query = query.where('a.id', 'in', [...which.ids])
  const rows = await query.execute()
  const things = await wordingsOf(db, rows, knownAt)
  const slugOf = new Map(rows.map((row) => [row.id, row.slug]))
  return [...things]
    .map(([id, thing]) => agreementWorded(thing, slugOf.get(id) ?? ''))
    .sort((a, b) => latestFirst(a.agreement, b.agreement))
}

/** An agreement as its wordings say it. */
export const agreementWorded = ({ first, fields, wordings }: Worded, slug: string): AgreementHistory => ({
  agreement: { ...first, ...readAgreement(fields), slug },
  wordings,
})

function latestFirst(a: Agreement, b: Agreement): number {
  if (a.concludedOn !== b.concludedOn) return a.concludedOn > b.concludedOn ? -1 : 1
  return a.slug < b.slug ? -1 : 1
}

export async function findAgreement(
  db: Db,
  slug: string,
  knownAt: Instant | null,
): Promise<AgreementHistory | undefined> {
  return (await agreementsAt(db, knownAt, { slugs: [slug] }))[0]
}

/** Which parties owe which measures of an agreement that stand, as these are worded now. */
export async function owingParties(db: Db, agreementId: string): Promise<{ party: string; code: string }[]> {
  const rows = await db
    .selectFrom('measure_owed_by as o')
    .innerJoin('measure_revision as r', 'r.entry', 'o.entry')
    .innerJoin('measure as m', 'm.id', 'o.measure_id')
    .leftJoin('withdrawal as w', 'w.subject_id', 'm.id')
    .where('m.agreement_id', '=', agreementId)
    .where('w.entry', 'is', null)
    .select(['m.code', 'o.entry', 'o.party'])
    .orderBy('r.recorded_at')
    .orderBy('r.entry')
    .execute()
  const latest = new Map(rows.map((row) => [row.code, row.entry]))
  return rows.filter((row) => latest.get(row.code) === row.entry).map(({ party, code }) => ({ party, code }))
}

interface NewAgreement {
  id: string
  slug: string
  /** Its wording in the dataset's words. */
  fields: JsonObject
  recordedAt?: Instant
}

export function addAgreement(ledger: Ledger, actor: Actor, agreement: NewAgreement): void {
  const { id, slug, fields, recordedAt = ledger.enteredAt } = agreement
  const entry = ledger.append({
    kind: 'agreement_added',
    agreement: slug,
    measure: null,
    subject: { type: 'agreement', id },
    actor,
    content: { id, slug, ...fields },
    recordedAt,
  })
  ledger.add('agreement', { id, slug, recorded_at: recordedAt, entry })
  addRevisionRows(ledger, id, fields, recordedAt, entry)
}

interface AgreementRevision {
  id: string
  slug: string
  reason: string | null
  /** The fields that change, in the dataset's words; null where one becomes unknown. */
  fields: JsonObject
  recordedAt?: Instant
}

export function reviseAgreement(ledger: Ledger, actor: Actor, revision: AgreementRevision): void {
  const { id, slug, reason, fields, recordedAt = ledger.enteredAt } = revision
  const entry = ledger.append({
    kind: 'agreement_revised',
    agreement: slug,
    measure: null,
    subject: { type: 'agreement', id },
    actor,
    content: { id, slug, ...(reason === null ? {} : { reason }), fields },
    recordedAt,
  })
  addRevisionRows(ledger, id, fields, recordedAt, entry)
}

function addRevisionRows(
  ledger: Ledger,
  id: string,
  fields: JsonObject,
  recordedAt: Instant,
  entry: number,
): void {
  const stated = fieldsOf(fields)
  ledger.add('agreement_revision', {
    entry,
    agreement_id: id,
    recorded_at: recordedAt,
    kind: stated.oneOf('kind', AGREEMENT_KINDS),
    concluded_on: stated.text('concluded_on'),
  })
  for (const party of new Set(stated.texts('parties')))
    ledger.add('agreement_party', { entry, agreement_id: id, party })
  addEvidence(ledger, entry, stated.objects('sources'))
}
