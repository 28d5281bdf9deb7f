import type { Db, Tx } from '../db/database'
import type { Instant } from '../lib/dates'
import { hashSecret, isSecret, newSecret } from './secret'
import { type Scope, SCOPES, type Token } from './token'
import type { User } from './user'
import { userRows, usersFrom } from './user.store'

const tokenRows = (db: Db) =>
  db
    .selectFrom('token')
    .select(['id', 'user_id as userId', 'label', 'scopes', 'created_at as createdAt'])
    .select(['expires_at as expiresAt', 'last_used_at as lastUsedAt', 'revoked_at as revokedAt'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')

const tokenFrom = ({ scopes, ...row }: Omit<Token, 'scopes'> & { scopes: string }): Token => ({
  ...row,
  scopes: scopesIn(scopes),
})

const scopesIn = (text: string): Scope[] => SCOPES.filter((scope) => text.split(' ').includes(scope))

/** Everybody's tokens, newest first; revoked ones included. */
export const allTokens = async (db: Db): Promise<Token[]> => (await tokenRows(db).execute()).map(tokenFrom)

/** The tokens with which a user's programs can act, newest first; those that are over too, so that they are noticed. */
export async function tokensInUse(db: Db, userId: string): Promise<Token[]> {
  const rows = await tokenRows(db).where('user_id', '=', userId).where('revoked_at', 'is', null).execute()
  return rows.map(tokenFrom)
}

/** What a call is judged by, of the token that came with it. */
export type TokenInUse = Pick<Token, 'id' | 'label' | 'scopes' | 'lastUsedAt'>

/** A token and whose it is; undefined when it is unknown, over or revoked, or its user disabled. */
export async function findTokenHolder(
  db: Db,
  secret: string,
  now: Instant,
): Promise<{ user: User; token: TokenInUse } | undefined> {
  if (!isSecret(secret)) return undefined
  const rows = await userRows(db)
    .innerJoin('token as t', 't.user_id', 'u.id')
    .select(['t.id as tokenId', 't.label', 't.scopes', 't.last_used_at as lastUsedAt'])
    .where('t.token_hash', '=', hashSecret(secret))
    .where('t.revoked_at', 'is', null)
    .where((e) => e.or([e('t.expires_at', 'is', null), e('t.expires_at', '>', now)]))
    .where('u.disabled_at', 'is', null)
    .execute()
  const [first] = rows
  const [user] = usersFrom(
    rows.map(({ tokenId: _, label: __, scopes: ___, lastUsedAt: ____, ...row }) => row),
  )
  if (!first || !user) return undefined
  const { tokenId: id, label, scopes, lastUsedAt } = first
  return { user, token: { id, label, scopes: scopesIn(scopes), lastUsedAt } }
}

interface NewToken {
  id: string
  userId: string
  label: string
  now: Instant
  scopes?: readonly Scope[]
  expiresAt?: Instant | null
}

/** Makes a token and returns its secret, which is stored nowhere. */
export async function insertToken(
  tx: Tx,
  { id, userId, label, now, scopes = SCOPES, expiresAt = null }: NewToken,
): Promise<string> {
  const secret = newSecret()
  const what = { label, scopes: scopes.join(' '), expires_at: expiresAt }
  await tx
    .insertInto('token')
    .values({ id, user_id: userId, token_hash: hashSecret(secret), created_at: now, ...what })
    .execute()
  return secret
}

export async function noteTokenUse(tx: Tx, id: string, now: Instant): Promise<void> {
  await tx.updateTable('token').set({ last_used_at: now }).where('id', '=', id).execute()
}

/** Revokes one token, of one user where that is said; gives whose and which, undefined when there is none to revoke. */
export async function revokeTokenById(
  tx: Tx,
  id: string,
  now: Instant,
  userId?: string,
): Promise<{ userId: string; label: string } | undefined> {
  let query = tx
    .updateTable('token')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
  if (userId !== undefined) query = query.where('user_id', '=', userId)
  return query.returning(['user_id as userId', 'label']).executeTakeFirst()
}

export async function revokeTokensOf(tx: Tx, userId: string, now: Instant): Promise<void> {
  await tx
    .updateTable('token')
    .set({ revoked_at: now })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .execute()
}
