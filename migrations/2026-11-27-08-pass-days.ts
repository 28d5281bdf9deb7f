import { type Kysely, PostgresAdapter, sql } from 'kysely'

const TABLES = ['day_passed', 'day_ticked']

// What came about because a day came, once for each measure, event and day; and the days for which that was told.
export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter
  const text = postgres ? sql`text collate "C"` : sql`text`
  await db.schema
    .createTable('day_passed')
    .addColumn('entry', 'integer', (c) => c.notNull().unique().references('entry.n'))
    .addColumn('measure_id', text, (c) => c.notNull().references('measure.id'))
    .addColumn('event', text, (c) => c.notNull())
    .addColumn('day', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('day_passed_once', ['measure_id', 'event', 'day'])
    .addCheckConstraint('day_passed_event', sql`event in ('due_soon', 'overdue', 'stale')`)
    .execute()
  // So that a catch-up finds what an interrupted one has told of a day.
  await db.schema.createIndex('day_passed_by_day').on('day_passed').columns(['day']).execute()
  await db.schema
    .createTable('day_ticked')
    .addColumn('day', text, (c) => c.primaryKey().notNull())
    .addColumn('ticked_at', text, (c) => c.notNull())
    .addCheckConstraint('day_ticked_once_begun', sql`day <= substr(ticked_at, 1, 10)`)
    .execute()
  await (postgres ? guardOnPostgres(db) : guardOnSqlite(db))
}

async function guardOnSqlite(db: Kysely<any>): Promise<void> {
  for (const table of TABLES)
    for (const event of ['delete', 'update'])
      await sql
        .raw(
          `create trigger ${table}_no_${event} before ${event} on ${table}
      begin select raise(abort, 'append-only: ${table} takes no ${event}'); end`,
        )
        .execute(db)
}

async function guardOnPostgres(db: Kysely<any>): Promise<void> {
  for (const table of TABLES) {
    for (const event of ['update', 'delete'])
      await sql
        .raw(
          `create trigger ${table}_no_${event} before ${event} on ${table} for each row execute function refuse_change()`,
        )
        .execute(db)
    await sql
      .raw(`create trigger ${table}_no_truncate before truncate on ${table} execute function refuse_change()`)
      .execute(db)
  }
}
