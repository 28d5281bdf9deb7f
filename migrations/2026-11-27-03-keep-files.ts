import { type Kysely, PostgresAdapter, sql } from 'kysely'

// What the record refers to is never taken away; a file that nothing refers to yet may be.
const REFERRED = `exists (select 1 from evidence where file = old.sha256)
  or exists (select 1 from restricted_evidence where file = old.sha256)`
const REDACTION = `(old.body is not null and new.body is null and new.salt is null
  and new.entry = old.entry and new.position = old.position and new.file is null
  and exists (select 1 from entry where n = new.redacted_by and kind = 'content_redacted'))`

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter
  const text = postgres ? sql`text collate "C"` : sql`text`
  const bytes = postgres ? sql`bytea` : sql`blob`

  // A file is known by the SHA-256 of its bytes, in hex.
  await db.schema
    .createTable('file')
    .addColumn('sha256', text, (c) => c.primaryKey().notNull())
    .addColumn('type', text, (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addCheckConstraint('file_sha256', sql`length(sha256) = 64`)
    .addCheckConstraint('file_size', sql`size > 0`)
    .execute()
  await db.schema
    .createTable('file_chunk')
    .addColumn('sha256', text, (c) => c.notNull().references('file.sha256'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('data', bytes, (c) => c.notNull())
    .addPrimaryKeyConstraint('file_chunk_place', ['sha256', 'position'])
    .execute()
  // Who sent a file that may not be in the record yet; outside the record, gone after a day.
  await db.schema
    .createTable('upload')
    .addColumn('actor_id', text, (c) => c.notNull())
    .addColumn('sha256', text, (c) => c.notNull().references('file.sha256'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('upload_once', ['actor_id', 'sha256'])
    .execute()
  await db.schema.createIndex('upload_by_file').on('upload').columns(['sha256']).execute()
  await db.schema.createIndex('upload_by_age').on('upload').columns(['created_at']).execute()
  // Hashes of files and commitments of restricted evidence that came without what they stand for; outside the record.
  await db.schema
    .createTable('absent')
    .addColumn('digest', text, (c) => c.primaryKey().notNull())
    .execute()

  await db.schema.alterTable('evidence').addColumn('file', text).execute()
  await db.schema.alterTable('evidence').addColumn('review_on', text).execute()
  await db.schema.createIndex('evidence_by_file').on('evidence').columns(['file']).execute()
  // What restricted evidence says, to which its entry's content only commits; null once redacted.
  await db.schema
    .createTable('restricted_evidence')
    .addColumn('entry', 'integer', (c) => c.notNull().references('entry.n'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('body', text)
    .addColumn('salt', text)
    .addColumn('file', text)
    .addColumn('redacted_by', 'integer', (c) => c.references('entry.n'))
    .addPrimaryKeyConstraint('restricted_evidence_place', ['entry', 'position'])
    .addForeignKeyConstraint('restricted_evidence_of', ['entry', 'position'], 'evidence', [
      'entry',
      'position',
    ])
    .addCheckConstraint(
      'restricted_evidence_whole_or_redacted',
      sql`(body is null) = (redacted_by is not null) and (salt is null) = (redacted_by is not null)`,
    )
    .execute()
  await db.schema
    .createIndex('restricted_evidence_by_file')
    .on('restricted_evidence')
    .columns(['file'])
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
    await refuse(table, 'update')
    await refuse(table, 'delete', `when ${REFERRED}`)
  }
  await refuse('restricted_evidence', 'delete')
  await refuse('restricted_evidence', 'update', `when not ${REDACTION}`)
}

async function guardOnPostgres(db: Kysely<any>): Promise<void> {
  const only = (name: string, allowed: string, row: 'old' | 'new') =>
    sql
      .raw(
        `create function ${name}() returns trigger language plpgsql as
    $$ begin if ${allowed} then return ${row}; end if;
    raise exception 'append-only: % takes no %', tg_table_name, lower(tg_op); end $$`,
      )
      .execute(db)
  await only('let_go_unreferred_only', `not (${REFERRED})`, 'old')
  await only('redact_restricted_only', REDACTION, 'new')
  const guard = (table: string, event: string, each: string, run: string) =>
    sql
      .raw(
        `create trigger ${table}_no_${event} before ${event} on ${table} ${each} execute function ${run}()`,
      )
      .execute(db)
  for (const table of ['file', 'file_chunk']) {
    await guard(table, 'update', 'for each row', 'refuse_change')
    await guard(table, 'delete', 'for each row', 'let_go_unreferred_only')
  }
  await guard('restricted_evidence', 'update', 'for each row', 'redact_restricted_only')
  await guard('restricted_evidence', 'delete', 'for each row', 'refuse_change')
  for (const table of ['file', 'file_chunk', 'restricted_evidence'])
    await guard(table, 'truncate', '', 'refuse_change')
}
