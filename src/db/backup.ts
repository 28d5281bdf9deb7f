import { chmodSync, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { migrations } from '../../migrations/index'
import { type Database, type Tx, Unusable } from './database'
import { refuseNewer } from './migrate'
import type { Tables } from './tables'

// A backup is one SQLite file whatever the database is, so that it can be looked at, verified and restored anywhere.

const AT_ONCE = 500
/** A copy in one step: one in several begins anew whenever another process writes. */
export const EVERY_PAGE = 0x7fffffff

/** Lets work fill a new file beside the one wanted, which it then replaces at once. */
async function replacing(file: string, work: (fresh: string) => Promise<void>): Promise<void> {
  const fresh = join(dirname(file), `.${basename(file)}.${process.pid}.new`)
  const rest = [fresh, `${fresh}-wal`, `${fresh}-shm`, `${fresh}-journal`]
  try {
    await work(fresh)
    const handle = await open(fresh, 'r+')
    await handle.sync()
    await handle.close()
    await rename(fresh, file)
  } finally {
    for (const left of rest) await rm(left, { force: true })
  }
}

/** Copies an open SQLite database, as it is at one moment, into a new file that needs no other beside it. */
export const backupSqlite = (database: SqliteDatabase.Database, file: string): Promise<void> =>
  replacing(file, async (fresh) => {
    await database.backup(fresh, { progress: () => EVERY_PAGE })
    chmodSync(fresh, 0o600)
    const copy = new SqliteDatabase(fresh)
    copy.pragma('journal_mode = DELETE')
    copy.close()
  })

/** Copies a PostgreSQL database, as it is at one moment, row by row into a migrated SQLite file. */
export const backupPostgres = (
  read: Kysely<Tables>,
  file: string,
  openFresh: (file: string) => Promise<Database>,
): Promise<void> =>
  replacing(file, async (fresh) => {
    await (await openFresh(fresh)).close()
    chmodSync(fresh, 0o600)
    const copy = new SqliteDatabase(fresh)
    try {
      copy.pragma('journal_mode = DELETE')
      copy.pragma('foreign_keys = OFF')
      await read
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((tx) => copyRows(tx, copy))
    } finally {
      copy.close()
    }
  })

async function copyRows(tx: Tx, copy: SqliteDatabase.Database): Promise<void> {
  copy.exec('begin')
  for (const table of tablesOf(copy)) {
    copy.exec(`delete from "${table}"`)
    const insert = insertInto(copy, table)
    await sql`declare rows_of_it no scroll cursor for select * from ${sql.table(table)}`.execute(tx)
    for (;;) {
      const { rows } = await sql<Record<string, unknown>>`fetch ${sql.lit(AT_ONCE)} from rows_of_it`.execute(
        tx,
      )
      for (const row of rows) insert(row)
      if (rows.length < AT_ONCE) break
    }
    await sql`close rows_of_it`.execute(tx)
  }
  copy.exec('commit')
}

const NOT_COPIED = /^(sqlite_|kysely_)/

export const tablesOf = (file: SqliteDatabase.Database): string[] =>
  file
    .prepare<[], string>("select name from sqlite_master where type = 'table' order by rowid")
    .pluck()
    .all()
    .filter((name) => !NOT_COPIED.test(name))

export const columnsOf = (file: SqliteDatabase.Database, table: string): string[] =>
  file.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table)

function insertInto(file: SqliteDatabase.Database, table: string): (row: Record<string, unknown>) => void {
  const columns = columnsOf(file, table)
  const names = columns.map((column) => `"${column}"`).join(', ')
  const insert = file.prepare(
    `insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`,
  )
  return (row) => insert.run(...columns.map((column) => row[column] ?? null))
}

/** Opens a backup, or any SQLite database of this program, for nothing but reading. Throws `Unusable` when it is unsound. */
export function openBackup(file: string): Database {
  const reader = openSound(file)
  refuseOlder(file, reader)
  const read = new Kysely<Tables>({ dialect: new SqliteDialect({ database: reader }) })
  const refused = () => Promise.reject(new Unusable(`${file} is open for reading only`))
  return {
    read,
    write: refused,
    lockLedger: refused,
    stamp: refused,
    head: async () => reader.prepare<[], number>('select coalesce(max(n), 0) from entry').pluck().get() ?? 0,
    backup: (target) => backupSqlite(reader, target),
    forget: refused,
    close: async () => {
      await read.destroy()
      reader.close()
    },
    name: 'sqlite',
  }
}

export function openSound(file: string): SqliteDatabase.Database {
  if (!existsSync(file)) throw new Unusable(`there is no file ${file}`)
  try {
    const reader = new SqliteDatabase(file, { readonly: true, fileMustExist: true })
    try {
      refuseUnfit(file, reader)
    } catch (error) {
      reader.close()
      throw error
    }
    return reader
  } catch (error) {
    if (error instanceof Unusable) throw error
    throw new Unusable(`${file} is no backup of this program, or is damaged: take another one`, {
      cause: error,
    })
  }
}

const stepsOf = (reader: SqliteDatabase.Database): string[] =>
  reader.prepare<[], string>('select name from kysely_migration order by name').pluck().all()

export const isOlder = (reader: SqliteDatabase.Database): boolean =>
  stepsOf(reader).length < Object.keys(migrations).length

function refuseOlder(file: string, reader: SqliteDatabase.Database): void {
  if (!isOlder(reader)) return
  reader.close()
  throw new Unusable(`${file} was made by an older version: restore it, which brings it up to date`)
}

function refuseUnfit(file: string, reader: SqliteDatabase.Database): void {
  refuseNewer(stepsOf(reader))
  if (reader.pragma('integrity_check', { simple: true }) !== 'ok')
    throw new Unusable(`${file} is damaged: take another backup`)
}
