import { sql } from 'kysely'
import type { Db } from '../db/database'
import { addEvidence, addHidden, hiddenIn, sealed, withHidden } from '../evidence/evidence.store'
import type { Reader } from '../evidence/file.store'
import type { Actor } from '../ledger/entry'
import type { Ledger } from '../ledger/ledger.store'
import { told } from '../ledger/recorded.store'
import { type Day, type Instant, type Precisions, precisionsOf } from '../lib/dates'
import { fieldsOf, type JsonObject } from '../lib/json'
import type { Reason, StatusReport } from './status-report'
import { readReport } from './status-report.content'

interface Which {
  measureId?: string
  ids?: readonly string[]
  /** Who reads; without one nothing that is restricted is read. */
  reader?: Reader | null
}

/** Status reports recorded by an instant, withdrawn and corrected ones included, newest entry first. */
export async function reportsAt(db: Db, knownAt: Instant | null, which: Which): Promise<StatusReport[]> {
  if (which.ids?.length === 0) return []
  let query = db
    .selectFrom('report as r')
    .innerJoin('measure as m', 'm.id', 'r.measure_id')
    .innerJoin('agreement as a', 'a.id', 'm.agreement_id')
    .select(['r.id', 'r.entry', 'm.code', 'a.slug'])
    .orderBy('r.entry', 'desc')
  if (knownAt !== null) query = query.where('r.recorded_at', '<=', knownAt)
  if (which.measureId !== undefined) query = query.where('r.measure_id', '=', which.measureId)
  if (which.ids) query = query.where('r.id', 'in', [...which.ids])
  const rows = await told(db, await query.execute(), knownAt)
  const hidden = await hiddenFrom(db, which.reader, rows)
  return rows.map(({ content, slug, code, ...recorded }) => ({
    ...readReport(withHidden(content, hidden.get(recorded.entry))),
    ...recorded,
    measure: { agreement: slug, code },
  }))
}

/** What is restricted of some reports, as far as a reader may see it. */
async function hiddenFrom(
  db: Db,
  reader: Reader | null | undefined,
  rows: readonly { entry: number; actor: Actor }[],
) {
  if (!reader) return new Map<number, never>()
  const theirs = rows.filter(({ actor }) => reader.seesRestricted || actor.id === reader.actorId)
  return hiddenIn(
    db,
    theirs.map(({ entry }) => entry),
  )
}

export async function findReport(
  db: Db,
  id: string,
  knownAt: Instant | null,
  reader: Reader | null = null,
): Promise<StatusReport | undefined> {
  return (await reportsAt(db, knownAt, { ids: [id], reader }))[0]
}

/** The ids of all reports on a measure that describe a day or an earlier one, newest entry first. */
export async function reportIds(
  db: Db,
  measureId: string,
  { asOf, knownAt }: { asOf: Day; knownAt: Instant | null },
): Promise<string[]> {
  let query = db
    .selectFrom('report')
    .select('id')
    .where('measure_id', '=', measureId)
    .where('as_of', '<=', asOf)
    .orderBy('entry', 'desc')
  if (knownAt !== null) query = query.where('recorded_at', '<=', knownAt)
  return (await query.execute()).map(({ id }) => id)
}

/** The ids of the reports that correct some, those withdrawn as well. */
export async function correctingIds(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('report').select('id').where('corrects', 'in', ids).execute()
  return rows.map(({ id }) => id)
}

/** Why some findings have no stage, by their ids. */
export async function reasonsOf(db: Db, ids: readonly string[]): Promise<Record<string, Reason | null>> {
  if (ids.length === 0) return {}
  const rows = await db.selectFrom('report').select(['id', 'reason']).where('id', 'in', ids).execute()
  return Object.fromEntries(rows.map(({ id, reason }) => [id, reason]))
}

/** How exactly the days are known that the reports of measures describe, by measure; a measure with nothing but exact days has none. */
export async function saidPrecisions(
  db: Db,
  measureIds: readonly string[],
  knownAt: Instant | null,
): Promise<Map<string, Precisions>> {
  if (measureIds.length === 0) return new Map()
  const inexact = await saidDays(db, measureIds, knownAt).where(INEXACT).execute()
  if (inexact.length === 0) return new Map()
  const exact = await saidDays(db, [...new Set(inexact.map((row) => row.measure_id))], knownAt)
    .where('as_of_precision', '=', 'day')
    .where('as_of', 'in', [...new Set(inexact.map(({ day }) => day))])
    .execute()
  const byMeasure = Map.groupBy([...inexact, ...exact], (row) => row.measure_id)
  return new Map([...byMeasure].map(([id, rows]) => [id, precisionsOf(rows)]))
}

// As the index of the few such reports has it.
const INEXACT = sql<boolean>`as_of_precision <> 'day'`

function saidDays(db: Db, measureIds: readonly string[], knownAt: Instant | null) {
  const query = db
    .selectFrom('report')
    .where('measure_id', 'in', measureIds)
    .select(['measure_id', 'as_of as day', 'as_of_precision as precision'])
    .distinct()
  return knownAt === null ? query : query.where('recorded_at', '<=', knownAt)
}

/** The id of the measure that a report is on. */
export async function measureIdOf(db: Db, reportId: string): Promise<string> {
  const row = await db
    .selectFrom('report')
    .where('id', '=', reportId)
    .select('measure_id')
    .executeTakeFirstOrThrow()
  return row.measure_id
}

/** The entry number of the newest report on a measure; 0 without one. */
export async function newestReportEntry(db: Db, measureId: string): Promise<number> {
  const row = await db
    .selectFrom('report')
    .where('measure_id', '=', measureId)
    .select((e) => e.fn.max('entry').as('entry'))
    .executeTakeFirst()
  return Number(row?.entry ?? 0)
}

interface NewReport {
  id: string
  measure: { id: string; agreement: string; code: string }
  /** The report in the dataset's words, with what is restricted of it. */
  fields: JsonObject
  /** The id of the measure that `superseded_by` names. */
  supersededBy: string | null
  recordedAt?: Instant
}

/** Gives the report as it will be read. */
export function addReport(ledger: Ledger, actor: Actor, report: NewReport): StatusReport {
  const { enteredAt } = ledger
  const { id, measure, fields, supersededBy, recordedAt = enteredAt } = report
  const { shown, hidden } = sealed(fields)
  const entry = ledger.append({
    kind: 'report_recorded',
    agreement: measure.agreement,
    measure: measure.code,
    subject: { type: 'report', id },
    actor,
    content: { id, ...shown },
    recordedAt,
  })
  const wording = readReport(shown)
  ledger.add('report', {
    id,
    measure_id: measure.id,
    kind: wording.kind,
    party: wording.party,
    stage: wording.stage,
    reason: wording.reason,
    condition: wording.condition,
    superseded_by: supersededBy,
    as_of: wording.asOf,
    as_of_precision: wording.asOfPrecision,
    channel: wording.channel,
    corrects: wording.corrects,
    recorded_at: recordedAt,
    entry,
  })
  addEvidence(ledger, entry, fieldsOf(shown).objects('evidence'))
  addHidden(ledger, entry, hidden)
  const { agreement, code } = measure
  return {
    ...wording,
    ...{ id, entry, recordedAt, enteredAt, actor, withdrawn: null, measure: { agreement, code } },
  }
}
