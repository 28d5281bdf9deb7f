import { setImmediate } from 'node:timers/promises'
import type { AgreementHistory } from '../agreements/agreement.store'
import type { Db } from '../db/database'
import { type DeadlineOf, deadlinesAt } from '../deadlines/deadline.store'
import {
  addDays,
  type Day,
  dayOf,
  type Instant,
  lastInstantOf,
  lastOfPeriod,
  type Precisions,
  precisionsOf,
} from '../lib/dates'
import { fieldsOf } from '../lib/json'
import type { Measure } from '../measures/measure'
import { measuresAt } from '../measures/measure.store'
import type { Asked } from '../standing/facts'
import { type CountsOn, countedFrom, countsOverTime } from '../standing/history'
import { knownLabels, labelsAt, turnsAt } from '../standing/label.store'
import { type Lasting, type Turn, turnsOn, turnsSeen } from '../standing/labels'
import { standsAt } from '../standing/standing'
import type { Label } from '../standing/standing.types'
import { saidPrecisions } from '../status-reports/status-report.store'
import type { Place } from './placed.queries'

/** How an agreement's past is read: `true`, what was true on each day as we know it now; `known`, what was known on each day. */
export const READINGS = ['true', 'known'] as const
export type Reading = (typeof READINGS)[number]

/** An agreement over time. */
export interface OverTime {
  reading: Reading
  counts: CountsOn[]
  /** Whether each month shows how it ended, for there are too many reports to show each day. */
  byMonth: boolean
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

/** How the measures of an agreement stood from its conclusion to the day asked for. */
export async function overTime(db: Db, whole: Whole, asked: Asked, reading: Reading): Promise<OverTime> {
  const { agreement } = whole.found
  if (agreement.withdrawn || agreement.concludedOn > asked.asOf)
    return { reading, counts: [], byMonth: false, deadlines: [], known: {} }
  return reading === 'true' ? trueThen(db, whole, asked) : knownThen(db, whole.found, asked)
}

async function trueThen(
  db: Db,
  { found, places, deadlines }: Whole,
  { asOf, knownAt }: Asked,
): Promise<OverTime> {
  const ids = places.map(({ measure }) => measure.id)
  const { turns, byMonth } = await turnsAt(db, ids, { asOf, knownAt })
  const from = found.agreement.concludedOn
  const each = places.map(({ measure }) => countedFrom(from, turns.get(measure.id) ?? []))
  const decided = deadlines.filter(({ withdrawn, decidedOn }) => !withdrawn && decidedOn <= asOf)
  const said = await saidPrecisions(db, ids, knownAt)
  return {
    reading: 'true',
    counts: countsOverTime(each, from, asOf),
    byMonth,
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
    wasKnownInTime(one, asOf, until),
  )
  const { turns, byMonth } = await seenTurns(db, found, measures, { asOf, until })
  const counts = countsOverTime(turns, agreement.concludedOn, asOf)
  return { reading: 'known', counts, byMonth, deadlines: byMeasure(known), known: duePrecisions(known) }
}

async function seenTurns(
  db: Db,
  { agreement, wordings }: AgreementHistory,
  measures: readonly Measure[],
  { asOf, until }: { asOf: Day; until: Instant },
): Promise<{ turns: Turn[][]; byMonth: boolean }> {
  const ids = measures.map(({ id }) => id)
  const concluded = concludedBy(wordings)
  const whenOf = (measure: Measure) => ({ lasting: [lastingOf(agreement), lastingOf(measure)], concluded })
  const runs = await knownLabels(db, ids)
  if (runs)
    return {
      byMonth: false,
      turns: measures.map((each) => turnsSeen({ ...whenOf(each), runs: runs.get(each.id) ?? [] }, until)),
    }
  const recordedOn = dayOf(agreement.recordedAt)
  // Before that nothing of it was known.
  const from = recordedOn > agreement.concludedOn ? recordedOn : agreement.concludedOn
  const ends = await monthEnds(db, ids, { from, to: asOf, until })
  const labelsOf = (id: string) =>
    ends.map(({ on, labels }) => ({ on, label: labels.get(id) ?? ('not_assessed' as const) }))
  return {
    byMonth: true,
    turns: measures.map((each) => turnsOn(labelsOf(each.id), whenOf(each), until)),
  }
}

/** The labels at the end of each month, as known then, and on the last day. Others are answered in between. */
async function monthEnds(
  db: Db,
  ids: readonly string[],
  { from, to, until }: { from: Day; to: Day; until: Instant },
) {
  const ends: { on: Day; labels: Map<string, Label> }[] = []
  for (let month = from; month <= to; month = addDays(lastOfPeriod(month, 'month'), 1)) {
    const end = lastOfPeriod(month, 'month')
    const on = end < to ? end : to
    const knownAt = lastInstantOf(on) < until ? lastInstantOf(on) : until
    ends.push({ on, labels: await labelsAt(db, ids, { asOf: on, knownAt }) })
    await setImmediate()
  }
  return ends
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
function wasKnownInTime(deadline: DeadlineOf, asOf: string, until: Instant): boolean {
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
