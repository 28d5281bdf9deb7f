import type { Db, Tx } from '../db/database'
import type { Instant } from '../lib/dates'
import { hashSecret, isSecret, newSecret } from './secret'
import type { Token } from './token'
import type { User } from './user'
import { findUser } from './user.store'

const tokenRows = (db: Db) =>
  db
    .selectFrom('token')
    .select(['id', 'user_id as userId', 'label', 'created_at as createdAt'])
    .select(['last_used_at as lastUsedAt', 'revoked_at as revokedAt'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')

/** Everybody's tokens, newest first; revoked ones included. */
export const allTokens = (db: Db): Promise<Token[]> => tokenRows(db).execute()

/** The tokens with which a user's programs can write, newest first. */
export const tokensInUse = (db: Db, userId: string): Promise<Token[]> =>
  tokenRows(db).where('user_id', '=', userId).where('revoked_at', 'is', null).execute()

/** A token and whose it is; undefined when it is unknown or revoked, or its user disabled. */
export async function findTokenHolder(
  db: Db,
  secret: string,
): Promise<{ user: User; token: Token } | undefined> {
  if (!isSecret(secret)) return undefined
  const token = await tokenRows(db)
    .where('token_hash', '=', hashSecret(secret))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!token) return undefined
  const user = await findUser(db, token.userId)
  return user?.disabledAt === null ? { user, token } : undefined
}

interface NewToken {
  id: string
  userId: string
  label: string
  now: Instant
}

/** Makes a token and returns its secret, which is stored nowhere. */
export async function insertToken(tx: Tx, { id, userId, label, now }: NewToken): Promise<string> {
  const secret = newSecret()
  await tx
    .insertInto('token')
    .values({ id, user_id: userId, label, token_hash: hashSecret(secret), created_at: now })
    .execute()
  return secret
}

export async function noteTokenUse(tx: Tx, id: string, now: Instant): Promise<void> {
  await tx.updateTable('token').set({ last_used_at: now }).where('id', '=', id).execute()
}

/** Revokes one token, of one user where that is said; false when there is none to revoke. */
export async function revokeToken(tx: Tx, id: string, now: Instant, userId?: string): Promise<boolean> {
  let query = tx
    .updateTable('token')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
  if (userId !== undefined) query = query.where('user_id', '=', userId)
  return (await query.executeTakeFirst()).numUpdatedRows === 1n
}

export async function revokeTokensOf(tx: Tx, userId: string, now: Instant): Promise<void> {
  await tx
    .updateTable('token')
    .set({ revoked_at: now })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .execute()
}
