import { attentionReasons } from '../attention/attention'
import type { Deps } from '../deps'
import { dayOf, type Instant } from '../lib/dates'
import { lineageOf, type Link } from '../measures/lineage.queries'
import { partyNames } from '../parties/party.store'
import type { Asked } from '../standing/facts'
import { rememberByHead } from '../web/memo'
import { linksAt } from './lines.queries'
import { type Placed, placedMeasures } from './placed.queries'

/** The whole register as of a day and known at an instant; kept until the ledger or the UTC day moves. */
export interface Register {
  placed: (asked: Asked) => Promise<Placed[]>
  links: (asked: Asked) => Promise<Link[]>
  /** What each party is called, by slug. */
  names: (knownAt: Instant | null) => Promise<Record<string, string>>
  /** How many measures need attention today. */
  attention: () => Promise<number>
}

const keyOf = ({ asOf, knownAt }: Asked): string => `${asOf} ${knownAt ?? ''}`
const askedIn = (key: string): Asked => {
  const [asOf = '', knownAt = ''] = key.split(' ')
  return { asOf, knownAt: knownAt || null }
}

export function openRegister(deps: Deps): Register {
  const db = deps.db.read
  const placed = rememberByHead(deps, (key) => placedMeasures(db, askedIn(key)))
  const links = rememberByHead(deps, async (key) => linksAt(db, await placed(key), askedIn(key)))
  const names = rememberByHead(deps, (knownAt) => partyNames(db, knownAt || null))
  const attention = rememberByHead(deps, async (today) => {
    const measures = await placed(keyOf({ asOf: today, knownAt: null }))
    return measures.filter(({ standing }) => attentionReasons(standing).length > 0).length
  })
  return {
    placed: (asked) => placed(keyOf(asked)),
    links: (asked) => links(keyOf(asked)),
    names: (knownAt) => names(knownAt ?? ''),
    attention: () => attention(dayOf(deps.clock())),
  }
}

/** The measures tied to one by re-pledges, in any direction. */
export const lineageIn = (placed: readonly Placed[], links: readonly Link[], address: string): Placed[] => {
  const tied = lineageOf(address, links)
  return placed.filter(({ measure }) => tied.has(`${measure.agreement}/${measure.code}`))
}
