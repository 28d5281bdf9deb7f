import type { Db, Tx } from '../db/database'
import type { Instant } from '../lib/dates'
import { later } from './later'
import { hashSecret, isSecret, newSecret } from './secret'

export const DEVICE_SECONDS = 180 * 86_400
const MOST_DEVICES = 20

/** Whether this browser has been in this account before. */
export async function isDeviceOf(
  db: Db,
  userId: string,
  secret: string | null,
  now: Instant,
): Promise<boolean> {
  if (secret === null || !isSecret(secret)) return false
  const row = await db
    .selectFrom('device')
    .select('token_hash')
    .where('token_hash', '=', hashSecret(secret))
    .where('user_id', '=', userId)
    .where('last_used_at', '>', later(now, -DEVICE_SECONDS * 1_000))
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Remembers the browser that an account was just entered from; gives the secret that it keeps. One secret is for one
 * account, so that nothing about one is learnt from another.
 */
export async function rememberDevice(
  tx: Tx,
  userId: string,
  known: string | null,
  now: Instant,
): Promise<string> {
  if (known !== null && (await isDeviceOf(tx, userId, known, now))) {
    await tx
      .updateTable('device')
      .set({ last_used_at: now })
      .where('token_hash', '=', hashSecret(known))
      .execute()
    return known
  }
  const secret = newSecret()
  await tx
    .insertInto('device')
    .values({ token_hash: hashSecret(secret), user_id: userId, created_at: now, last_used_at: now })
    .execute()
  await forgetOldest(tx, userId)
  return secret
}

async function forgetOldest(tx: Tx, userId: string): Promise<void> {
  const rows = await tx
    .selectFrom('device')
    .select('token_hash')
    .where('user_id', '=', userId)
    .orderBy('last_used_at', 'desc')
    .orderBy('token_hash')
    .execute()
  const oldest = rows.slice(MOST_DEVICES).map(({ token_hash }) => token_hash)
  if (oldest.length > 0) await tx.deleteFrom('device').where('token_hash', 'in', oldest).execute()
}

export async function forgetDevicesOf(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('device').where('user_id', '=', userId).execute()
}
