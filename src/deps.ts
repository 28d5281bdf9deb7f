import type { Database } from './db/database'
import type { Instant } from './lib/dates'

/** What every action is given: the record, the time and fresh ids. */
export interface Deps {
  db: Database
  clock: () => Instant
  newId: () => string
}
