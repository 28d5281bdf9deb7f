import type SqliteDatabase from 'better-sqlite3'
import {
  type BinaryOperationNode,
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
} from 'kysely'
import { listIn } from './list-in'

/** How we speak to SQLite: whole migrations, immediate transactions, statements that are prepared once. */
export class OurSqlite extends SqliteDialect {
  readonly #database: SqliteDatabase.Database
  constructor(database: SqliteDatabase.Database) {
    super({ database })
    this.#database = database
  }
  override createDriver() {
    return new PreparingDriver(this.#database)
  }
  override createAdapter() {
    return new TransactionalDdl()
  }
  override createQueryCompiler() {
    return new ListCompiler()
  }
}

// SQLite rolls a failed migration back as PostgreSQL does, once Kysely is told that it can.
class TransactionalDdl extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

class PreparingDriver extends SqliteDriver {
  readonly #connection: PreparingConnection
  constructor(database: SqliteDatabase.Database) {
    super({ database })
    this.#connection = new PreparingConnection(database)
  }
  override async acquireConnection() {
    return this.#connection
  }
  // A transaction that reads first and writes later would fail at once when another process writes in between.
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

const MOST_STATEMENTS = 400

/** Preparing a statement costs several times what running it does. SQLite itself prepares anew when the schema changes. */
class PreparingConnection implements DatabaseConnection {
  readonly #database: SqliteDatabase.Database
  readonly #prepared = new Map<string, SqliteDatabase.Statement<unknown[], never>>()
  constructor(database: SqliteDatabase.Database) {
    this.#database = database
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement: SqliteDatabase.Statement<unknown[], R> = this.#statement(sql)
    if (statement.reader) return { rows: statement.all(parameters) }
    const { changes, lastInsertRowid } = statement.run(parameters)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  // A statement that is being read from cannot be run by somebody else.
  async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncGenerator<QueryResult<R>> {
    for (const row of this.#database.prepare<unknown[], R>(sql).iterate(parameters)) yield { rows: [row] }
  }

  #statement(sql: string): SqliteDatabase.Statement<unknown[], never> {
    const known = this.#prepared.get(sql)
    if (known) return known
    // The one prepared longest ago stands first; if it is still in use, it is prepared again.
    if (this.#prepared.size === MOST_STATEMENTS) this.#prepared.delete([...this.#prepared.keys()][0] ?? '')
    const fresh = this.#database.prepare<unknown[], never>(sql)
    this.#prepared.set(sql, fresh)
    return fresh
  }
}

class ListCompiler extends SqliteQueryCompiler {
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const list = listIn(node)
    if (!list) return super.visitBinaryOperation(node)
    this.visitNode(node.leftOperand)
    // One value as such: then SQLite knows that it is one when it looks for the best way.
    if (list.isIn && list.values.length === 1) {
      this.append(' = ')
      return this.appendValue(list.values[0])
    }
    this.append(`${list.isIn ? '' : ' not'} in (select value from json_each(`)
    this.appendValue(JSON.stringify(list.values))
    this.append('))')
  }
}
