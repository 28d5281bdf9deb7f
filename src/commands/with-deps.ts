import { randomUUIDv7 } from 'node:crypto'
import { type AuditKind, OPERATOR } from '../audit/audit'
import { noteDone } from '../audit/audit.store'
import { type Config, readConfig } from '../config'
import { openDatabase } from '../db/dialect'
import type { Deps } from '../deps'
import { bringUpToDate } from '../standing/refill.store'
import { Refused } from './command'

/** The settings of this process; a wrong one stops the command with its name. */
export function settings(): Config {
  const read = readConfig()
  if ('faults' in read) throw new Refused(read.faults)
  return read.config
}

/** Runs work on the database that the settings name, brought up to date before; a command may wait for others. */
export async function withDeps<T>(work: (deps: Deps, config: Config) => Promise<T>): Promise<T> {
  const config = settings()
  const db = openDatabase(config.databaseUrl, { mayWait: true })
  try {
    await bringUpToDate(db)
    return await work({ db, clock: () => new Date().toISOString(), newId: randomUUIDv7 }, config)
  } finally {
    await db.close()
  }
}

/** Writes down for administrators what was done at the command line with all that is held. */
export const noteOperator = (
  deps: Deps,
  kind: Extract<AuditKind, 'imported' | 'exported' | 'backed_up' | 'restored'>,
  detail: string,
): Promise<void> => deps.db.write((tx) => noteDone(tx, deps, { kind, by: OPERATOR, detail }))
