import type { Db, Tx } from '../db/database'
import type { Instant } from '../lib/dates'
import { hashSecret, isSecret, newSecret } from './secret'
import { later } from './later'
import type { User } from './user'
import { userRows, usersFrom } from './user.store'

const INVITATION_MS = 24 * 3_600_000

/** Whom a link invites; undefined when it is unknown, used or over, or its user disabled. */
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
  const secret = newSecret()
  await endInvitationsOf(tx, userId)
  await tx
    .insertInto('invitation')
    .values({
      token_hash: hashSecret(secret),
      user_id: userId,
      created_at: now,
      expires_at: later(now, INVITATION_MS),
      used_at: null,
    })
    .execute()
  return secret
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
