import type { Db, Tx } from '../db/database'
import type { Instant } from '../lib/dates'
import { hashSecret, isSecret, newSecret } from './secret'
import { later } from './later'
import type { User } from './user'
import { userRows, usersFrom } from './user.store'

export const SESSION_SECONDS = 14 * 86_400

/** Who holds this session; undefined when it is unknown, over, or its user disabled. */
export async function findViewer(db: Db, secret: string, now: Instant): Promise<User | undefined> {
  if (!isSecret(secret)) return undefined
  const rows = await userRows(db)
    .innerJoin('session as s', 's.user_id', 'u.id')
    .where('s.token_hash', '=', hashSecret(secret))
    .where('s.expires_at', '>', now)
    .where('u.disabled_at', 'is', null)
    .execute()
  return usersFrom(rows)[0]
}

/** Begins a session and returns its secret, which is stored nowhere. */
export async function insertSession(tx: Tx, userId: string, now: Instant): Promise<string> {
  const secret = newSecret()
  await tx.deleteFrom('session').where('user_id', '=', userId).where('expires_at', '<=', now).execute()
  await tx
    .insertInto('session')
    .values({
      token_hash: hashSecret(secret),
      user_id: userId,
      created_at: now,
      expires_at: later(now, SESSION_SECONDS * 1_000),
    })
    .execute()
  return secret
}

export async function endSession(tx: Tx, secret: string): Promise<void> {
  await tx.deleteFrom('session').where('token_hash', '=', hashSecret(secret)).execute()
}

/** Ends a user's sessions, all or all but one. */
export async function endSessionsOf(tx: Tx, userId: string, except?: string): Promise<void> {
  let query = tx.deleteFrom('session').where('user_id', '=', userId)
  if (except !== undefined) query = query.where('token_hash', '!=', hashSecret(except))
  await query.execute()
}

/** How many places somebody is signed in at. */
export async function countSessions(db: Db, userId: string, now: Instant): Promise<number> {
  const { count } = await db
    .selectFrom('session')
    .select((e) => e.fn.countAll().as('count'))
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return Number(count)
}
