import { type Kysely, PostgresAdapter, sql } from 'kysely'

// With each stored run the instants between which it was known, so that a past knowledge is read and not replayed. What is
// stored here is derived: it is made anew after this step, and nothing is lost.
export async function up(db: Kysely<any>): Promise<void> {
  const text = db.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : sql`text`
  await db.schema.dropTable('standing_run').execute()
  // Nobody read it.
  await db.schema.dropTable('standing').execute()
  await db.schema
    .createTable('standing_run')
    .addColumn('measure_id', text, (c) => c.notNull().references('measure.id'))
    .addColumn('from_on', text, (c) => c.notNull())
    .addColumn('known_from', text, (c) => c.notNull())
    .addColumn('known_to', text, (c) => c.notNull())
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
    // Also known_to, so that whether a run was known is read off the key.
    .addPrimaryKeyConstraint('standing_run_known', ['measure_id', 'from_on', 'known_from', 'known_to'])
    .addCheckConstraint('standing_run_known_awhile', sql`known_from < known_to`)
    .execute()
  // A decision may be dated ahead of the day on which it was recorded; a report never is.
  await db.schema
    .createIndex('standing_run_ahead')
    .on('standing_run')
    .columns(['measure_id', 'from_on'])
    .where(sql<boolean>`from_on > substr(known_from, 1, 10)`)
    .execute()
}
