import { type Kysely, PostgresAdapter, sql } from 'kysely'

// How accounts are entered and left, what opens them beside a password, and the list of all that was done with them.
export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter
  const text = postgres ? sql`text collate "C"` : sql`text`

  // Sessions begun before had no name by which their owner could end them: everybody signs in once more.
  await db.schema.dropTable('session').execute()
  await db.schema
    .createTable('session')
    .addColumn('token_hash', text, (c) => c.primaryKey().notNull())
    .addColumn('id', text, (c) => c.notNull().unique())
    .addColumn('user_id', text, (c) => c.notNull().references('user.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('expires_at', text, (c) => c.notNull())
    .addColumn('last_used_at', text, (c) => c.notNull())
    .addColumn('agent', text)
    .execute()
  await db.schema.createIndex('session_by_user').on('session').columns(['user_id']).execute()

  // A password that was right and still waits for the second factor.
  await db.schema
    .createTable('second_step')
    .addColumn('token_hash', text, (c) => c.primaryKey().notNull())
    .addColumn('user_id', text, (c) => c.notNull().references('user.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('expires_at', text, (c) => c.notNull())
    .execute()
  // Browsers that an account was entered from, which guesses made elsewhere cannot keep out.
  await db.schema
    .createTable('device')
    .addColumn('token_hash', text, (c) => c.primaryKey().notNull())
    .addColumn('user_id', text, (c) => c.notNull().references('user.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('last_used_at', text, (c) => c.notNull())
    .execute()
  await db.schema.createIndex('device_by_user').on('device').columns(['user_id']).execute()

  await db.schema
    .createTable('second_factor')
    .addColumn('user_id', text, (c) => c.primaryKey().notNull().references('user.id'))
    .addColumn('secret', text, (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('confirmed_at', text)
    .addColumn('last_step', 'integer', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('recovery_code')
    .addColumn('user_id', text, (c) => c.notNull().references('user.id'))
    .addColumn('code_hash', text, (c) => c.notNull())
    .addColumn('used_at', text)
    .addPrimaryKeyConstraint('recovery_code_once', ['user_id', 'code_hash'])
    .execute()

  await db.schema
    .alterTable('invitation')
    .addColumn('purpose', text, (c) => c.notNull().defaultTo('invitation'))
    .execute()
  await db.schema
    .alterTable('token')
    .addColumn('scopes', text, (c) => c.notNull().defaultTo('read report'))
    .execute()
  await db.schema.alterTable('token').addColumn('expires_at', text).execute()
  // What a feed reader sends in place of a person where reading is for members.
  await db.schema
    .createTable('feed_key')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('user_id', text, (c) => c.notNull().references('user.id'))
    .addColumn('label', text, (c) => c.notNull())
    .addColumn('key_hash', text, (c) => c.notNull().unique())
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('last_used_at', text)
    .addColumn('revoked_at', text)
    .execute()

  // Names nobody but by id, and refers to no account, so that an account can be erased and what it did still stands.
  await db.schema
    .createTable('audit')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('at', text, (c) => c.notNull())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('actor_as', text, (c) => c.notNull())
    .addColumn('actor_id', text)
    .addColumn('subject_id', text)
    .addColumn('address', text)
    .addColumn('detail', text)
    .addCheckConstraint('audit_actor', sql`actor_as in ('user', 'operator', 'stranger')`)
    .addCheckConstraint('audit_actor_id', sql`(actor_as = 'user') = (actor_id is not null)`)
    .execute()
  await db.schema.createIndex('audit_by_time').on('audit').columns(['at', 'id']).execute()
  await db.schema.createIndex('audit_by_subject').on('audit').columns(['subject_id', 'at', 'id']).execute()
  await (postgres ? keepOnPostgres(db) : keepOnSqlite(db))
}

async function keepOnSqlite(db: Kysely<any>): Promise<void> {
  for (const event of ['delete', 'update'])
    await sql
      .raw(
        `create trigger audit_no_${event} before ${event} on audit
      begin select raise(abort, 'append-only: audit takes no ${event}'); end`,
      )
      .execute(db)
}

async function keepOnPostgres(db: Kysely<any>): Promise<void> {
  for (const event of ['delete', 'update'])
    await sql
      .raw(
        `create trigger audit_no_${event} before ${event} on audit for each row execute function refuse_change()`,
      )
      .execute(db)
  await sql
    .raw('create trigger audit_no_truncate before truncate on audit execute function refuse_change()')
    .execute(db)
}
