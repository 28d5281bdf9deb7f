import type { Db, Tx } from '../db/database'
import type { Actor } from '../ledger/entry'
import type { Ledger } from '../ledger/ledger.store'
import { type Day, dayOf, daysBetween, type Instant } from '../lib/dates'
import { type DayEvent, type DayPassed, dayPassedContent } from './day-passed'

/** What a day brought, and for which measure. */
export interface MeasureDay extends DayPassed {
  id: string
  agreement: string
  code: string
}

export function addDayPassed(ledger: Ledger, actor: Actor, passed: MeasureDay): void {
  const { id, agreement, code, event, day, on } = passed
  const days = Math.abs(daysBetween(on, day))
  const entry = ledger.append({
    kind: 'day_passed',
    agreement,
    measure: code,
    subject: { type: 'measure', id },
    actor,
    content: { id, ...dayPassedContent(passed, days) },
  })
  ledger.add('day_passed', { entry, measure_id: id, event, day })
}

/** The last day of which everything was told. */
export async function lastTicked(db: Db): Promise<Day | null> {
  const row = await db
    .selectFrom('day_ticked')
    .select('day')
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.day ?? null
}

/** The day on which the record began; null while there is none. */
export async function firstEntryDay(db: Db): Promise<Day | null> {
  const row = await db.selectFrom('entry').where('n', '=', 1).select('entered_at').executeTakeFirst()
  return row ? dayOf(row.entered_at) : null
}

export async function addTickedDays(tx: Tx, days: readonly Day[], at: Instant): Promise<void> {
  if (days.length === 0) return
  await tx
    .insertInto('day_ticked')
    .values(days.map((day) => ({ day, ticked_at: at })))
    .execute()
}

/** What was told of some days already, each as `keyOf` names it. */
export async function toldOf(db: Db, days: readonly Day[]): Promise<Set<string>> {
  if (days.length === 0) return new Set()
  const rows = await db.selectFrom('day_passed').where('day', 'in', days).selectAll().execute()
  return new Set(rows.map((row) => keyOf({ id: row.measure_id, event: row.event, day: row.day })))
}

/** What there may be one of. */
export const keyOf = ({ id, event, day }: { id: string; event: DayEvent; day: Day }): string =>
  `${day} ${event} ${id}`
