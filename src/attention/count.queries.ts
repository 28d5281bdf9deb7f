import type { Db } from '../db/database'
import type { Day } from '../lib/dates'
import { wasKnown } from '../standing/standing.store'
import type { Condition } from '../status-reports/status-report'

/** Nobody waits for what was dropped, or promised again elsewhere. */
const CLOSED: Condition[] = ['abandoned', 'superseded']

/**
 * How many measures need attention on a day, by today's knowledge: one look at the run of each measure that is under way
 * then, as `attentionReasons` reads it.
 */
export async function countAttention(db: Db, day: Day): Promise<number> {
  const row = await db
    .selectFrom('measure as m')
    .innerJoin('standing_run as r', (join) =>
      join.onRef('r.measure_id', '=', 'm.id').on('r.from_on', '=', (on) =>
        on
          .selectFrom('standing_run as x')
          .whereRef('x.measure_id', '=', 'm.id')
          .where('x.from_on', '<=', day)
          .where(wasKnown('x', null))
          .select((max) => max.fn.max('x.from_on').as('from_on')),
      ),
    )
    .leftJoin('withdrawal as w', 'w.subject_id', 'm.id')
    .leftJoin('withdrawal as wa', 'wa.subject_id', 'm.agreement_id')
    .where(wasKnown('r', null))
    .where('w.entry', 'is', null)
    .where('wa.entry', 'is', null)
    .where('r.condition', 'not in', CLOSED)
    .where((e) =>
      e.or([
        e('r.disputed', '=', 1),
        e('r.awaiting_verification', '=', 1),
        e('r.stale_from', '<=', day),
        // What is overdue was due soon before, if only on paper.
        e('r.due_soon_from', '<=', day),
        e('r.overdue_from', '<=', day),
      ]),
    )
    .select((e) => e.fn.countAll().as('measures'))
    .executeTakeFirstOrThrow()
  return Number(row.measures)
}
