import type { Tx } from '../db/database'
import type { Instant } from '../lib/dates'
import { later } from './later'
import { type Counter, type Counters, MEMORY_MS, waitAfter } from './throttle'

/**
 * Counts an attempt as failed before it is looked at, so that many at once cannot pass together.
 * Returns the seconds still to wait, and then has counted nothing; 0 when the attempt may be looked at.
 */
export async function beginAttempt(tx: Tx, { address, pair }: Counters, now: Instant): Promise<number> {
  // In one order, or two attempts could wait for each other.
  const counters = [address, pair]
  const rows = await lockRows(tx, counters, now)
  const until = rows.map((row) => row.until).reduce((a, b) => (a > b ? a : b), now)
  if (until > now) return Math.ceil((Date.parse(until) - Date.parse(now)) / 1_000)
  const forgotten = later(now, -MEMORY_MS)
  for (const counter of counters) {
    const row = rows.find(({ key }) => key === counter.key)
    const failures = (row && row.until > forgotten ? row.failures : 0) + 1
    const wait = later(now, waitAfter(failures, counter) * 1_000)
    await tx.updateTable('throttle').set({ failures, until: wait }).where('key', '=', counter.key).execute()
  }
  return 0
}

// Writing what is there locks the rows, so that a second attempt waits for the first one's count.
const lockRows = (tx: Tx, counters: Counter[], now: Instant) =>
  tx
    .insertInto('throttle')
    .values(counters.map(({ key }) => ({ key, failures: 0, until: now })))
    .onConflict((conflict) => conflict.column('key').doUpdateSet((e) => ({ key: e.ref('excluded.key') })))
    .returning(['key', 'failures', 'until'])
    .execute()

/** The attempt was right: it no longer counts, and the account's own failures from there are forgotten. */
export async function endAttempt(tx: Tx, { address, pair }: Counters, now: Instant): Promise<void> {
  await tx
    .updateTable('throttle')
    .set((e) => ({ failures: e('failures', '-', 1), until: now }))
    .where('key', '=', address.key)
    .execute()
  await tx
    .deleteFrom('throttle')
    .where((e) => e.or([e('key', '=', pair.key), e('until', '<', later(now, -MEMORY_MS))]))
    .execute()
}
