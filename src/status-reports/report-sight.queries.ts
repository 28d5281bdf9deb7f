import { findAgreement } from '../agreements/agreement.store'
import { historyOf } from '../dashboards/measure.queries'
import type { Db } from '../db/database'
import type { Deps } from '../deps'
import { dayOf } from '../lib/dates'
import type { Reader } from '../evidence/file.store'
import { findMeasure } from '../measures/measure.store'
import { partyNames } from '../parties/party.store'
import { standingsAt } from '../standing/standing.store'
import type { Place } from './report-context.store'
import type { StatusReport } from './status-report'

/** What the author of a report has before their eyes: the measure's history, newest entry first, and who is called what. */
export async function sightOf(deps: Deps, { measure }: Place, reader: Reader | null = null) {
  const db = deps.db.read
  // Before the history is read: what enters in between is newer than what was seen.
  const head = await deps.db.head()
  const asked = { asOf: dayOf(deps.clock()), knownAt: null }
  const standing = (await standingsAt(db, [{ measure }], asked)).get(measure.id)
  if (!standing) throw new Error(`measure ${measure.id} has no standing`)
  return {
    head,
    names: await partyNames(db, null),
    history: await historyOf(db, measure.id, standing, measure.owedBy, asked, reader),
  }
}

/** The measure that a report is on, withdrawn or not. */
export async function placeOf(
  db: Db,
  { measure: { agreement: slug, code } }: Pick<StatusReport, 'measure'>,
): Promise<Place> {
  const found = await findAgreement(db, slug, null)
  const history = found && (await findMeasure(db, found.agreement.id, code, null))
  if (!history) throw new Error(`there is no measure ${slug}/${code}`)
  return { agreement: found.agreement, measure: history.measure }
}

/** A report as its page shows it, with the names and the place it belongs to. */
export async function reportInSight(deps: Deps, report: StatusReport, reader: Reader | null = null) {
  const place = await placeOf(deps.db.read, report)
  const { names, history } = await sightOf(deps, place, reader)
  const view = history.find((one) => one.report.id === report.id)
  if (!view) throw new Error(`report ${report.id} is in no history`)
  return { place, names, view }
}
