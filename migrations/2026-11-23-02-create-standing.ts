import { type Kysely, PostgresAdapter, sql } from 'kysely'

// Derived from the record and kept beside it: may be emptied and recomputed at any time.
export async function up(db: Kysely<any>): Promise<void> {
  const text = db.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : sql`text`
  await db.schema
    .createTable('standing')
    .addColumn('measure_id', text, (c) => c.primaryKey().notNull().references('measure.id'))
    .addColumn('agreement_id', text, (c) => c.notNull().references('agreement.id'))
    .addColumn('obligation', text, (c) => c.notNull())
    .addColumn('weight', 'double precision', (c) => c.notNull())
    .addColumn('review_interval_days', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('standing_by_agreement').on('standing').columns(['agreement_id']).execute()
  await db.schema
    .createTable('standing_run')
    .addColumn('measure_id', text, (c) => c.notNull().references('measure.id'))
    .addColumn('from_on', text, (c) => c.notNull())
    .addColumn('stage', 'integer')
    .addColumn('condition', text, (c) => c.notNull())
    .addColumn('label', text, (c) => c.notNull())
    .addColumn('basis', text, (c) => c.notNull())
    .addColumn('disputed', 'integer', (c) => c.notNull())
    .addColumn('awaiting_verification', 'integer', (c) => c.notNull())
    .addColumn('last_heard_on', text)
    .addColumn('last_looked_on', text)
    .addColumn('since', text)
    .addColumn('met_on', text)
    .addColumn('due_on', text)
    .addColumn('original_due_on', text)
    .addColumn('times_moved', 'integer', (c) => c.notNull())
    .addColumn('slippage_days', 'integer')
    .addColumn('claims', text, (c) => c.notNull())
    .addColumn('finding', text)
    .addColumn('due_soon_from', text)
    .addColumn('overdue_from', text)
    .addColumn('ageing_from', text)
    .addColumn('stale_from', text)
    .addPrimaryKeyConstraint('standing_run_day', ['measure_id', 'from_on'])
    .execute()
  // One folded text for each thing that can be found.
  await db.schema
    .createTable('search')
    .addColumn('subject_id', text, (c) => c.primaryKey().notNull())
    .addColumn('subject_type', text, (c) => c.notNull())
    .addColumn('entry', 'integer', (c) => c.notNull().references('entry.n'))
    .addColumn('folded', text, (c) => c.notNull())
    .execute()
}
