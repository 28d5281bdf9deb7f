import type { Db, Tx } from '../db/database'
import type { Instant } from '../lib/dates'
import type { FeedKey } from './feed-key'
import { hashSecret, isSecret, newSecret } from './secret'

/** The keys of somebody's feed readers, newest first. */
export const feedKeysOf = (db: Db, userId: string): Promise<FeedKey[]> =>
  db
    .selectFrom('feed_key')
    .select(['id', 'label', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** A key in use by somebody whose account is open; undefined for any other. */
export async function findFeedKey(
  db: Db,
  secret: string,
): Promise<(FeedKey & { userId: string }) | undefined> {
  if (!isSecret(secret)) return undefined
  return db
    .selectFrom('feed_key as k')
    .innerJoin('user as u', 'u.id', 'k.user_id')
    .select(['k.id', 'k.label', 'k.user_id as userId'])
    .select(['k.created_at as createdAt', 'k.last_used_at as lastUsedAt'])
    .where('k.key_hash', '=', hashSecret(secret))
    .where('k.revoked_at', 'is', null)
    .where('u.disabled_at', 'is', null)
    .executeTakeFirst()
}

/** Makes a key and returns its secret, which is stored nowhere. */
export async function insertFeedKey(
  tx: Tx,
  { id, userId, label, now }: { id: string; userId: string; label: string; now: Instant },
): Promise<string> {
  const secret = newSecret()
  await tx
    .insertInto('feed_key')
    .values({ id, user_id: userId, label, key_hash: hashSecret(secret), created_at: now })
    .execute()
  return secret
}

export async function noteFeedKeyUse(tx: Tx, id: string, now: Instant): Promise<void> {
  await tx.updateTable('feed_key').set({ last_used_at: now }).where('id', '=', id).execute()
}

/** Revokes one key of a user; gives its label, undefined when there is none to revoke. */
export async function revokeFeedKey(
  tx: Tx,
  userId: string,
  id: string,
  now: Instant,
): Promise<string | undefined> {
  const revoked = await tx
    .updateTable('feed_key')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .returning('label')
    .executeTakeFirst()
  return revoked?.label
}

export async function revokeFeedKeysOf(tx: Tx, userId: string, now: Instant): Promise<void> {
  await tx
    .updateTable('feed_key')
    .set({ revoked_at: now })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .execute()
}
