import type { Agreement } from '../agreements/agreement'
import { countAttention } from '../attention/count.queries'
import type { Db } from '../db/database'
import type { Deps } from '../deps'
import type { EntrySince } from '../ledger/changes.queries'
import type { Instant } from '../lib/dates'
import { lineageOf, type Link } from '../measures/lineage.queries'
import { partyNames } from '../parties/party.store'
import type { Asked } from '../standing/facts'
import { followLedger } from '../web/follow'
import { rememberByHead } from '../web/memo'
import { linksAt } from './lines.queries'
import { addressOf, type Place, type Placed, placedAt, placedMeasures, wordingsAt } from './placed.queries'
import { touchedBy } from './touched'

/** The whole register as of a day and known at an instant, kept in step with the ledger. */
export interface Register {
  /** The agreements that stand, latest concluded first. */
  agreements: (knownAt: Instant | null) => Promise<readonly Agreement[]>
  /** Their measures that stand. */
  places: (knownAt: Instant | null) => Promise<readonly Place[]>
  placed: (asked: Asked) => Promise<Placed[]>
  /** The same of some agreements. */
  placedIn: (asked: Asked, agreementIds: readonly string[]) => Promise<Placed[]>
  links: (asked: Asked) => Promise<Link[]>
  /** What each party is called, by slug. */
  names: (knownAt: Instant | null) => Promise<Record<string, string>>
  /** How many measures need attention. */
  attention: (asked: Asked) => Promise<number>
}

const keyOf = ({ asOf, knownAt }: Asked): string => `${asOf} ${knownAt ?? ''}`
const askedIn = (key: string): Asked => {
  const [asOf = '', knownAt = ''] = key.split(' ')
  return { asOf, knownAt: knownAt || null }
}

/** Standings and wordings that are kept, over all days and instants asked for. */
const MOST_STANDINGS = 50_000
const MOST_WORDINGS = 20_000

export function openRegister(deps: Deps): Register {
  const db = deps.db.read
  const wordings = followLedger(deps, {
    make: (knownAt) => wordingsAt(db, knownAt || null),
    after: (knownAt, before, entries) =>
      touchedSince(entries, knownAt || null) ? before : wordingsAt(db, knownAt || null),
    sizeOf: ({ places }) => places.length,
    most: MOST_WORDINGS,
  })
  const allPlaced = async (asked: Asked) => placedAt(db, (await wordings(asked.knownAt ?? '')).places, asked)
  const placed = followLedger<Placed[]>(deps, {
    make: (key) => allPlaced(askedIn(key)),
    after: async (key, before, entries) => {
      const asked = askedIn(key)
      const touched = touchedSince(entries, asked.knownAt)
      return touched ? movedTo(db, before, touched, asked) : allPlaced(asked)
    },
    sizeOf: (all) => all.length,
    most: MOST_STANDINGS,
  })
  const links = rememberByHead(deps, async (key) => linksAt(db, await placed(key), askedIn(key)))
  const names = rememberByHead(deps, (knownAt) => partyNames(db, knownAt || null))
  const attention = rememberByHead(deps, async (key) => {
    const asked = askedIn(key)
    const { places } = await wordings(asked.knownAt ?? '')
    const ids = places.flatMap(({ agreement, measure }) =>
      agreement.concludedOn <= asked.asOf ? [measure.id] : [],
    )
    return countAttention(db, ids, asked)
  })
  return {
    agreements: async (knownAt) => (await wordings(knownAt ?? '')).agreements,
    places: async (knownAt) => (await wordings(knownAt ?? '')).places,
    placed: (asked) => placed(keyOf(asked)),
    placedIn: async (asked, agreementIds) => {
      if (asked.knownAt !== null) return placedMeasures(db, asked, agreementIds)
      const { places } = await wordings('')
      const ids = new Set(agreementIds)
      return placedAt(
        db,
        places.filter(({ agreement }) => ids.has(agreement.id)),
        asked,
      )
    },
    links: (asked) => links(keyOf(asked)),
    names: (knownAt) => names(knownAt ?? ''),
    attention: (asked) => attention(keyOf(asked)),
  }
}

/** The measures that may stand elsewhere as known at an instant; null where wordings may differ too. */
const touchedSince = (
  entries: readonly EntrySince[],
  knownAt: Instant | null,
): ReadonlySet<string> | null => {
  if (knownAt === null) return touchedBy(entries)
  // What is recorded later changes nothing then, save by an import that dates it back.
  return entries.some(({ recordedAt }) => recordedAt <= knownAt) ? null : new Set()
}

async function movedTo(db: Db, before: Placed[], touched: ReadonlySet<string>, asked: Asked) {
  if (touched.size === 0) return before
  const isTouched = (each: Placed) => touched.has(addressOf(each))
  const moved = await placedAt(db, before.filter(isTouched), asked)
  const standing = new Map(moved.map((each) => [each.measure.id, each]))
  return before.map((each) => standing.get(each.measure.id) ?? each)
}

/** The measures tied to one by re-pledges, in any direction. */
export const lineageIn = (placed: readonly Placed[], links: readonly Link[], address: string): Placed[] => {
  const tied = lineageOf(address, links)
  return placed.filter(({ measure }) => tied.has(`${measure.agreement}/${measure.code}`))
}
