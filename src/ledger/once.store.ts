import { createHash } from 'node:crypto'
import type { Tx } from '../db/database'
import type { Deps } from '../deps'
import { addDays, dayOf, type Instant } from '../lib/dates'
import { canonical } from './content'
import { inLedger, type Ledger } from './ledger.store'

/** A promise that the same act, sent again, happens once: the key its sender gave it. */
export interface Once {
  account: string
  /** The path that was posted to. */
  address: string
  key: string
  /** What was sent, without key, `seen`, `preview` and tokens. */
  digest: string
}

/** How a successful act was answered, and how its repetition will be. */
export interface Answer {
  status: number
  location: string
}

export const KEY_LIFE_DAYS = 7

/** The digest of what was sent. */
export const onceDigest = (fields: object): string =>
  createHash('sha256').update(canonical(fields)).digest('hex')

export type Repeated = { outcome: 'repeated'; answer: Answer } | { outcome: 'key reused' }

/**
 * Runs the work in the ledger unless its key was used before. The key is written in the work's own transaction and only
 * when the work gives an answer, so a refusal does not use it up.
 */
export function onceInLedger<R extends { answer?: Answer }>(
  deps: Deps,
  once: Once | null,
  work: (ledger: Ledger) => Promise<R>,
): Promise<R | Repeated> {
  return inLedger(deps, async (ledger): Promise<R | Repeated> => {
    if (once === null) return work(ledger)
    const known = await findUse(ledger.tx, once, deps.clock())
    if (known)
      return known.digest === once.digest
        ? { outcome: 'repeated', answer: known.answer }
        : { outcome: 'key reused' }
    const result = await work(ledger)
    if (result.answer) await rememberUse(ledger.tx, once, result.answer, deps.clock())
    return result
  })
}

async function findUse(tx: Tx, { account, address, key }: Once, now: Instant) {
  const row = await tx
    .selectFrom('idempotency_key')
    .where('account', '=', account)
    .where('address', '=', address)
    .where('key', '=', key)
    .where('created_at', '>', oldest(now))
    .select(['digest', 'status', 'location'])
    .executeTakeFirst()
  return row && { digest: row.digest, answer: { status: row.status, location: row.location } }
}

const oldest = (now: Instant): Instant => addDays(dayOf(now), -KEY_LIFE_DAYS) + now.slice(10)

async function rememberUse(tx: Tx, once: Once, { status, location }: Answer, now: Instant): Promise<void> {
  const { account, address, key, digest } = once
  const use = { digest, status, location, created_at: now }
  await tx
    .insertInto('idempotency_key')
    .values({ account, address, key, ...use })
    // One that is too old to count may still be there.
    .onConflict((conflict) => conflict.columns(['account', 'address', 'key']).doUpdateSet(use))
    .execute()
}

/** Lets go of the keys that no longer count. */
export const clearOldKeys = ({ db, clock }: Deps): Promise<void> =>
  db.write(async (tx) => {
    await tx
      .deleteFrom('idempotency_key')
      // By the index of each account's keys, so that nobody who files waits.
      .where('account', 'in', (e) => e.selectFrom('user').select('id'))
      .where('created_at', '<=', oldest(clock()))
      .execute()
  })
