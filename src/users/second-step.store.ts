import type { Db, Tx } from '../db/database'
import type { Instant } from '../lib/dates'
import { later } from './later'
import { hashSecret, isSecret, newSecret } from './secret'
import type { User } from './user'
import { userRows, usersFrom } from './user.store'

export const SECOND_STEP_SECONDS = 600

/** Who gave a right password and still owes a code; undefined for nobody, or when it took too long. */
export async function findWaiting(db: Db, secret: string, now: Instant): Promise<User | undefined> {
  if (!isSecret(secret)) return undefined
  const rows = await userRows(db)
    .innerJoin('second_step as s', 's.user_id', 'u.id')
    .where('s.token_hash', '=', hashSecret(secret))
    .where('s.expires_at', '>', now)
    .where('u.disabled_at', 'is', null)
    .execute()
  return usersFrom(rows)[0]
}

/** Remembers that somebody's password was right; the secret opens nothing but the second step. */
export async function insertSecondStep(tx: Tx, userId: string, now: Instant): Promise<string> {
  const secret = newSecret()
  await tx.deleteFrom('second_step').where('user_id', '=', userId).where('expires_at', '<=', now).execute()
  await tx
    .insertInto('second_step')
    .values({
      token_hash: hashSecret(secret),
      user_id: userId,
      created_at: now,
      expires_at: later(now, SECOND_STEP_SECONDS * 1_000),
    })
    .execute()
  return secret
}

/** Uses it up; false when another was faster. */
export async function endSecondStep(tx: Tx, secret: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('second_step')
    .where('token_hash', '=', hashSecret(secret))
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export async function endSecondStepsOf(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('second_step').where('user_id', '=', userId).execute()
}
