import { type Kysely, PostgresAdapter, sql } from 'kysely'

// People and keys are outside the record: they change and can be erased; the record knows them by a random actor id.
export async function up(db: Kysely<any>): Promise<void> {
  const text = db.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : sql`text`
  await db.schema
    .createTable('user')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('actor_id', text, (c) => c.notNull().unique())
    .addColumn('email', text, (c) => c.notNull().unique())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('organisation', text)
    .addColumn('party', text, (c) => c.references('party.slug'))
    .addColumn('password_hash', text)
    .addColumn('disabled_at', text)
    .addColumn('created_at', text, (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('user_role')
    .addColumn('user_id', text, (c) => c.notNull().references('user.id'))
    .addColumn('role', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('user_role_once', ['user_id', 'role'])
    .addCheckConstraint('user_role_role', sql`role in ('reporter', 'verifier', 'editor', 'admin')`)
    .execute()
  await db.schema
    .createTable('session')
    .addColumn('token_hash', text, (c) => c.primaryKey().notNull())
    .addColumn('user_id', text, (c) => c.notNull().references('user.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('expires_at', text, (c) => c.notNull())
    .execute()
  await db.schema.createIndex('session_by_user').on('session').columns(['user_id']).execute()
  await db.schema
    .createTable('invitation')
    .addColumn('token_hash', text, (c) => c.primaryKey().notNull())
    .addColumn('user_id', text, (c) => c.notNull().references('user.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('expires_at', text, (c) => c.notNull())
    .addColumn('used_at', text)
    .execute()
  await db.schema
    .createTable('token')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('user_id', text, (c) => c.notNull().references('user.id'))
    .addColumn('label', text, (c) => c.notNull())
    .addColumn('token_hash', text, (c) => c.notNull().unique())
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('last_used_at', text)
    .addColumn('revoked_at', text)
    .execute()
  await db.schema
    .createTable('idempotency_key')
    .addColumn('account', text, (c) => c.notNull())
    .addColumn('address', text, (c) => c.notNull())
    .addColumn('key', text, (c) => c.notNull())
    .addColumn('digest', text, (c) => c.notNull())
    .addColumn('status', 'integer', (c) => c.notNull())
    .addColumn('location', text, (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('idempotency_key_once', ['account', 'address', 'key'])
    .execute()
  // Failed sign-ins, counted by account and by address.
  await db.schema
    .createTable('throttle')
    .addColumn('key', text, (c) => c.primaryKey().notNull())
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('until', text, (c) => c.notNull())
    .execute()
  // What this instance knows of itself, such as the actor id of its command line.
  await db.schema
    .createTable('instance')
    .addColumn('name', text, (c) => c.primaryKey().notNull())
    .addColumn('value', text, (c) => c.notNull())
    .execute()
}
