import { sql } from 'kysely'
import type { Db } from '../db/database'
import type { SubjectType } from '../ledger/entry'
import type { Instant } from '../lib/dates'
import { fold } from '../lib/text'

/** Something that was found: what it is, and the entry it came with. */
export interface Found {
  type: SubjectType
  id: string
  agreement: string | null
  measure: string | null
  entry: number
}

const MOST_WORDS = 12

/** The folded words that are looked for. */
export const wordsIn = (text: string): string[] => fold(text).split(' ').filter(Boolean).slice(0, MOST_WORDS)

/**
 * Things of the record that hold every word asked for, newest first; withdrawn ones are left out. The one place that
 * knows how text is searched.
 */
export async function searchRecord(
  db: Db,
  text: string,
  { knownAt, before, limit }: { knownAt: Instant | null; before: number | null; limit: number },
): Promise<Found[]> {
  const words = wordsIn(text)
  if (words.length === 0) return []
  let query = db
    .selectFrom('search as s')
    .innerJoin('entry as e', 'e.n', 's.entry')
    .leftJoin('withdrawal as w', 'w.subject_id', 's.subject_id')
    .select(['s.subject_type', 's.subject_id', 'e.agreement', 'e.measure', 'e.n'])
    .where('w.entry', 'is', null)
    .orderBy('e.n', 'desc')
    .limit(limit)
  for (const word of words) query = query.where(contains(word))
  if (knownAt !== null) query = query.where('e.recorded_at', '<=', knownAt)
  if (before !== null) query = query.where('e.n', '<', before)
  return (await query.execute()).map((row) => ({
    type: row.subject_type,
    id: row.subject_id,
    agreement: row.agreement,
    measure: row.measure,
    entry: row.n,
  }))
}

// What a person types is text, also where it looks like a pattern.
const contains = (word: string) =>
  sql<boolean>`s.folded like ${`%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`} escape '\\'`
