import { setImmediate } from 'node:timers/promises'
import type { AgreementHistory } from '../agreements/agreement.store'
import type { Db } from '../db/database'
import { type DeadlineOf, deadlinesAt } from '../deadlines/deadline.store'
import { type Instant, lastInstantOf, type Precisions, precisionsOf } from '../lib/dates'
import { fieldsOf } from '../lib/json'
import type { Measure } from '../measures/measure'
import { measuresAt } from '../measures/measure.store'
import type { Asked } from '../standing/facts'
import { type CountsOn, countedFrom, countsOverTime } from '../standing/history'
import { countReports, spokenReports, turnsAt } from '../standing/label.store'
import { type Lasting, type Turn, turnsSeen } from '../standing/labels'
import { standsAt } from '../standing/standing'
import { saidPrecisions } from '../status-reports/status-report.store'
import type { Place } from './placed.queries'

/** How an agreement's past is read: `true`, what was true on each day as we know it now; `known`, what was known on each day. */
export const READINGS = ['true', 'known'] as const
export type Reading = (typeof READINGS)[number]

/** An agreement over time; `counts` null where more reports than can be replayed at once would have to be. */
export interface OverTime {
  reading: Reading
  counts: CountsOn[] | null
  /** The decisions to show, by measure, each in the order in which they were made. */
  deadlines: DeadlineOf[][]
  /** How exactly its days are known; exactly where nothing says. */
  known: Precisions
}

/** An agreement, its measures that count, and every decision about them known at the instant asked for. */
interface Whole {
  found: AgreementHistory
  places: readonly Place[]
  deadlines: readonly DeadlineOf[]
}

/** The most reports that one page replays. */
const MOST_REPORTS = 100_000
const AT_ONCE = 50

/** How the measures of an agreement stood from its conclusion to the day asked for. */
export async function overTime(db: Db, whole: Whole, asked: Asked, reading: Reading): Promise<OverTime> {
  const { agreement } = whole.found
  if (agreement.withdrawn || agreement.concludedOn > asked.asOf)
    return { reading, counts: [], deadlines: [], known: {} }
  return reading === 'true' ? trueThen(db, whole, asked) : knownThen(db, whole.found, asked)
}

async function trueThen(
  db: Db,
  { found, places, deadlines }: Whole,
  { asOf, knownAt }: Asked,
): Promise<OverTime> {
  const ids = places.map(({ measure }) => measure.id)
  const turns = await turnsAt(db, ids, knownAt)
  const from = found.agreement.concludedOn
  const each = places.map(({ measure }) => countedFrom(from, turns.get(measure.id) ?? []))
  const decided = deadlines.filter(({ withdrawn, decidedOn }) => !withdrawn && decidedOn <= asOf)
  const said = await saidPrecisions(db, ids, knownAt)
  return {
    reading: 'true',
    counts: countsOverTime(each, from, asOf),
    deadlines: byMeasure(decided),
    known: [...said.values()].reduce((all, one) => ({ ...all, ...one }), duePrecisions(decided)),
  }
}

async function knownThen(db: Db, found: AgreementHistory, { asOf, knownAt }: Asked): Promise<OverTime> {
  const { agreement } = found
  const measures = (await measuresAt(db, knownAt, { agreementIds: [agreement.id] })).map(
    ({ measure }) => measure,
  )
  const ids = measures.map(({ id }) => id)
  const until = knownAt ?? lastInstantOf(asOf)
  const known = (await deadlinesAt(db, knownAt, { measureIds: ids })).filter((one) =>
    wasKnown(one, asOf, until),
  )
  const counts =
    (await countReports(db, ids)) > MOST_REPORTS
      ? null
      : countsOverTime(await seenTurns(db, found, measures, until), agreement.concludedOn, asOf)
  return { reading: 'known', counts, deadlines: byMeasure(known), known: duePrecisions(known) }
}

/** A few measures at a time, so that others are answered in between. */
async function seenTurns(
  db: Db,
  { agreement, wordings }: AgreementHistory,
  measures: readonly Measure[],
  until: Instant,
): Promise<Turn[][]> {
  const concluded = concludedBy(wordings)
  const turns: Turn[][] = []
  for (let from = 0; from < measures.length; from += AT_ONCE) {
    const some = measures.slice(from, from + AT_ONCE)
    const reports = await spokenReports(
      db,
      some.map(({ id }) => id),
      until,
    )
    for (const measure of some) {
      const lasting = [lastingOf(agreement), lastingOf(measure)]
      turns.push(turnsSeen({ reports: reports.get(measure.id) ?? [], lasting, concluded }, until))
    }
    await setImmediate()
  }
  return turns
}

/** The day of conclusion by each wording; a revision states only what it changes. */
function concludedBy(wordings: AgreementHistory['wordings']) {
  let concludedOn = ''
  return wordings.map(({ recordedAt, fields }) => {
    concludedOn = fieldsOf(fields).text('concluded_on') ?? concludedOn
    return { recordedAt, concludedOn }
  })
}

const lastingOf = ({ recordedAt, withdrawn }: Pick<Measure, 'recordedAt' | 'withdrawn'>): Lasting => ({
  recordedAt,
  withdrawnAt: withdrawn?.at ?? null,
})

/** Whether a deadline was known when it fell due, or is by the day shown where it has not yet. */
function wasKnown(deadline: DeadlineOf, asOf: string, until: Instant): boolean {
  const { dueOn, decidedOn } = deadline
  const day = dueOn !== null && dueOn < asOf ? dueOn : asOf
  const end = lastInstantOf(day)
  return decidedOn <= asOf && standsAt(lastingOf(deadline), end < until ? end : until)
}

const duePrecisions = (deadlines: readonly DeadlineOf[]): Precisions =>
  precisionsOf(deadlines.map(({ dueOn, dueOnPrecision }) => ({ day: dueOn, precision: dueOnPrecision })))

const byMeasure = (deadlines: readonly DeadlineOf[]): DeadlineOf[][] => [
  ...Map.groupBy(deadlines, ({ measureId }) => measureId).values(),
]
