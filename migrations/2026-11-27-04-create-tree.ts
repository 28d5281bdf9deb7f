import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { type Kysely, PostgresAdapter, sql } from 'kysely'

const AT_ONCE = 1_000

// The transparency log: the hashes of the tree over the ledger's entries, and the keys that signed its checkpoints.
export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter
  const text = postgres ? sql`text collate "C"` : sql`text`
  // The complete subtrees that end with the entry's leaf, its own first, each as 44 signs of base64.
  await db.schema
    .createTable('tree')
    .addColumn('entry', 'integer', (c) => c.primaryKey().notNull().references('entry.n'))
    .addColumn('hashes', text, (c) => c.notNull())
    .execute()
  // `since` is the entry that made the key the ledger's, 0 for the first; `handover` the checkpoint that both keys signed.
  await db.schema
    .createTable('signing_key')
    .addColumn('since', 'integer', (c) => c.primaryKey().notNull())
    .addColumn('public_key', text, (c) => c.notNull())
    .addColumn('handover', text)
    .execute()
  await fillTree(db)
  await (postgres ? guardOnPostgres(db) : guardOnSqlite(db))
}

const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** The leaves of the entries that were there before, hashed as RFC 6962 has it over their canonical JSON. */
async function fillTree(db: Kysely<any>): Promise<void> {
  const peaks: Buffer[] = []
  for (let last = 0; ;) {
    const entries = await db
      .selectFrom('entry')
      .where('n', '>', last)
      .selectAll()
      .orderBy('n')
      .limit(AT_ONCE)
      .execute()
    if (entries.length === 0) return
    const rows = entries.map((row) => {
      if (row.n !== last + 1) throw new Error(`entry ${last + 1} is missing: restore a backup`)
      last = row.n
      return { entry: row.n, hashes: completedBy(row, peaks) }
    })
    await db.insertInto('tree').values(rows).execute()
  }
}

function completedBy(row: any, peaks: Buffer[]): string {
  let top = sha256(Buffer.of(0), canonicalize(entryJson(row)) ?? '')
  const completed = [top]
  for (let rest = row.n; rest % 2 === 0; rest /= 2) {
    top = sha256(Buffer.of(1), peaks.pop() ?? Buffer.of(), top)
    completed.push(top)
  }
  peaks.push(top)
  return completed.map((hash) => hash.toString('base64')).join('')
}

const entryJson = (row: any) => ({
  n: row.n,
  entered_at: row.entered_at,
  recorded_at: row.recorded_at,
  kind: row.kind,
  agreement: row.agreement,
  measure: row.measure,
  subject: { type: row.subject_type, id: row.subject_id },
  actor: { id: row.actor_id, capacity: row.actor_capacity, party: row.actor_party },
  digest: row.digest,
})

// What was redacted may be redacted further: a later entry then says what remains.
const REDACTION = `(new.entry = old.entry and new.body is null and new.salt is null
  and (old.body is not null or new.redacted_by > old.redacted_by)
  and exists (select 1 from entry where n = new.redacted_by and kind = 'content_redacted'))`

async function guardOnSqlite(db: Kysely<any>): Promise<void> {
  const refuse = (table: string, event: string, when = '') =>
    sql
      .raw(
        `create trigger ${table}_no_${event} before ${event} on ${table} ${when}
      begin select raise(abort, 'append-only: ${table} takes no ${event}'); end`,
      )
      .execute(db)
  for (const table of ['tree', 'signing_key']) {
    await refuse(table, 'delete')
    await refuse(table, 'update')
  }
  await sql.raw('drop trigger content_no_update').execute(db)
  await refuse('content', 'update', `when not ${REDACTION}`)
}

async function guardOnPostgres(db: Kysely<any>): Promise<void> {
  for (const table of ['tree', 'signing_key']) {
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
  await sql
    .raw(
      `create or replace function redact_only() returns trigger language plpgsql as
    $$ begin if ${REDACTION} then return new; end if;
    raise exception 'append-only: % takes no %', tg_table_name, lower(tg_op); end $$`,
    )
    .execute(db)
}
