import type { Db, Tx } from '../db/database'
import type { Instant } from '../lib/dates'
import { later } from './later'

const PROPOSAL_MS = 15 * 60_000

/** Whether somebody's sign-in asks for a code. */
export async function hasSecondFactor(db: Db, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('second_factor')
    .select('user_id')
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The secret, sealed, that makes the codes somebody is asked for; undefined where none is in use. */
export async function secretOf(db: Db, userId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('second_factor')
    .select('secret')
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  return row?.secret
}

/** The secret, sealed, that somebody is just setting up; it is forgotten when that takes too long. */
export async function proposedSecretOf(db: Db, userId: string, now: Instant): Promise<string | undefined> {
  const row = await db
    .selectFrom('second_factor')
    .select('secret')
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is', null)
    .where('created_at', '>', later(now, -PROPOSAL_MS))
    .executeTakeFirst()
  return row?.secret
}

/** Begins to set one up, with a sealed secret, anew where that was begun before; false where one is in use. */
export async function proposeSecret(tx: Tx, userId: string, secret: string, now: Instant): Promise<boolean> {
  if (await hasSecondFactor(tx, userId)) return false
  await tx.deleteFrom('second_factor').where('user_id', '=', userId).execute()
  await tx
    .insertInto('second_factor')
    .values({ user_id: userId, secret, created_at: now, confirmed_at: null, last_step: 0 })
    .execute()
  return true
}

/** Puts into use what was set up; false when it is in use already. */
export async function confirmSecret(tx: Tx, userId: string, step: number, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('second_factor')
    .set({ confirmed_at: now, last_step: step })
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes the code of a time step; false when that step, or a later one, was taken before. */
export async function takeStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null)
    .where('last_step', '<', step)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Gives somebody these recovery codes, by their hashes, in the place of all there were. */
export async function replaceRecoveryCodes(tx: Tx, userId: string, hashes: readonly string[]): Promise<void> {
  await tx.deleteFrom('recovery_code').where('user_id', '=', userId).execute()
  await tx
    .insertInto('recovery_code')
    .values(hashes.map((code_hash) => ({ user_id: userId, code_hash, used_at: null })))
    .execute()
}

/** Uses a recovery code up; false when there is none such, or it was used. */
export async function takeRecoveryCode(tx: Tx, userId: string, hash: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('user_id', '=', userId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The hashes of the codes that still open something. */
export async function unusedCodesOf(db: Db, userId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('recovery_code')
    .select('code_hash')
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .execute()
  return rows.map(({ code_hash }) => code_hash)
}

/** Takes the second factor away with its codes; false where there was none. */
export async function deleteSecondFactor(tx: Tx, userId: string): Promise<boolean> {
  await tx.deleteFrom('recovery_code').where('user_id', '=', userId).execute()
  const gone = await tx
    .deleteFrom('second_factor')
    .where('user_id', '=', userId)
    .returning('confirmed_at')
    .executeTakeFirst()
  return gone !== undefined && gone.confirmed_at !== null
}

/** The accounts that ask for a code. */
export async function withSecondFactor(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('second_factor')
    .select('user_id')
    .where('confirmed_at', 'is not', null)
    .execute()
  return new Set(rows.map(({ user_id }) => user_id))
}
