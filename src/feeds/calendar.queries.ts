import type { View } from '../api/view.queries'
import { daysKnown } from '../dashboards/lines.queries'
import { deadlineDaysAt } from '../deadlines/deadline.store'
import { partyNames } from '../parties/party.store'
import type { CalendarMeasure } from './calendar'
import { lastEntries } from './last-entry.queries'

/** The measures that stand of some agreements, or of all, as a calendar tells of them. */
export async function calendarMeasures(
  view: View,
  agreementIds?: readonly string[],
): Promise<CalendarMeasure[]> {
  const { db, asked } = view
  const placed = await view.placed(agreementIds)
  const ids = placed.map(({ measure }) => measure.id)
  const deadlines = await deadlineDaysAt(db, asked.knownAt, ids)
  const known = await daysKnown(db, ids, deadlines, asked.knownAt)
  const last = await lastEntries(db, ids, asked.knownAt)
  const names = await partyNames(db, asked.knownAt)
  const byMeasure = Map.groupBy(
    deadlines.filter(({ decidedOn }) => decidedOn <= asked.asOf),
    ({ measureId }) => measureId,
  )
  return placed.map(({ agreement, measure, standing }) => ({
    measure,
    agreement: { slug: agreement.slug, title: agreement.title },
    standing,
    known: known.get(measure.id) ?? { said: {}, due: {} },
    decisions: (byMeasure.get(measure.id) ?? []).reduce(
      (sum, { isWithdrawn }) => sum + (isWithdrawn ? 2 : 1),
      0,
    ),
    last: last.get(measure.id) ?? { n: measure.entry, enteredAt: measure.enteredAt },
    owedBy: measure.owedBy.map((slug) => names[slug] ?? slug),
  }))
}
