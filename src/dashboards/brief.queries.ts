import type { Agreement } from '../agreements/agreement'
import { questionsIn } from '../attention/questions'
import { waitingIn } from '../attention/waiting'
import type { Day } from '../lib/dates'
import type { Asked } from '../standing/facts'
import type { Site } from '../web/site'
import { daysKnownAt } from './lines.queries'
import { movesBetween } from './moves'
import { type Placed, scoreOfPlaced } from './placed.queries'
import { withSince } from './since.queries'

/** What the brief of an agreement says as of a day: where it stands, what needs attention, what moved, what to ask. */
export async function briefOf({ deps, register }: Site, agreement: Agreement, asked: Asked, since: Day) {
  const db = deps.db.read
  // Nothing of an agreement is due before it is concluded.
  const concluded = agreement.concludedOn <= asked.asOf
  const placed = concluded ? await register.placedIn(asked, [agreement.id]) : []
  const ids = placed.map(({ measure }) => measure.id)
  const known = await daysKnownAt(db, ids, asked.knownAt)
  const measures = placed.map((each) => ({
    ...each,
    known: known.get(each.measure.id) ?? { said: {}, due: {} },
  }))
  const attention = await withSince(db, waitingIn(placed, asked.asOf), asked, known)
  const before = await register.placedIn({ ...asked, asOf: since }, [agreement.id])
  return {
    agreement,
    since,
    score: scoreOfPlaced(placed, asked.asOf),
    measures,
    attention,
    moves: movesBetween(before, placed),
    questions: questionsIn(pressingFirst(measures, attention)),
  }
}

/** In the order in which they need attention, what needs none after them. */
function pressingFirst<Of extends Pick<Placed, 'measure'>>(
  measures: readonly Of[],
  attention: readonly { measureId: string }[],
): Of[] {
  const ranks = new Map(attention.toReversed().map(({ measureId }, rank) => [measureId, rank]))
  const rankOf = ({ measure }: Of) => ranks.get(measure.id) ?? -1
  return measures.toSorted((a, b) => rankOf(b) - rankOf(a))
}
