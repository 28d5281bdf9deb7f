import type { Db } from '../db/database'
import type { Deps } from '../deps'
import type { Actor } from '../ledger/entry'
import { inLedger, type Ledger } from '../ledger/ledger.store'
import { addDays, type Day, dayOf, daysBetween } from '../lib/dates'
import { naturally } from '../lib/text'
import { candidatesIn } from './candidates.queries'
import { type Begun, dayEventsOf } from './day-events'
import { DAY_EVENTS } from './day-passed'
import {
  addDayPassed,
  addTickedDays,
  firstEntryDay,
  keyOf,
  lastTicked,
  type MeasureDay,
  toldOf,
} from './day-passed.store'
import { begunDays, enteredHistories, lastEntryBefore } from './entered.queries'

/** After a longer standstill, so many days up to today are caught up with. */
export const MOST_DAYS = 400
/** Entries of one transaction, so that whoever else writes never waits for long. */
const AT_ONCE = 500
const MEASURES_AT_ONCE = 200

/**
 * Tells the ledger what each day up to today brought that was not told yet: which measures became due soon, overdue or
 * stale. May be stopped or killed at any moment and run by several processes at once. Gives how many entries it made.
 */
export async function passDays(deps: Deps, actor: Actor, signal?: AbortSignal): Promise<number> {
  let told = 0
  for (;;) {
    const days = await daysToPass(deps)
    if (days.length === 0) return told
    const begun = await begunDays(deps.db.read, days)
    const events = await eventsOn(deps.db.read, begun, signal)
    if (events === null) return told
    for (const batch of batchesOf(days, events)) {
      if (signal?.aborted) return told
      const added = await inLedger(deps, (ledger) => tell(ledger, actor, begun, batch))
      // Somebody whose transaction began before the day did was slower than this.
      if (added === null) break
      told += added
    }
  }
}

async function daysToPass({ db, clock }: Deps): Promise<Day[]> {
  const today = dayOf(clock())
  const ticked = await lastTicked(db.read)
  if (ticked !== null && ticked >= today) return []
  const before = ticked ?? (await firstEntryDay(db.read))
  if (before === null || before >= today) return []
  const many = Math.min(daysBetween(before, today), MOST_DAYS)
  return Array.from({ length: many }, (_, back) => addDays(today, back + 1 - many))
}

/** In the order in which they are told; null where that was stopped. */
async function eventsOn(
  db: Db,
  begun: readonly Begun[],
  signal: AbortSignal | undefined,
): Promise<MeasureDay[] | null> {
  const events: MeasureDay[] = []
  for await (const ids of candidatesIn(db, begun))
    for (let from = 0; from === 0 || from < ids.length; from += MEASURES_AT_ONCE) {
      // Others are answered in between.
      await new Promise((resolve) => setImmediate(resolve))
      if (signal?.aborted) return null
      for (const history of await enteredHistories(db, ids.slice(from, from + MEASURES_AT_ONCE))) {
        const { id, agreement, code } = history
        events.push(...dayEventsOf(history, begun).map((one) => ({ ...one, id, agreement, code })))
      }
    }
  return events.sort(inOrder)
}

function inOrder(one: MeasureDay, other: MeasureDay): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1
  if (one.agreement !== other.agreement) return one.agreement < other.agreement ? -1 : 1
  return naturally(one.code, other.code) || DAY_EVENTS.indexOf(one.event) - DAY_EVENTS.indexOf(other.event)
}

/** What one transaction tells, and the days of which nothing remains to be told then. */
interface Batch {
  events: MeasureDay[]
  ended: Day[]
}

function batchesOf(days: readonly Day[], events: readonly MeasureDay[]): Batch[] {
  const byDay = Map.groupBy(events, ({ day }) => day)
  let open: Batch = { events: [], ended: [] }
  const batches = [open]
  const fill = (some: readonly MeasureDay[]) => {
    if (open.events.length + some.length > AT_ONCE) batches.push((open = { events: [], ended: [] }))
    open.events.push(...some)
  }
  for (const day of days) {
    const its = byDay.get(day) ?? []
    for (let from = 0; from < its.length; from += AT_ONCE) fill(its.slice(from, from + AT_ONCE))
    open.ended.push(day)
  }
  return batches
}

/** Null where the days began with more than was read. */
async function tell(
  ledger: Ledger,
  actor: Actor,
  begun: readonly Begun[],
  { events, ended }: Batch,
): Promise<number | null> {
  const { tx, enteredAt } = ledger
  const today = begun.at(-1)
  if (!today || (await lastEntryBefore(tx, today.day)) !== today.upTo) return null
  const ticked = (await lastTicked(tx)) ?? ''
  const told = await toldOf(tx, [...new Set(events.map(({ day }) => day))])
  const untold = events.filter((one) => one.day > ticked && !told.has(keyOf(one)))
  for (const one of untold) addDayPassed(ledger, actor, one)
  await addTickedDays(
    tx,
    ended.filter((day) => day > ticked),
    enteredAt,
  )
  return untold.length
}
