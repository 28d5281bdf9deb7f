import type { Db } from '../db/database'
import type { Actor } from '../ledger/entry'
import type { Ledger } from '../ledger/ledger.store'
import { type Worded, type Wording, wordingsOf } from '../ledger/wordings.store'
import type { Instant } from '../lib/dates'
import { fieldsOf, type JsonObject } from '../lib/json'
import { naturally } from '../lib/text'
import { type Measure, OBLIGATIONS } from './measure'
import { readMeasure } from './measure.content'

/** A measure with every wording it has had, oldest first. */
export interface MeasureHistory {
  measure: Measure
  wordings: Wording[]
}

interface Which {
  agreementIds?: readonly string[]
  ids?: readonly string[]
  code?: string
}

/** The measures recorded by an instant, withdrawn ones included, by agreement and natural code. */
export async function measuresAt(
  db: Db,
  knownAt: Instant | null,
  which: Which = {},
): Promise<MeasureHistory[]> {
  if (which.agreementIds?.length === 0 || which.ids?.length === 0) return []
  let query = db
    .selectFrom('measure_revision as r')
    .innerJoin('measure as m', 'm.id', 'r.measure_id')
    .innerJoin('agreement as a', 'a.id', 'm.agreement_id')
    .select(['m.id', 'm.code', 'a.slug', 'r.entry'])
    .orderBy('r.recorded_at')
    .orderBy('r.entry')
  if (knownAt !== null) query = query.where('r.recorded_at', '<=', knownAt)
  if (which.agreementIds) query = query.where('m.agreement_id', 'in', [...which.agreementIds])
  if (which.ids) query = query.where('m.id', 'in', [...which.ids])
  if (which.code !== undefined) query = query.where('m.code', '=', which.code)
  const rows = await query.execute()
  const things = await wordingsOf(db, rows, knownAt)
  const placeOf = new Map(rows.map((row) => [row.id, { agreement: row.slug, code: row.code }]))
  return [...things]
    .map(([id, thing]) => measureWorded(thing, placeOf.get(id) ?? { agreement: '', code: '' }))
    .sort((a, b) => inOrder(a.measure, b.measure))
}

/** A measure as its wordings say it. */
export const measureWorded = (
  { first, fields, wordings }: Worded,
  place: { agreement: string; code: string },
): MeasureHistory => ({ measure: { ...first, ...readMeasure(fields), ...place }, wordings })

const inOrder = (a: Measure, b: Measure): number =>
  a.agreement === b.agreement ? naturally(a.code, b.code) : a.agreement < b.agreement ? -1 : 1

/** One measure of an agreement, by its code. */
export async function findMeasure(
  db: Db,
  agreementId: string,
  code: string,
  knownAt: Instant | null,
): Promise<MeasureHistory | undefined> {
  return (await measuresAt(db, knownAt, { agreementIds: [agreementId], code }))[0]
}

/** How many measures of an agreement were withdrawn by an instant. */
export async function countWithdrawn(db: Db, agreementId: string, knownAt: Instant | null): Promise<number> {
  let query = db
    .selectFrom('measure as m')
    .innerJoin('withdrawal as w', 'w.subject_id', 'm.id')
    .where('m.agreement_id', '=', agreementId)
    .select((e) => e.fn.countAll<number>().as('number'))
  if (knownAt !== null) query = query.where('w.recorded_at', '<=', knownAt)
  return Number((await query.executeTakeFirst())?.number ?? 0)
}

/** The ids of measures by their addresses, `agreement-slug/measure-code`; an address without a measure is left out. */
export async function measureIdsAt(db: Db, addresses: readonly string[]): Promise<Map<string, string>> {
  const places = addresses.map((address) => address.split('/', 2))
  if (places.length === 0) return new Map()
  const wanted = new Set(addresses)
  const rows = await db
    .selectFrom('measure as m')
    .innerJoin('agreement as a', 'a.id', 'm.agreement_id')
    .where('a.slug', 'in', [...new Set(places.map(([slug = '']) => slug))])
    .where('m.code', 'in', [...new Set(places.map(([, code = '']) => code))])
    .select(['m.id', 'm.code', 'a.slug'])
    .execute()
  return new Map(
    rows
      .map((row) => [`${row.slug}/${row.code}`, row.id] as const)
      .filter(([address]) => wanted.has(address)),
  )
}

interface NewMeasure {
  id: string
  agreement: { id: string; slug: string }
  code: string
  /** Its wording in the dataset's words. */
  fields: JsonObject
  /** The ids of the measures it repeats. */
  repeats: readonly string[]
  recordedAt?: Instant
}

export function addMeasure(ledger: Ledger, actor: Actor, measure: NewMeasure): void {
  const { id, agreement, code, fields, repeats, recordedAt = ledger.enteredAt } = measure
  const entry = ledger.append({
    kind: 'measure_added',
    agreement: agreement.slug,
    measure: code,
    subject: { type: 'measure', id },
    actor,
    content: { id, code, ...fields },
    recordedAt,
  })
  ledger.add('measure', { id, agreement_id: agreement.id, code, recorded_at: recordedAt, entry })
  addRevisionRows(ledger, { id, fields, repeats, recordedAt, entry })
}

interface MeasureRevision {
  id: string
  agreement: string
  code: string
  reason: string | null
  /** The fields that change, in the dataset's words; null where one becomes unknown. */
  fields: JsonObject
  /** The ids of the measures it repeats, where the revision states them. */
  repeats: readonly string[]
  recordedAt?: Instant
}

export function reviseMeasure(ledger: Ledger, actor: Actor, revision: MeasureRevision): void {
  const { id, agreement, code, reason, fields, repeats, recordedAt = ledger.enteredAt } = revision
  const entry = ledger.append({
    kind: 'measure_revised',
    agreement,
    measure: code,
    subject: { type: 'measure', id },
    actor,
    content: { id, code, ...(reason === null ? {} : { reason }), fields },
    recordedAt,
  })
  addRevisionRows(ledger, { id, fields, repeats, recordedAt, entry })
}

interface RevisionRows {
  id: string
  fields: JsonObject
  repeats: readonly string[]
  recordedAt: Instant
  entry: number
}

function addRevisionRows(ledger: Ledger, { id, fields, repeats, recordedAt, entry }: RevisionRows): void {
  const stated = fieldsOf(fields)
  const obligation = stated.oneOf('obligation', OBLIGATIONS)
  ledger.add('measure_revision', { entry, measure_id: id, recorded_at: recordedAt, obligation })
  for (const party of new Set(stated.texts('owed_by')))
    ledger.add('measure_owed_by', { entry, measure_id: id, party })
  for (const repeated of new Set(repeats))
    ledger.add('measure_repeat', { entry, measure_id: id, repeats_id: repeated })
}
