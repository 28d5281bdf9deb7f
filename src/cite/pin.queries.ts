import type { Db } from '../db/database'
import { headAt } from '../ledger/head-at.queries'
import type { Asked } from '../standing/facts'
import type { Deps } from '../deps'
import type { Pin } from './citation'
import type { Citing } from './cited'

/** What pins a page to what it shows: its day, and the instant and number of the last entry that it knows. */
export async function pinOf(db: Db, { asOf, knownAt }: Asked): Promise<Pin> {
  const { n, enteredAt } = await headAt(db, knownAt)
  // Not the instant asked for: while that is later than every entry, it is read as all there is.
  return { asOf, knownAt: enteredAt, entry: n }
}

/** What a citation is made from. */
export const citingOf = ({ config, deps }: { config: Citing['config']; deps: Deps }): Citing => ({
  config,
  now: deps.clock(),
})
