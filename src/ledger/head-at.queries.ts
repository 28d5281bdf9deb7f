import type { Db } from '../db/database'
import type { Instant } from '../lib/dates'
import { headOf } from './ledger.store'

/**
 * The last entry by an instant, and its own; the last of all where none is given, number 0 before the first. Found by halving:
 * numbers have no gaps and instants rise with them.
 */
export async function headAt(db: Db, knownAt: Instant | null): Promise<{ n: number; enteredAt: Instant }> {
  const head = await headOf(db)
  if (knownAt === null || knownAt >= head.enteredAt) return head
  let [low, high] = [{ n: 0, enteredAt: '1000-01-01T00:00:00.000Z' }, head]
  while (high.n - low.n > 1) {
    const n = Math.floor((low.n + high.n) / 2)
    const { entered_at: enteredAt } = await db
      .selectFrom('entry')
      .select('entered_at')
      .where('n', '=', n)
      .executeTakeFirstOrThrow()
    if (enteredAt <= knownAt) low = { n, enteredAt }
    else high = { n, enteredAt }
  }
  return low
}
