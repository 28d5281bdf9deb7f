import type { Kysely } from 'kysely'

// Keys are forgotten by age, an account at a time; without this every filing reads all that its account used in a week.
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createIndex('idempotency_key_by_age')
    .on('idempotency_key')
    .columns(['account', 'created_at'])
    .execute()
}
