import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type SqliteDatabase from 'better-sqlite3'
import { sql } from 'kysely'
import { columnsOf, EVERY_PAGE, isOlder, openSound, tablesOf } from './backup'
import { type Database, type Tx, Unusable } from './database'
import { openDatabase } from './dialect'

const AT_ONCE = 500

type Migrate = (database: Database) => Promise<unknown>

/**
 * Puts a backup in the place of a database, all at once; whoever has it open goes on with what was restored.
 * Throws `Unusable` for a damaged backup, and where something would be lost unless forced. `migrate` brings a database up to
 * date.
 */
export async function restoreBackup(
  file: string,
  address: string,
  { force, migrate }: { force: boolean; migrate: Migrate },
): Promise<void> {
  await usingMigrated(file, migrate, async (source) => {
    const target = openDatabase(address, { mayWait: true })
    try {
      await migrate(target)
      if (!force && (await holdsAnything(target)))
        throw new Unusable(
          'the database is not empty: back it up, then restore with --force to replace all of it',
        )
      if (target.name === 'postgres') await target.write((tx) => replaceRows(tx, source))
      // Written as one transaction of the file, which a server that has it open sees as any other.
      else await source.backup(address, { progress: () => EVERY_PAGE })
    } finally {
      await target.close()
    }
  })
}

/** Lets work read a backup in today's form; one of an older version is brought up to date in a copy. */
async function usingMigrated(
  file: string,
  migrate: Migrate,
  work: (source: SqliteDatabase.Database) => Promise<void>,
): Promise<void> {
  const given = openSound(file)
  const older = isOlder(given)
  if (!older) return work(given).finally(() => given.close())
  given.close()
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-'))
  try {
    const copy = join(folder, 'backup.db')
    copyFileSync(file, copy)
    const database = openDatabase(copy, { mayWait: true })
    await migrate(database)
    await database.close()
    const source = openSound(copy)
    await work(source).finally(() => source.close())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function holdsAnything({ read, head }: Database): Promise<boolean> {
  if ((await head()) > 0) return true
  return (await read.selectFrom('user').select('id').limit(1).executeTakeFirst()) !== undefined
}

// The triggers that keep the record from being changed are put aside within this one transaction.
async function replaceRows(tx: Tx, source: SqliteDatabase.Database): Promise<void> {
  const tables = tablesOf(source)
  for (const table of tables) await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx)
  await sql`truncate ${sql.join(tables.map((table) => sql.table(table)))} cascade`.execute(tx)
  for (const table of tables) await insertRows(tx, source, table)
  for (const table of tables) await sql`alter table ${sql.table(table)} enable trigger user`.execute(tx)
}

async function insertRows(tx: Tx, source: SqliteDatabase.Database, table: string): Promise<void> {
  const columns = columnsOf(source, table)
  const order = ['n', 'entry'].find((column) => columns.includes(column)) ?? 'rowid'
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const insert = async (rows: Record<string, unknown>[]) => {
    if (rows.length === 0) return
    const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`)
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(tx)
  }
  let rows: Record<string, unknown>[] = []
  const all = source.prepare<[], Record<string, unknown>>(`select * from "${table}" order by ${order}`)
  for (const row of all.iterate()) {
    rows.push(row)
    if (rows.length < AT_ONCE) continue
    await insert(rows)
    rows = []
  }
  await insert(rows)
}
