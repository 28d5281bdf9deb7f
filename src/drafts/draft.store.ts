import type { Db, Tx } from '../db/database'
import type { Instant } from '../lib/dates'
import type { Fields } from '../lib/fields'
import { clean } from '../lib/text'
import { fieldsOf as readFields, type JsonObject, parseObject } from '../lib/json'
import { fieldsOf, type ReportValues, valuesIn } from '../status-reports/report-values'
import type { Said } from '../users/pens'
import type { Draft, DraftLine, DraftState, Returned } from './draft'

const rows = (db: Db) =>
  db
    .selectFrom('draft as d')
    .innerJoin('measure as m', 'm.id', 'd.measure_id')
    .innerJoin('agreement as a', 'a.id', 'm.agreement_id')
    .select(['d.id', 'd.user_id', 'd.measure_id', 'd.state', 'd.version', 'd.kind', 'd.channel', 'd.party'])
    .select(['d.changed_at', 'd.ended_by', 'd.report_id', 'a.slug', 'm.code'])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

const lineOf = (row: Row): DraftLine => ({
  id: row.id,
  userId: row.user_id,
  place: { agreement: row.slug, code: row.code },
  measureId: row.measure_id,
  state: row.state,
  version: row.version,
  said: { kind: row.kind, channel: row.channel, party: row.party },
  changedAt: row.changed_at,
  endedBy: row.ended_by,
  report: row.report_id,
})

const WAITING: DraftState[] = ['open', 'submitted', 'returned']

/** The drafts of an account that have not ended, the last changed first, with what was typed and every return. */
export async function draftsOf(db: Db, userId: string): Promise<Draft[]> {
  const found = await rows(db)
    .select('d.fields')
    .where('d.user_id', '=', userId)
    .where('d.state', 'in', WAITING)
    .orderBy('d.changed_at', 'desc')
    .orderBy('d.id', 'desc')
    .execute()
  return withReturns(db, found)
}

/**
 * Makes every other change of an account's drafts wait until this transaction ends; what is read afterwards stays as it is.
 * The account itself stays as it is, too.
 */
export async function holdDraftsOf(tx: Tx, userId: string): Promise<void> {
  await tx
    .updateTable('user')
    .set((e) => ({ name: e.ref('name') }))
    .where('id', '=', userId)
    .execute()
}

/** A draft that nobody else changes in the meantime. */
export async function holdDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  const found = await findDraft(tx, id)
  if (!found) return undefined
  await holdDraftsOf(tx, found.userId)
  return findDraft(tx, id)
}

/** How many drafts of an account have not ended. */
export async function countDraftsOf(db: Db, userId: string): Promise<number> {
  const { count } = await db
    .selectFrom('draft')
    .select((e) => e.fn.countAll().as('count'))
    .where('user_id', '=', userId)
    .where('state', 'in', WAITING)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** All drafts that wait for a second person, the longest waiting first. */
export async function submittedDrafts(db: Db): Promise<DraftLine[]> {
  const found = await rows(db)
    .where('d.state', '=', 'submitted')
    .orderBy('d.changed_at')
    .orderBy('d.id')
    .execute()
  return found.map(lineOf)
}

// What no id can be is asked of nobody: PostgreSQL refuses some characters.
const ID = /^[0-9a-f-]{36}$/
const keyOf = (typed: string): string => clean(typed).slice(0, 200)

export async function findDraft(db: Db, id: string): Promise<Draft | undefined> {
  if (!ID.test(id)) return undefined
  const found = await rows(db).select('d.fields').where('d.id', '=', id).execute()
  return (await withReturns(db, found))[0]
}

/** The draft that a form with this key was first saved as. */
export async function findDraftMadeWith(db: Db, userId: string, key: string): Promise<Draft | undefined> {
  const found = await rows(db)
    .select('d.fields')
    .where('d.user_id', '=', userId)
    .where('d.form_key', '=', keyOf(key))
    .where('d.state', 'in', WAITING)
    .orderBy('d.id')
    .execute()
  return (await withReturns(db, found))[0]
}

async function withReturns(db: Db, found: (Row & { fields: string })[]): Promise<Draft[]> {
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const returns = await db
    .selectFrom('draft_return')
    .where('draft_id', 'in', ids)
    .selectAll()
    .orderBy('version')
    .execute()
  const byDraft = Map.groupBy(returns, (row) => row.draft_id)
  return found.map((row) => ({
    ...lineOf(row),
    values: { ...valuesIn(typedIn(row.fields)), draft: row.id, draft_version: String(row.version) },
    returns: (byDraft.get(row.id) ?? []).map(
      ({ returned_at: at, user_id: by, version, comment }): Returned => ({ at, by, version, comment }),
    ),
  }))
}

function typedIn(text: string): Fields {
  const object: JsonObject = parseObject(text)
  return Object.fromEntries(Object.keys(object).map((name) => [name, readFields(object).texts(name)]))
}

/** What was typed, less what says which draft it is. */
const textOf = (values: ReportValues): string =>
  JSON.stringify(fieldsOf({ ...values, draft: '', draft_version: '' }))

interface NewDraft {
  id: string
  userId: string
  measureId: string
  state: 'open' | 'submitted'
  said: Said | null
  values: ReportValues
  at: Instant
}

export async function insertDraft(tx: Tx, draft: NewDraft): Promise<void> {
  const { id, userId, measureId, state, said, values, at } = draft
  await tx
    .insertInto('draft')
    .values({
      id,
      user_id: userId,
      measure_id: measureId,
      state,
      version: 1,
      kind: said?.kind ?? null,
      channel: said?.channel ?? null,
      party: said?.party ?? null,
      form_key: keyOf(values.idempotency_key),
      fields: textOf(values),
      changed_at: at,
      ended_by: null,
      report_id: null,
    })
    .execute()
}

interface Change {
  state: DraftState
  at: Instant
  values?: ReportValues
  said?: Said
  endedBy?: string
  report?: string
}

/** Brings a draft into another state, or its words up to date; its version rises. */
export async function changeDraft(tx: Tx, id: string, change: Change): Promise<void> {
  const { state, at, values, said, endedBy, report } = change
  await tx
    .updateTable('draft')
    .set((e) => ({ state, changed_at: at, version: e('version', '+', 1) }))
    .$if(values !== undefined, (q) => q.set({ fields: values ? textOf(values) : '{}' }))
    .$if(said !== undefined, (q) => q.set({ ...said }))
    .$if(endedBy !== undefined, (q) => q.set({ ended_by: endedBy ?? null }))
    .$if(report !== undefined, (q) => q.set({ report_id: report ?? null }))
    .where('id', '=', id)
    .execute()
}

/** Ends a draft: its words are in the record, or nowhere. */
export async function endDraft(tx: Tx, id: string, end: Omit<Change, 'values' | 'said'>): Promise<void> {
  await changeDraft(tx, id, end)
  await tx.updateTable('draft').set({ fields: '{}' }).where('id', '=', id).execute()
}

export async function insertReturn(
  tx: Tx,
  draftId: string,
  { at, by, version, comment }: Returned,
): Promise<void> {
  await tx
    .insertInto('draft_return')
    .values({ draft_id: draftId, version, user_id: by, comment, returned_at: at })
    .execute()
}

/** Forgets for good the drafts that an account deleted before an instant. */
export async function forgetDeleted(tx: Tx, userId: string, before: Instant): Promise<void> {
  await tx
    .deleteFrom('draft')
    .where('user_id', '=', userId)
    .where('state', '=', 'deleted')
    .where('changed_at', '<', before)
    .execute()
}
