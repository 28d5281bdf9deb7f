import { type Kysely, PostgresAdapter, sql } from 'kysely'

const GONE = `(not (exists (select 1 from evidence where file = old.sha256)
  or exists (select 1 from restricted_evidence where file = old.sha256))
  or exists (select 1 from removed_file where sha256 = old.sha256))`

/** The bytes of a file that a redaction names may go, though the record still refers to them. */
export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter
  await db.schema
    .createTable('removed_file')
    .addColumn('sha256', postgres ? sql`text collate "C"` : 'text', (c) => c.primaryKey().notNull())
    .addColumn('redacted_by', 'integer', (c) => c.notNull().references('entry.n'))
    .addCheckConstraint('removed_file_sha256', sql`length(sha256) = 64`)
    .execute()
  await (postgres ? guardOnPostgres(db) : guardOnSqlite(db))
}

async function guardOnSqlite(db: Kysely<any>): Promise<void> {
  const refuse = (table: string, event: string, when = '') =>
    sql
      .raw(
        `create trigger ${table}_no_${event} before ${event} on ${table} ${when}
      begin select raise(abort, 'append-only: ${table} takes no ${event}'); end`,
      )
      .execute(db)
  for (const table of ['file', 'file_chunk']) {
    await sql.raw(`drop trigger ${table}_no_delete`).execute(db)
    await refuse(table, 'delete', `when not ${GONE}`)
  }
  for (const event of ['update', 'delete']) await refuse('removed_file', event)
}

async function guardOnPostgres(db: Kysely<any>): Promise<void> {
  await sql
    .raw(
      `create or replace function let_go_unreferred_only() returns trigger language plpgsql as
    $$ begin if ${GONE} then return old; end if;
    raise exception 'append-only: % takes no %', tg_table_name, lower(tg_op); end $$`,
    )
    .execute(db)
  for (const [event, each] of [
    ['update', 'for each row'],
    ['delete', 'for each row'],
    ['truncate', ''],
  ])
    await sql
      .raw(
        `create trigger removed_file_no_${event} before ${event} on removed_file ${each} execute function refuse_change()`,
      )
      .execute(db)
}
