import { chmodSync, existsSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  sql,
} from 'kysely'
import pg from 'pg'
import { Busy, type Database, type Tx } from './database'
import type { Tables } from './tables'

const PATIENCE_MS = 5_000

/** Opens what the address names: `postgres://…`, or a SQLite file. Creates the file, but no table. */
export function openDatabase(
  address: string,
  options: { mayWait?: boolean; onError?: (e: Error) => void } = {},
): Database {
  return /^postgres(ql)?:\/\//.test(address)
    ? openPostgres(address, options.onError)
    : openSqlite(address, options.mayWait)
}

// SQLite rolls a failed migration back as PostgreSQL does, once Kysely is told that it can.
class TransactionalDdl extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

// A transaction that reads first and writes later would fail at once when another process writes in between.
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

class ImmediateSqlite extends SqliteDialect {
  readonly #database: SqliteDatabase.Database
  constructor(database: SqliteDatabase.Database) {
    super({ database })
    this.#database = database
  }
  override createDriver() {
    return new ImmediateDriver({ database: this.#database })
  }
  override createAdapter() {
    return new TransactionalDdl()
  }
}

/** `mayWait`: a command may block on a locked file; the server's writer must not, or it would freeze every answer. */
function openSqlite(file: string, mayWait = false): Database {
  const fresh = !existsSync(file)
  const writer = new SqliteDatabase(file, { timeout: mayWait ? PATIENCE_MS : 0 })
  if (fresh) chmodSync(file, 0o600)
  writer.pragma('busy_timeout = 5000')
  writer.pragma('journal_mode = WAL')
  writer.pragma('synchronous = FULL')
  writer.pragma('foreign_keys = ON')
  writer.pragma(`busy_timeout = ${mayWait ? PATIENCE_MS : 0}`)
  const reader = new SqliteDatabase(file, { readonly: true, timeout: PATIENCE_MS })
  reader.pragma('mmap_size = 268435456')
  const write = new Kysely<Tables>({ dialect: new ImmediateSqlite(writer) })
  const read = new Kysely<Tables>({ dialect: new SqliteDialect({ database: reader }) })
  return {
    read,
    write: (work) => patiently(() => write.transaction().execute(work)),
    lockLedger: async () => {},
    backup: async (target) => {
      await writer.backup(target)
    },
    close: async () => {
      await read.destroy()
      await write.destroy()
    },
    name: 'sqlite',
  }
}

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

// A transaction that met a locked file has done nothing yet, so it may be run again from its start.
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
  const pool = new pg.Pool({ connectionString: address, max: 10, connectionTimeoutMillis: PATIENCE_MS })
  // Without a listener, an idle connection that the server cuts would end the process.
  pool.on('error', onError)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    read: db,
    write: (work) => db.transaction().execute(work),
    lockLedger: async (tx: Tx) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(LEDGER_LOCK)})`.execute(tx)
    },
    backup: async () => {
      throw new Error('backup of PostgreSQL')
    },
    close: () => db.destroy(),
    name: 'postgres',
  }
}

/** Whether a write failed because a value that must be unique was already there. */
export const isUniqueViolation = (error: unknown): boolean =>
  ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505'].includes(errorCode(error))

/** Whether a write failed for want of space or permission, of which the disk's owner must be told. */
export const isDiskFault = (error: unknown): boolean =>
  /^(SQLITE_(FULL|READONLY|IOERR|CANTOPEN)|ENOSPC|EROFS|EACCES|53100)/.test(errorCode(error))
