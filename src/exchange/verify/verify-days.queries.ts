import type { Db } from '../../db/database'
import { type Begun, dayEventsOf } from '../../days/day-events'
import { dayPassedContent } from '../../days/day-passed'
import { firstEntryDay, keyOf } from '../../days/day-passed.store'
import { begunDays, enteredHistories } from '../../days/entered.queries'
import { MOST_DAYS } from '../../days/pass-days'
import { canonical } from '../../ledger/content'
import { addDays, type Day, dayOf, daysBetween } from '../../lib/dates'
import type { Report } from './verify-entries'

const AT_ONCE = 200

/** Each entry that tells what a day brought is what the rule gives, and none is missing of the days that were told. */
export async function verifyDays(db: Db, report: Report): Promise<void> {
  const ticked = await db.selectFrom('day_ticked').selectAll().orderBy('day').execute()
  verifyTicked(await firstEntryDay(db), ticked, report)
  const complete = new Set(ticked.map(({ day }) => day))
  // Of a day on which telling was interrupted for good, what was told is held against the rule as well.
  const days = [...new Set([...complete, ...(await daysTold(db))])].sort()
  if (days.length === 0) return
  const begun = await begunDays(db, days)
  for (let after = ''; ;) {
    const ids = await measuresAfter(db, after)
    if (ids.length === 0) return
    await verifyMeasures(db, ids, { begun, complete }, report)
    after = ids.at(-1) ?? after
  }
}

interface Told {
  begun: readonly Begun[]
  complete: ReadonlySet<Day>
}

async function verifyMeasures(db: Db, ids: readonly string[], { begun, complete }: Told, report: Report) {
  const told = await toldEntries(db, ids)
  for (const history of await enteredHistories(db, ids)) {
    const { id, agreement, code } = history
    const where = `measure ${agreement}/${code}`
    for (const passed of dayEventsOf(history, begun)) {
      const key = keyOf({ id, ...passed })
      const entry = told.get(key)
      const days = Math.abs(daysBetween(passed.on, passed.day))
      const should = canonical({ id, ...dayPassedContent(passed, days) })
      if (entry === undefined && complete.has(passed.day))
        report(`${where}: became ${passed.event} on ${passed.day}, and no entry tells it`)
      if (entry !== undefined && entry.body !== should)
        report(`entry ${entry.entry}: says something else of ${where} than the rule`)
      told.delete(key)
    }
  }
  for (const [key, { entry }] of told)
    report(`entry ${entry}: tells what the rule does not give (${key.slice(0, key.lastIndexOf(' '))})`)
}

/** Days are left out only before a standstill's last ones. */
function verifyTicked(
  begin: Day | null,
  ticked: readonly { day: Day; ticked_at: string }[],
  report: Report,
): void {
  let before = begin
  for (const { day, ticked_at } of ticked) {
    const isNext = before !== null && addDays(before, 1) === day
    // A day more, since midnight may pass in between.
    const isLongAgo = daysBetween(day, dayOf(ticked_at)) >= MOST_DAYS - 1
    if (!isNext && !isLongAgo)
      report(`days: those between ${before ?? 'the beginning'} and ${day} were passed over`)
    before = day
  }
}

async function daysTold(db: Db): Promise<Day[]> {
  const rows = await db.selectFrom('day_passed').select('day').distinct().execute()
  return rows.map(({ day }) => day)
}

async function measuresAfter(db: Db, after: string): Promise<string[]> {
  const rows = await db
    .selectFrom('measure')
    .where('id', '>', after)
    .select('id')
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()
  return rows.map(({ id }) => id)
}

async function toldEntries(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom('day_passed as d')
    .leftJoin('content as c', 'c.entry', 'd.entry')
    .where('d.measure_id', 'in', ids)
    .select(['d.entry', 'd.measure_id', 'd.event', 'd.day', 'c.body'])
    .execute()
  return new Map(
    rows.map(({ entry, body, measure_id: id, event, day }) => [keyOf({ id, event, day }), { entry, body }]),
  )
}
