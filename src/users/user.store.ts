import type { Db, Tx } from '../db/database'
import type { Instant } from '../lib/dates'
import { naturally } from '../lib/text'
import type { Role, User } from './user'

interface UserRow extends Omit<User, 'roles'> {
  role: Role | null
}

/** One row for each role of each user; `usersFrom` makes users of them. */
export const userRows = (db: Db) =>
  db
    .selectFrom('user as u')
    .leftJoin('user_role as r', 'r.user_id', 'u.id')
    .select([
      'u.id',
      'u.actor_id as actorId',
      'u.email',
      'u.name',
      'u.organisation',
      'u.party',
      'u.disabled_at as disabledAt',
      'u.created_at as createdAt',
      'r.role',
    ])
    .orderBy('r.role', 'desc')

export function usersFrom(rows: UserRow[]): User[] {
  const users = new Map<string, User>()
  for (const { role, ...row } of rows) {
    const user = users.get(row.id) ?? { ...row, roles: [] }
    users.set(row.id, role === null ? user : { ...user, roles: [...user.roles, role] })
  }
  return [...users.values()]
}

/** Everybody with an account, disabled ones included, by name. */
export async function allUsers(db: Db): Promise<User[]> {
  const users = usersFrom(await userRows(db).execute())
  return users.sort((a, b) => naturally(a.name, b.name) || naturally(a.email, b.email))
}

export async function findUser(db: Db, id: string): Promise<User | undefined> {
  return usersFrom(await userRows(db).where('u.id', '=', id).execute())[0]
}

/** By the address as `normalEmail` writes it. */
export async function findUserByEmail(db: Db, email: string): Promise<User | undefined> {
  return usersFrom(await userRows(db).where('u.email', '=', email).execute())[0]
}

/** The names of accounts, disabled ones included, by id. */
export async function namesOfUsers(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('user')
    .where('id', 'in', [...new Set(ids)])
    .select(['id', 'name'])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The names of those whom the record knows by these ids; an erased account has none. */
export async function namesOfActors(db: Db, actorIds: readonly string[]): Promise<Map<string, string>> {
  if (actorIds.length === 0) return new Map()
  const ids = [...new Set(actorIds)]
  const rows = await db.selectFrom('user').where('actor_id', 'in', ids).select(['actor_id', 'name']).execute()
  return new Map(rows.map((row) => [row.actor_id, row.name]))
}

export async function hasUsers(db: Db): Promise<boolean> {
  return (await db.selectFrom('user').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** The stored hash of a user's password; null for one who has chosen none yet, or for nobody. */
export async function passwordHashOf(db: Db, id: string): Promise<string | null> {
  const row = await db.selectFrom('user').select('password_hash').where('id', '=', id).executeTakeFirst()
  return row?.password_hash ?? null
}

export async function insertUser(tx: Tx, user: User, passwordHash: string | null): Promise<void> {
  await tx
    .insertInto('user')
    .values({
      id: user.id,
      actor_id: user.actorId,
      email: user.email,
      name: user.name,
      organisation: user.organisation,
      party: user.party,
      password_hash: passwordHash,
      disabled_at: user.disabledAt,
      created_at: user.createdAt,
    })
    .execute()
  await insertRoles(tx, user.id, user.roles)
}

async function insertRoles(tx: Tx, userId: string, roles: readonly Role[]): Promise<void> {
  if (roles.length === 0) return
  await tx
    .insertInto('user_role')
    .values(roles.map((role) => ({ user_id: userId, role })))
    .execute()
}

export async function setRoles(
  tx: Tx,
  userId: string,
  roles: readonly Role[],
  party: string | null,
): Promise<void> {
  await tx.deleteFrom('user_role').where('user_id', '=', userId).execute()
  await insertRoles(tx, userId, roles)
  await tx.updateTable('user').set({ party }).where('id', '=', userId).execute()
}

export async function setPasswordHash(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  await tx.updateTable('user').set({ password_hash: passwordHash }).where('id', '=', userId).execute()
}

export async function setDisabledAt(tx: Tx, userId: string, disabledAt: Instant | null): Promise<void> {
  await tx.updateTable('user').set({ disabled_at: disabledAt }).where('id', '=', userId).execute()
}
