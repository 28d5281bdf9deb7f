import type { Db, Tx } from '../db/database'
import type { Instant } from '../lib/dates'
import { HOLDS_MS, type LinkPurpose } from './invitation'
import { later } from './later'
import { hashSecret, isSecret, newSecret } from './secret'
import type { User } from './user'
import { userRows, usersFrom } from './user.store'

/** Whom a link lets in; undefined when it is unknown, used or over, or its user disabled. */
export async function findInvited(db: Db, secret: string, now: Instant): Promise<User | undefined> {
  if (!isSecret(secret)) return undefined
  const rows = await userRows(db)
    .innerJoin('invitation as i', 'i.user_id', 'u.id')
    .where('i.token_hash', '=', hashSecret(secret))
    .where('i.used_at', 'is', null)
    .where('i.expires_at', '>', now)
    .where('u.disabled_at', 'is', null)
    .execute()
  return usersFrom(rows)[0]
}

/** Invites somebody and returns the link's secret, which is stored nowhere; links made before lead nowhere from now on. */
export async function insertInvitation(tx: Tx, userId: string, now: Instant): Promise<string> {
  await endInvitationsOf(tx, userId)
  return insertLink(tx, userId, 'invitation', now)
}

/** As an invitation, but it leaves those made before: a stranger may ask for it as often as they like. */
export const insertReset = (tx: Tx, userId: string, now: Instant): Promise<string> =>
  insertLink(tx, userId, 'reset', now)

async function insertLink(tx: Tx, userId: string, purpose: LinkPurpose, now: Instant): Promise<string> {
  const secret = newSecret()
  await tx
    .insertInto('invitation')
    .values({
      token_hash: hashSecret(secret),
      user_id: userId,
      created_at: now,
      expires_at: later(now, HOLDS_MS[purpose]),
      used_at: null,
      purpose,
    })
    .execute()
  return secret
}

/** How many resets were asked for since then. */
export async function countResets(db: Db, userId: string, since: Instant): Promise<number> {
  const { count } = await db
    .selectFrom('invitation')
    .select((e) => e.fn.countAll().as('count'))
    .where('user_id', '=', userId)
    .where('purpose', '=', 'reset')
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Uses a link up; false when another was faster. */
export async function useInvitation(tx: Tx, secret: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ used_at: now })
    .where('token_hash', '=', hashSecret(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function endInvitationsOf(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('invitation').where('user_id', '=', userId).where('used_at', 'is', null).execute()
}

/** Forgets a link that never reached anybody. */
export async function forgetLink(tx: Tx, secret: string): Promise<void> {
  await tx.deleteFrom('invitation').where('token_hash', '=', hashSecret(secret)).execute()
}
