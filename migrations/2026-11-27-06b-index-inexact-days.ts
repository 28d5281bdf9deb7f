import { type Kysely, sql } from 'kysely'

// Most reports describe a day; a list needs to know of those that describe a month or a year.
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createIndex('report_inexact')
    .on('report')
    .columns(['measure_id', 'as_of'])
    .where(sql<boolean>`as_of_precision <> 'day'`)
    .execute()
}
