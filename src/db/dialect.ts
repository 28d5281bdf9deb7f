import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { Kysely, sql } from 'kysely'
import pg from 'pg'
import { backupPostgres, backupSqlite } from './backup'
import { Busy, type Database, type Tx, Unusable } from './database'
import { inGroups } from './group'
import { migrate, refuseNewer } from './migrate'
import { OurPostgres } from './postgres-dialect'
import { OurSqlite } from './sqlite-dialect'
import type { Tables } from './tables'

const PATIENCE_MS = 5_000
const WRITER_CACHE_KIB = 64 * 1024
/** So much is written to the log, some 16 MB, before it is moved into the file, and every answer waits for that. */
const LOG_PAGES = 4_000

/**
 * Opens what the address names: `postgres://…`, or a SQLite file, which it creates with its folder, but no table.
 * Throws `Unusable` for a place or file that cannot be one; PostgreSQL is not asked before the first query.
 */
export function openDatabase(
  address: string,
  options: { mayWait?: boolean; onError?: (e: Error) => void } = {},
): Database {
  return /^postgres(ql)?:\/\//.test(address)
    ? openPostgres(address, options.onError)
    : openSqlite(address, options.mayWait)
}

/** `mayWait`: a command may block on a locked file; the server's writer must not, or it would freeze every answer. */
function openSqlite(file: string, mayWait = false): Database {
  const { writer, reader } = openFile(file, mayWait)
  const write = new Kysely<Tables>({ dialect: new OurSqlite(writer) })
  const read = new Kysely<Tables>({ dialect: new OurSqlite(reader) })
  return {
    read,
    write: inGroups(() => patiently(() => write.startTransaction().execute())),
    lockLedger: async () => {},
    head: headOfFile(reader),
    stamp: stampOfFile(reader),
    backup: (target) => backupSqlite(writer, target),
    forget: async () => {
      writer.pragma('wal_checkpoint(TRUNCATE)')
    },
    close: async () => {
      await read.destroy()
      await write.destroy()
      // Kysely closes only what it has used.
      reader.close()
      writer.close()
    },
    name: 'sqlite',
  }
}

async function openMigrated(file: string): Promise<Database> {
  const database = openSqlite(file, true)
  await migrate(database)
  return database
}

const HEAD = 'select coalesce(max(n), 0) as n from entry'

const NAMES = "select value from instance where name = 'names'"
const STAMP = `select coalesce(max(n), 0) || ':' || coalesce((${NAMES}), '') as stamp from entry`

function stampOfFile(reader: SqliteDatabase.Database): () => Promise<string> {
  let asking: SqliteDatabase.Statement<[], string> | undefined
  return async () => {
    asking ??= reader.prepare<[], string>(STAMP).pluck()
    return asking.get() ?? ''
  }
}

function headOfFile(reader: SqliteDatabase.Database): () => Promise<number> {
  let asking: SqliteDatabase.Statement<[], number> | undefined
  return async () => {
    asking ??= reader.prepare<[], number>(HEAD).pluck()
    return asking.get() ?? 0
  }
}

function openFile(file: string, mayWait: boolean) {
  try {
    makeFolder(dirname(file))
    const fresh = !existsSync(file)
    if (!fresh) refuseNewerFile(file)
    const writer = new SqliteDatabase(file, { timeout: PATIENCE_MS })
    if (fresh) chmodSync(file, 0o600)
    useWal(writer)
    writer.pragma('synchronous = FULL')
    writer.pragma('foreign_keys = ON')
    // What one report reads and writes is spread over the whole file, some of it the same as with the next.
    writer.pragma(`cache_size = -${WRITER_CACHE_KIB}`)
    writer.pragma(`wal_autocheckpoint = ${LOG_PAGES}`)
    // What is deleted or redacted is overwritten.
    writer.pragma('secure_delete = ON')
    // Else `insert or replace` takes a row away without asking the trigger that keeps it.
    writer.pragma('recursive_triggers = ON')
    writer.pragma(`busy_timeout = ${mayWait ? PATIENCE_MS : 0}`)
    const reader = new SqliteDatabase(file, { readonly: true, timeout: PATIENCE_MS })
    return { writer, reader }
  } catch (error) {
    throw whyNot(file, error)
  }
}

