import type { Db } from '../db/database'
import type { Tables } from '../db/tables'
import type { Instant } from '../lib/dates'
import { fieldsOf, type JsonObject } from '../lib/json'
import type { Entry } from './entry'
import { contentOf } from './recorded.store'

/** An entry with what was said. */
export interface EntryWithContent {
  entry: Entry
  content: JsonObject
  redacted: boolean
}

export interface Wanted {
  /** Slugs; entries on any of them. */
  agreements?: readonly string[]
  /** A measure's code within the one agreement. */
  measure?: string
  /** Also what this party did, and what was recorded about the party itself. */
  party?: { slug: string; id: string }
  /** Only entries with a smaller number. */
  before?: number | null
  knownAt?: Instant | null
  limit: number
}

export const entryOf = (row: Tables['entry']): Entry => ({
  n: row.n,
  enteredAt: row.entered_at,
  recordedAt: row.recorded_at,
  kind: row.kind,
  agreement: row.agreement,
  measure: row.measure,
  subject: { type: row.subject_type, id: row.subject_id },
  actor: { id: row.actor_id, capacity: row.actor_capacity, party: row.actor_party },
  digest: row.digest,
})

/** What an entry changed, without what was said. */
export type EntrySince = Pick<
  Entry,
  'n' | 'digest' | 'kind' | 'agreement' | 'measure' | 'subject' | 'recordedAt'
>

/** The entry with a number and those after it, oldest first. */
export async function entriesFrom(db: Db, n: number, limit: number): Promise<EntrySince[]> {
  const rows = await db
    .selectFrom('entry')
    .where('n', '>=', n)
    .selectAll()
    .orderBy('n')
    .limit(limit)
    .execute()
  return rows.map(entryOf)
}

/** Entries of the ledger with their contents, newest first. */
export async function entriesBackwards(db: Db, wanted: Wanted): Promise<EntryWithContent[]> {
  let query = db
    .selectFrom('entry as e')
    .innerJoin('content as c', 'c.entry', 'e.n')
    .leftJoin('content as r', 'r.entry', 'c.redacted_by')
    .selectAll('e')
    .select(['c.body', 'c.redacted_by', 'r.body as remains'])
    .orderBy('e.n', 'desc')
    .limit(wanted.limit)
  const { agreements, measure, party, before, knownAt } = wanted
  if (party)
    query = query.where((e) =>
      e.or([
        e('e.actor_party', '=', party.slug),
        e('e.subject_id', '=', party.id),
        ...(agreements && agreements.length > 0 ? [e('e.agreement', 'in', [...agreements])] : []),
      ]),
    )
  else if (agreements) {
    if (agreements.length === 0) return []
    query = query.where('e.agreement', 'in', [...agreements])
  }
  if (measure !== undefined) query = query.where('e.measure', '=', measure)
  if (before !== undefined && before !== null) query = query.where('e.n', '<', before)
  if (knownAt !== undefined && knownAt !== null) query = query.where('e.recorded_at', '<=', knownAt)
  return (await query.execute()).map((row) => ({
    entry: entryOf(row),
    content: contentOf(row),
    redacted: row.redacted_by !== null,
  }))
}

/** The titles of agreements and measures as they are first worded in the ledger's contents. */
export const titleIn = (content: JsonObject): string | null =>
  fieldsOf(content).text('title') ?? fieldsOf(content).text('name')
