import type { Db } from '../../db/database'
import { contentOf } from '../../ledger/recorded.store'
import { wordsOf } from '../../ledger/words'
import type { Report } from './verify-entries'

const AT_ONCE = 1_000

/** The words by which each thing is found are those of its entries; a redacted thing is found by what remains. */
export async function verifySearch(db: Db, report: Report): Promise<void> {
  for (let last = ''; ;) {
    const rows = await db
      .selectFrom('search')
      .where('subject_id', '>', last)
      .selectAll()
      .orderBy('subject_id')
      .limit(AT_ONCE)
      .execute()
    if (rows.length === 0) break
    const told = await wordsTold(
      db,
      rows.map((row) => row.subject_id),
    )
    for (const row of rows) {
      const words = told.get(row.subject_id)
      if (!words) report(`search: ${row.subject_type} ${row.subject_id} is in no entry`)
      else if (bagOf(words.said) !== bagOf(row.folded))
        report(`search: the words of ${row.subject_type} ${row.subject_id} are not those of its entries`)
      else if (words.entry !== row.entry)
        report(
          `search: ${row.subject_type} ${row.subject_id} names entry ${row.entry} and not ${words.entry}`,
        )
    }
    last = rows.at(-1)?.subject_id ?? last
  }
  for (const id of await unfound(db)) report(`search: ${id} cannot be found`)
}

// In whatever order the fields of an entry were written down.
const bagOf = (text: string): string => text.split(' ').filter(Boolean).sort().join(' ')

async function wordsTold(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom('entry as e')
    .innerJoin('content as c', 'c.entry', 'e.n')
    .leftJoin('content as r', 'r.entry', 'c.redacted_by')
    .where('e.subject_id', 'in', [...ids])
    .select(['e.n', 'e.subject_id', 'c.body', 'r.body as remains'])
    .orderBy('e.n')
    .execute()
  const told = new Map<string, { entry: number; said: string }>()
  for (const { n, subject_id: id, ...row } of rows) {
    const words = told.get(id) ?? { entry: n, said: '' }
    told.set(id, { ...words, said: `${words.said} ${wordsIn(row)}` })
  }
  return told
}

function wordsIn(row: Parameters<typeof contentOf>[0]): string {
  try {
    return wordsOf(contentOf(row))
  } catch {
    return ''
  }
}

async function unfound(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('entry as e')
    .leftJoin('search as s', 's.subject_id', 'e.subject_id')
    .where('s.subject_id', 'is', null)
    .where('e.subject_type', 'not in', ['entry', 'key'])
    .select('e.subject_id')
    .distinct()
    .limit(1_000)
    .execute()
  return rows.map((row) => row.subject_id)
}