// Not `recursive`, which Node never ends in a folder that forgets what was made in it, such as /proc.
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

// Before anything is changed. A log left by a crash must not be moved into the file, which a connection that could
// write would do when it closes; without a log, one that may not write would leave an empty log behind.
function refuseNewerFile(file: string): void {
  const peek = new SqliteDatabase(file, { readonly: existsSync(`${file}-wal`), timeout: PATIENCE_MS })
  try {
    const migrated = peek.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get()
    if (!migrated) return
    refuseNewer(peek.prepare<[], string>('select name from kysely_migration order by name').pluck().all())
  } finally {
    peek.close()
  }
}

// Two processes that both turn a fresh file over are told so at once, whatever their patience.
function useWal(database: SqliteDatabase.Database): void {
  for (const until = Date.now() + PATIENCE_MS; ;) {
    try {
      database.pragma('journal_mode = WAL')
      return
    } catch (error) {
      if (!errorCode(error).startsWith('SQLITE_BUSY') || Date.now() > until) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}

function whyNot(file: string, error: unknown): unknown {
  const code = errorCode(error)
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT')
    return new Unusable(`${file} is no SQLite database: move it away, or restore a backup`, { cause: error })
  if (code.startsWith('SQLITE_BUSY'))
    return new Unusable(`${file} is locked by another program: stop that program`, { cause: error })
  if (isDiskFault(error) || ['EPERM', 'ENOTDIR', 'ENOENT'].includes(code))
    return new Unusable(
      `${file} cannot be opened for writing: give this user the right to, or set DATA_DIR`,
      {
        cause: error,
      },
    )
  return error
}

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

// A transaction that met a locked file has not begun, so it may be begun again.
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS
  for (let pause = 5; ; pause = Math.min(pause * 1.6, 250)) {
    try {
      return await work()
    } catch (error) {
      if (!errorCode(error).startsWith('SQLITE_BUSY')) throw error
      if (Date.now() + pause > until) throw new Busy('another process holds the database', { cause: error })
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

const LEDGER_LOCK = 7_291_947

function openPostgres(address: string, onError: (e: Error) => void = () => {}): Database {
  const pool = new pg.Pool({
    connectionString: address,
    max: 10,
    connectionTimeoutMillis: PATIENCE_MS,
    lock_timeout: PATIENCE_MS,
  })
  // Without a listener, an idle connection that the server cuts would end the process.
  pool.on('error', onError)
  const db = new Kysely<Tables>({ dialect: new OurPostgres({ pool }) })
  return {
    read: db,
    write: (work) =>
      db
        .transaction()
        .execute(work)
        .catch((error: unknown) => {
          throw whyNotPostgres(error)
        }),
    lockLedger: async (tx: Tx) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(LEDGER_LOCK)})`.execute(tx)
    },
    stamp: async () => (await pool.query<{ stamp: string }>(STAMP)).rows[0]?.stamp ?? '',
    head: async () => Number((await pool.query<{ n: number }>(HEAD)).rows[0]?.n ?? 0),
    backup: (target) => backupPostgres(db, target, openMigrated),
    forget: async () => {
      await pool.query('vacuum content, search, standing_run, "user"')
    },
    close: () => db.destroy(),
    name: 'postgres',
  }
}

// No connection (08), wrong password (28), no such database (3D); a lock that did not come (55P03).
function whyNotPostgres(error: unknown): unknown {
  const code = errorCode(error)
  if (code === '55P03') return new Busy('another process holds the database', { cause: error })
  if (/^(08|28|3D|ECONN|ENOTFOUND|EAI_AGAIN|ENOENT)/.test(code) && error instanceof Error)
    return new Unusable(`PostgreSQL cannot be used (${error.message || code}): check DATABASE_URL`, {
      cause: error,
    })
  return error
}

/** Whether a write failed because a value that must be unique was already there. */
export const isUniqueViolation = (error: unknown): boolean =>
  ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505'].includes(errorCode(error))

/** Whether a write failed for want of space or permission, of which the disk's owner must be told. */
export const isDiskFault = (error: unknown): boolean =>
  /^(SQLITE_(FULL|READONLY|IOERR|CANTOPEN)|ENOSPC|EROFS|EACCES|53100)/.test(errorCode(error))
