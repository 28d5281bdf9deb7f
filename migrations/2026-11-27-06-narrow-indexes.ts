import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  // Keys are forgotten by age, an account at a time: without this every filing reads all that its account used in a week.
  await db.schema
    .createIndex('idempotency_key_by_age')
    .on('idempotency_key')
    .columns(['account', 'created_at'])
    .execute()
  // Few reports correct or supersede anything; the others need no place in these.
  for (const column of ['superseded_by', 'corrects'] as const) {
    const name = column === 'corrects' ? 'report_by_corrects' : 'report_by_superseded'
    await db.schema.dropIndex(name).execute()
    await db.schema
      .createIndex(name)
      .on('report')
      .column(column)
      .where(sql.ref(column), 'is not', null)
      .execute()
  }
}
