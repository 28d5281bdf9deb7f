import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables'

/** For reading; a `Tx` is one too. */
export type Db = Kysely<Tables>
/** For writing: a function that takes one cannot be called outside a transaction. */
export type Tx = Transaction<Tables>

/** A database that is open: a connection that only reads, and one transaction at a time that writes. */
export interface Database {
  read: Db
  /** Runs the work in one write transaction; waits its turn for at most five seconds, then throws `Busy`. */
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Waits until this transaction is the only one that can append to the ledger. */
  lockLedger: (tx: Tx) => Promise<void>
  /** A copy of the whole database in one new file, while others go on writing. */
  backup: (file: string) => Promise<void>
  close: () => Promise<void>
  name: 'sqlite' | 'postgres'
}

/** The database stayed locked by another process; the same call may succeed later. */
export class Busy extends Error {}
