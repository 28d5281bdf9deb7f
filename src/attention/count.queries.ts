import type { ExpressionBuilder } from 'kysely'
import type { Db } from '../db/database'
import type { Tables } from '../db/tables'
import type { Asked } from '../standing/facts'
import { lastRunOf, runAhead } from '../standing/standing.store'
import type { Condition } from '../status-reports/status-report'

/** Nobody waits for what was dropped, or promised again elsewhere. */
const CLOSED: Condition[] = ['abandoned', 'superseded']

/** How many of some measures need attention: one look at the run of each, as `attentionReasons` reads it. */
export async function countAttention(db: Db, measureIds: readonly string[], asked: Asked): Promise<number> {
  if (measureIds.length === 0) return 0
  const rows = await lastRunOf(db, measureIds, asked)
    .where((e) => needsIt(e, asked))
    .select('r.measure_id')
    .execute()
  const needing = new Set(rows.map(({ measure_id }) => measure_id))
  const ahead = runAhead(db, measureIds, asked)?.select((e) => [
    'r.measure_id',
    e.case().when(needsIt(e, asked)).then(1).else(0).end().as('needed'),
  ])
  for (const { measure_id, needed } of (await ahead?.execute()) ?? [])
    if (needed) needing.add(measure_id)
    else needing.delete(measure_id)
  return needing.size
}

const needsIt = (e: ExpressionBuilder<Tables & { r: Tables['standing_run'] }, 'r'>, { asOf }: Asked) =>
  e.and([
    e('r.condition', 'not in', CLOSED),
    e.or([
      e('r.disputed', '=', 1),
      e('r.awaiting_verification', '=', 1),
      e('r.stale_from', '<=', asOf),
      // What is overdue was due soon before, if only on paper.
      e('r.due_soon_from', '<=', asOf),
      e('r.overdue_from', '<=', asOf),
    ]),
  ])
