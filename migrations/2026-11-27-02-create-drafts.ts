import { type Kysely, PostgresAdapter, sql } from 'kysely'

const STATES = ['open', 'submitted', 'returned', 'recorded', 'deleted']

// Drafts are outside the record: they change and can be deleted. What a report says stands in `fields` as it was typed.
export async function up(db: Kysely<any>): Promise<void> {
  const text = db.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : sql`text`
  await db.schema
    .createTable('draft')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('user_id', text, (c) => c.notNull().references('user.id'))
    .addColumn('measure_id', text, (c) => c.notNull().references('measure.id'))
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('kind', text)
    .addColumn('channel', text)
    .addColumn('party', text)
    .addColumn('form_key', text, (c) => c.notNull())
    .addColumn('fields', text, (c) => c.notNull())
    .addColumn('changed_at', text, (c) => c.notNull())
    .addColumn('ended_by', text, (c) => c.references('user.id'))
    .addColumn('report_id', text, (c) => c.references('report.id'))
    .addCheckConstraint('draft_state', sql`state in (${sql.join(STATES.map((state) => sql.lit(state)))})`)
    .execute()
  await db.schema.createIndex('draft_by_user').on('draft').columns(['user_id', 'state']).execute()
  await db.schema.createIndex('draft_by_state').on('draft').columns(['state']).execute()
  await db.schema
    .createTable('draft_return')
    .addColumn('draft_id', text, (c) => c.notNull().references('draft.id').onDelete('cascade'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('user_id', text, (c) => c.notNull().references('user.id'))
    .addColumn('comment', text, (c) => c.notNull())
    .addColumn('returned_at', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('draft_return_once', ['draft_id', 'version'])
    .execute()
}
