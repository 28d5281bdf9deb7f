import type { Db, Tx } from '../db/database'
import { fieldsOf, type JsonObject, parseObject } from '../lib/json'
import { entryOf } from './changes.queries'
import type { Entry } from './entry'
import { contentOf } from './recorded.store'
import { wordsOf } from './words'

/** An entry as a redaction finds it. */
export interface Redactable {
  entry: Entry
  /** What was said, or what an earlier redaction left of it. */
  content: JsonObject
  /** The redaction that says what is left, and those it took the place of; oldest first. */
  earlier: { entry: number; reason: string }[]
}

const contents = (db: Db) =>
  db
    .selectFrom('entry as e')
    .innerJoin('content as c', 'c.entry', 'e.n')
    .leftJoin('content as r', 'r.entry', 'c.redacted_by')
    .selectAll('e')
    .select(['c.body', 'c.redacted_by', 'r.body as remains'])

export async function findRedactable(db: Db, n: number): Promise<Redactable | undefined> {
  const row = await contents(db).where('e.n', '=', n).executeTakeFirst()
  if (!row) return undefined
  const content = contentOf(row)
  if (row.redacted_by === null || row.remains === null) return { entry: entryOf(row), content, earlier: [] }
  const redaction = fieldsOf(parseObject(row.remains))
  const before = redaction.objects('earlier').map((one) => ({
    entry: fieldsOf(one).number('entry') ?? 0,
    reason: fieldsOf(one).text('reason') ?? '',
  }))
  const last = { entry: row.redacted_by, reason: redaction.text('reason') ?? '' }
  return { entry: entryOf(row), content, earlier: [...before, last] }
}

/** Destroys the contents of some entries and their salts, where one that redacts them has entered. */
export async function destroyContents(tx: Tx, entries: readonly number[], redactedBy: number): Promise<void> {
  await tx
    .updateTable('content')
    .set({ body: null, salt: null, redacted_by: redactedBy })
    .where('entry', 'in', [...entries])
    .execute()
}

/** Makes the words by which a thing is found those that are left in its entries. */
export async function refreshWords(tx: Tx, subjectId: string): Promise<void> {
  const rows = await contents(tx).where('e.subject_id', '=', subjectId).orderBy('e.n').execute()
  const folded = rows
    .map((row) => wordsOf(contentOf(row)))
    .filter(Boolean)
    .join(' ')
  await tx.updateTable('search').set({ folded }).where('subject_id', '=', subjectId).execute()
}

const AT_ONCE = 1_000

/** The entries in whose contents a text stands, in whatever case. */
export async function entriesSaying(db: Db, text: string): Promise<number[]> {
  const found: number[] = []
  const wanted = text.toLowerCase()
  for (let last = 0; ;) {
    const rows = await db
      .selectFrom('content')
      .where('entry', '>', last)
      .select(['entry', 'body'])
      .orderBy('entry')
      .limit(AT_ONCE)
      .execute()
    if (rows.length === 0) return found
    for (const { entry, body } of rows) if (says(body, wanted)) found.push(entry)
    last = rows.at(-1)?.entry ?? last
  }
}

// As JSON writes it, a line end or a quotation mark would not be found.
const says = (body: string | null, wanted: string): boolean =>
  body !== null &&
  (body.toLowerCase().includes(wanted) ||
    JSON.stringify(JSON.parse(body)).toLowerCase().includes(JSON.stringify(wanted).slice(1, -1)))
