import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '../db/database'
import type { Instant } from '../lib/dates'
import { later } from './later'
import { hashSecret, isSecret, newSecret } from './secret'
import { type Session, SESSION_SECONDS } from './session'
import type { User } from './user'
import { userRows, usersFrom } from './user.store'

const LONGEST_AGENT = 300

/** Who holds this session, and which it is; undefined when it is unknown, over, or its user disabled. */
export async function findViewer(
  db: Db,
  secret: string,
  now: Instant,
): Promise<{ user: User; session: string; lastUsedAt: Instant } | undefined> {
  if (!isSecret(secret)) return undefined
  const rows = await userRows(db)
    .innerJoin('session as s', 's.user_id', 'u.id')
    .select(['s.id as session', 's.last_used_at as lastUsedAt'])
    .where('s.token_hash', '=', hashSecret(secret))
    .where('s.expires_at', '>', now)
    .where('u.disabled_at', 'is', null)
    .execute()
  const [first] = rows
  const [user] = usersFrom(rows.map(({ session: _, lastUsedAt: __, ...row }) => row))
  return first && user && { user, session: first.session, lastUsedAt: first.lastUsedAt }
}

/** Begins a session and returns its secret, which is stored nowhere. */
export async function insertSession(
  tx: Tx,
  userId: string,
  now: Instant,
  agent: string | null = null,
): Promise<string> {
  const secret = newSecret()
  await tx.deleteFrom('session').where('user_id', '=', userId).where('expires_at', '<=', now).execute()
  await tx
    .insertInto('session')
    .values({
      token_hash: hashSecret(secret),
      id: randomUUID(),
      user_id: userId,
      created_at: now,
      expires_at: later(now, SESSION_SECONDS * 1_000),
      last_used_at: now,
      agent: agent?.slice(0, LONGEST_AGENT) ?? null,
    })
    .execute()
  return secret
}

export async function noteSessionUse(tx: Tx, id: string, now: Instant): Promise<void> {
  await tx.updateTable('session').set({ last_used_at: now }).where('id', '=', id).execute()
}

/** Ends the session of this secret; gives whose it was, undefined for none. */
export async function endSession(tx: Tx, secret: string): Promise<string | undefined> {
  const ended = await tx
    .deleteFrom('session')
    .where('token_hash', '=', hashSecret(secret))
    .returning('user_id')
    .executeTakeFirst()
  return ended?.user_id
}

/** Ends one session of a user by its id; false when they have none such. */
export async function endSessionById(tx: Tx, userId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('session')
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Ends a user's sessions, all or all but the one with this id; gives how many there were. */
export async function endSessionsOf(tx: Tx, userId: string, except?: string): Promise<number> {
  let query = tx.deleteFrom('session').where('user_id', '=', userId)
  if (except !== undefined) query = query.where('id', '!=', except)
  return Number((await query.executeTakeFirst()).numDeletedRows)
}

/** Where somebody is signed in, the latest used first. */
export const sessionsOf = (db: Db, userId: string, now: Instant): Promise<Session[]> =>
  db
    .selectFrom('session')
    .select(['id', 'created_at as createdAt', 'last_used_at as lastUsedAt', 'agent'])
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .orderBy('last_used_at', 'desc')
    .orderBy('id')
    .execute()
