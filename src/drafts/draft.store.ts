import type { Db } from '../db/database'
import type { Fields } from '../lib/fields'
import { clean } from '../lib/text'
import { fieldsOf, type JsonObject, parseObject } from '../lib/json'
import { valuesIn } from '../status-reports/report-values'
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
export const keyOf = (typed: string): string => clean(typed).slice(0, 200)

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
  return Object.fromEntries(Object.keys(object).map((name) => [name, fieldsOf(object).texts(name)]))
}
