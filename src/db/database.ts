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
  /** The last entry's number, cheaply enough to ask on every request; 0 for an empty record. */
  head: () => Promise<number>
  /** Changes with whatever a stranger is shown: the last entry, and the names of accounts. As cheap. */
  stamp: () => Promise<string>
  /** A copy of the whole database in one new file, while others go on writing. */
  backup: (file: string) => Promise<void>
  /** Takes what was destroyed out of the database's own files, as far as it can. */
  forget: () => Promise<void>
  close: () => Promise<void>
  name: 'sqlite' | 'postgres'
}

/** The database stayed locked by another process; the same call may succeed later. */
export class Busy extends Error {}

/** The database cannot be used at all; the message tells its operator in one sentence what to do. */
export class Unusable extends Error {}

/** A later version of the program has been here; nothing was touched. */
export class NewerDatabase extends Unusable {
  constructor(step: string) {
    super(
      `the database was made by a newer version (it knows ${step}): start that version, or restore a backup`,
    )
  }
}
