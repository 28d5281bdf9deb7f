import { historyOf } from '../dashboards/measure.queries'
import type { Deps } from '../deps'
import { dayOf } from '../lib/dates'
import { partyNames } from '../parties/party.store'
import { standingsAt } from '../standing/standing.store'
import type { Place } from './report-context.store'

/** What the author of a report has before their eyes: the measure's history, newest entry first, and who is called what. */
export async function sightOf(deps: Deps, { measure }: Place) {
  const db = deps.db.read
  // Before the history is read: what enters in between is newer than what was seen.
  const head = await deps.db.head()
  const asked = { asOf: dayOf(deps.clock()), knownAt: null }
  const standing = (await standingsAt(db, [{ measure, wordings: [] }], asked)).get(measure.id)
  if (!standing) throw new Error(`measure ${measure.id} has no standing`)
  return {
    head,
    names: await partyNames(db, null),
    history: await historyOf(db, measure.id, standing, measure.owedBy, asked),
  }
}

export type Sight = Awaited<ReturnType<typeof sightOf>>
