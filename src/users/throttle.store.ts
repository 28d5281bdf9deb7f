import type { Tx } from '../db/database'
import type { Instant } from '../lib/dates'
import { later } from './later'
import { type Counter, MEMORY_MS, stillCounted, waitAfter } from './throttle'

/** So many old rows are swept away with each right attempt. */
const MOST_FORGOTTEN = 50

/**
 * Counts an attempt as failed before it is looked at, so that many at once cannot pass together.
 * Returns the seconds still to wait, and then has counted nothing; 0 when the attempt may be looked at.
 */
export async function beginAttempt(tx: Tx, counters: readonly Counter[], now: Instant): Promise<number> {
  const rows = await lockRows(tx, counters, now)
  const until = rows.map((row) => row.until).reduce((a, b) => (a > b ? a : b), now)
  if (until > now) return Math.ceil((Date.parse(until) - Date.parse(now)) / 1_000)
  for (const counter of counters) {
    const row = rows.find(({ key }) => key === counter.key)
    const before = row ? stillCounted(row.failures, Date.parse(row.until), Date.parse(now), counter) : 0
    const failures = before + 1
    const wait = later(now, waitAfter(failures, counter) * 1_000)
    await tx.updateTable('throttle').set({ failures, until: wait }).where('key', '=', counter.key).execute()
  }
  return 0
}

// In one order, or two attempts could wait for each other.
const inOrder = <T extends { key: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (a.key < b.key ? -1 : 1))

// Writing what is there locks the rows, so that a second attempt waits for the first one's count.
const lockRows = (tx: Tx, counters: readonly Counter[], now: Instant) =>
  tx
    .insertInto('throttle')
    .values(inOrder(counters).map(({ key }) => ({ key, failures: 0, until: now })))
    .onConflict((conflict) => conflict.column('key').doUpdateSet((e) => ({ key: e.ref('excluded.key') })))
    .returning(['key', 'failures', 'until'])
    .execute()

/** The attempt was right: it no longer counts, and where a counter forgives, neither do those before it. */
export async function endAttempt(tx: Tx, counters: readonly Counter[], now: Instant): Promise<void> {
  const over = later(now, -MEMORY_MS)
  const forgotten = await tx
    .selectFrom('throttle')
    .select('key')
    .where('until', '<', over)
    .limit(MOST_FORGOTTEN)
    .execute()
  const old = forgotten.map(({ key }) => ({ key, old: true, forgiving: true }))
  const current = counters.map(({ key, forgiving }) => ({ key, old: false, forgiving }))
  for (const one of inOrder([...old, ...current])) {
    const remove = tx.deleteFrom('throttle').where('key', '=', one.key)
    const uncount = tx
      .updateTable('throttle')
      .set((e) => ({ failures: e('failures', '-', 1), until: now }))
      .where('key', '=', one.key)
    if (one.old) await remove.where('until', '<', over).execute()
    else await (one.forgiving ? remove : uncount).execute()
  }
}
