import type { Agreement } from '../agreements/agreement'
import { findAgreement } from '../agreements/agreement.store'
import { implementabilityAt } from '../dashboards/agreement.queries'
import { type Filter, matches } from '../dashboards/filter'
import { historyOf } from '../dashboards/measure.queries'
import type { Placed } from '../dashboards/placed.queries'
import { type DeadlineOf, deadlinesAt } from '../deadlines/deadline.store'
import { naturally } from '../lib/text'
import { findMeasure } from '../measures/measure.store'
import { notesAt } from '../notes/note.store'
import { observationsAt } from '../observations/observation.store'
import { standingsAt } from '../standing/standing.store'
import { measureJson, wholeMeasureJson } from './measure.shapes'
import { firstOf } from './page'
import { reportJson } from './report.shapes'
import type { View } from './view.queries'

interface Wanted {
  slug: string
  filter: Filter
  after: string | undefined
  limit: number
}

/** A page of an agreement's measures by natural code; undefined where no such agreement is known. */
export async function measuresIn(view: View, { slug, filter, after, limit }: Wanted) {
  const found = await findAgreement(view.db, slug, view.asked.knownAt)
  if (!found) return undefined
  const { agreement } = found
  const placed = (await view.placed([agreement.id]))
    .filter((each) => matches(each, filter))
    .filter(({ measure }) => after === undefined || naturally(measure.code, after) > 0)
  const { rows, cursor } = firstOf(placed, limit, ({ measure }) => measure.code)
  const deadlines = await deadlinesOf(view, rows)
  return { items: rows.map((each) => measureJson(said(view, agreement, each, deadlines))), cursor }
}

async function deadlinesOf({ db, asked }: View, placed: readonly Placed[]) {
  const ids = placed.map(({ measure }) => measure.id)
  const decided = await deadlinesAt(db, asked.knownAt, { measureIds: ids })
  return Map.groupBy(decided, ({ measureId }) => measureId)
}

function said(
  { asked }: View,
  agreement: Agreement,
  { measure, standing }: Placed,
  all: Map<string, DeadlineOf[]>,
) {
  const decided = all.get(measure.id) ?? []
  const deadlines = decided.filter(({ decidedOn }) => decidedOn <= asked.asOf)
  return { measure, standing, deadlines, implementability: implementabilityAt(agreement, measure, decided) }
}

/** A measure at its address, withdrawn or not, with its standing; undefined where none is known. */
async function placeIn({ db, asked }: View, slug: string, code: string): Promise<Placed | undefined> {
  const found = await findAgreement(db, slug, asked.knownAt)
  const history = found && (await findMeasure(db, found.agreement.id, code, asked.knownAt))
  if (!found || !history) return undefined
  const standing = (await standingsAt(db, [history], asked)).get(history.measure.id)
  // A measure goes with its agreement, and stays readable.
  const withdrawn = history.measure.withdrawn ?? found.agreement.withdrawn
  return standing && { agreement: found.agreement, measure: { ...history.measure, withdrawn }, standing }
}

export async function measureIn(view: View, slug: string, code: string) {
  const place = await placeIn(view, slug, code)
  if (!place) return undefined
  const { db, asked } = view
  const which = { measureIds: [place.measure.id] }
  const observations = await observationsAt(db, asked.knownAt, which)
  const notes = await notesAt(db, asked.knownAt, which)
  return wholeMeasureJson({
    ...said(view, place.agreement, place, await deadlinesOf(view, [place])),
    observations: observations.filter(({ observedOn }) => observedOn <= asked.asOf),
    notes: notes.filter(({ on }) => on <= asked.asOf),
  })
}

interface WantedReports {
  slug: string
  code: string
  before: number | undefined
  limit: number
}

/** A page of a measure's status history, newest entry first; undefined where no such measure is known. */
export async function reportsIn(view: View, { slug, code, before, limit }: WantedReports) {
  const history = await historyIn(view, slug, code)
  if (!history) return undefined
  const older = history.filter(({ entry }) => before === undefined || entry < before)
  const { rows, cursor } = firstOf(older, limit, ({ entry }) => entry)
  return { items: rows, cursor }
}

/** The whole status history of a measure, newest entry first. */
export async function historyIn(view: View, slug: string, code: string) {
  const place = await placeIn(view, slug, code)
  if (!place) return undefined
  const { measure, standing } = place
  return (await historyOf(view.db, measure.id, standing, measure.owedBy, view.asked)).map(reportJson)
}
