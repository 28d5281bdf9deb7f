import type { Db } from '../db/database'
import type { Instant } from '../lib/dates'

/** The last entry on each measure that somebody made, as known at an instant: one look at the end of its entries. */
export async function lastEntries(
  db: Db,
  measureIds: readonly string[],
  knownAt: Instant | null,
): Promise<Map<string, { n: number; enteredAt: Instant }>> {
  if (measureIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('measure as m')
    .innerJoin('agreement as a', 'a.id', 'm.agreement_id')
    .innerJoin('entry as e', (join) =>
      join.on('e.n', '=', (on) => {
        const last = on
          .selectFrom('entry as l')
          .whereRef('l.agreement', '=', 'a.slug')
          .whereRef('l.measure', '=', 'm.code')
          .where('l.kind', '!=', 'day_passed')
          .select('l.n')
          .orderBy('l.n', 'desc')
          .limit(1)
        return knownAt === null ? last : last.where('l.recorded_at', '<=', knownAt)
      }),
    )
    .where('m.id', 'in', measureIds)
    .select(['m.id', 'e.n', 'e.entered_at'])
    .execute()
  return new Map(rows.map((row) => [row.id, { n: row.n, enteredAt: row.entered_at }]))
}

/** The instant at which the last entry of what was known then came in; an import may date back what it brings. */
export async function lastEntered(db: Db, knownAt: Instant): Promise<Instant> {
  const row = await db
    .selectFrom('entry')
    .select('entered_at')
    .where('recorded_at', '<=', knownAt)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.entered_at ?? '1000-01-01T00:00:00.000Z'
}
