import type { Agreement } from '../agreements/agreement'
import { questionsIn } from '../attention/questions'
import { waitingIn } from '../attention/waiting'
import type { Day } from '../lib/dates'
import type { Asked } from '../standing/facts'
import type { Site } from '../web/site'
import { measureLines } from './agreement.queries'
import { movesBetween } from './moves'
import { type Placed, scoreOfPlaced } from './placed.queries'
import { sinceIn } from './since.queries'

/** What the brief of an agreement says as of a day: where it stands, what needs attention, what moved, what to ask. */
export async function briefOf({ deps, register }: Site, agreement: Agreement, asked: Asked, since: Day) {
  const db = deps.db.read
  // Nothing of an agreement is due before it is concluded.
  const concluded = agreement.concludedOn <= asked.asOf
  const placed = concluded ? await register.placedIn(asked, [agreement.id]) : []
  const lines = await measureLines(db, register, placed, asked)
  const attention = sinceIn(lines, waitingIn(placed), asked.asOf)
  const before = await register.placedIn({ ...asked, asOf: since }, [agreement.id])
  return {
    agreement,
    since,
    score: scoreOfPlaced(placed, asked.asOf),
    measures: lines,
    attention,
    moves: movesBetween(before, placed),
    questions: questionsIn(pressingFirst(lines, attention)),
  }
}

/** In the order in which they need attention, what needs none after them. */
function pressingFirst<Line extends Pick<Placed, 'measure'>>(
  lines: readonly Line[],
  attention: readonly { measureId: string }[],
): Line[] {
  const ranks = new Map(attention.toReversed().map(({ measureId }, rank) => [measureId, rank]))
  const rankOf = ({ measure }: Line) => ranks.get(measure.id) ?? -1
  return lines.toSorted((a, b) => rankOf(b) - rankOf(a))
}
