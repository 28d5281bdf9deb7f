import type { Db } from '../db/database'
import type { Actor } from '../ledger/entry'
import type { Ledger } from '../ledger/ledger.store'
import { told } from '../ledger/recorded.store'
import type { Day, Instant } from '../lib/dates'
import type { JsonObject } from '../lib/json'
import type { Deadline } from './deadline'
import { readDeadline } from './deadline.content'

/** A deadline decision with the measure it is about. */
export interface DeadlineOf extends Deadline {
  measureId: string
}

interface Which {
  measureIds?: readonly string[]
  ids?: readonly string[]
}

/** Deadline decisions recorded by an instant, withdrawn ones included, oldest decision first. */
export async function deadlinesAt(db: Db, knownAt: Instant | null, which: Which): Promise<DeadlineOf[]> {
  if (which.measureIds?.length === 0 || which.ids?.length === 0) return []
  let query = db
    .selectFrom('deadline')
    .select(['id', 'entry', 'measure_id as measureId'])
    .orderBy('decided_on')
    .orderBy('recorded_at')
    .orderBy('id')
  if (knownAt !== null) query = query.where('recorded_at', '<=', knownAt)
  if (which.measureIds) query = query.where('measure_id', 'in', [...which.measureIds])
  if (which.ids) query = query.where('id', 'in', [...which.ids])
  const rows = await told(db, await query.execute(), knownAt)
  return rows.map(({ content, ...recorded }) => ({ ...readDeadline(content), ...recorded }))
}

/** The days that a deadline decision names, without its words. */
export type DeadlineDays = Pick<DeadlineOf, 'measureId' | 'dueOn' | 'dueOnPrecision' | 'decidedOn'> & {
  isWithdrawn: boolean
}

/** The same decisions of measures, as far as they are days: a fifth of the work where there are thousands. */
export async function deadlineDaysAt(
  db: Db,
  knownAt: Instant | null,
  measureIds: readonly string[],
): Promise<DeadlineDays[]> {
  if (measureIds.length === 0) return []
  const query = db
    .selectFrom('deadline as d')
    .leftJoin('withdrawal as w', (join) => {
      const withdrawn = join.onRef('w.subject_id', '=', 'd.id')
      return knownAt === null ? withdrawn : withdrawn.on('w.recorded_at', '<=', knownAt)
    })
    .where('d.measure_id', 'in', [...measureIds])
    .select(['d.measure_id as measureId', 'd.due_on as dueOn', 'd.due_on_precision as dueOnPrecision'])
    .select(['d.decided_on as decidedOn', 'w.subject_id as withdrawal'])
  const rows = await (knownAt === null ? query : query.where('d.recorded_at', '<=', knownAt)).execute()
  return rows.map(({ withdrawal, ...days }) => ({ ...days, isWithdrawn: withdrawal !== null }))
}

/** By measure, when its first deadline with a day was decided, of those known at an instant and not withdrawn by then. */
export async function firstDecidedOn(db: Db, knownAt: Instant | null): Promise<Map<string, Day>> {
  let query = db
    .selectFrom('deadline as d')
    .leftJoin('withdrawal as w', 'w.subject_id', 'd.id')
    .where('d.due_on', 'is not', null)
    .groupBy('d.measure_id')
    .select((e) => ['d.measure_id', e.fn.min('d.decided_on').as('decided_on')])
  query =
    knownAt === null
      ? query.where('w.subject_id', 'is', null)
      : query
          .where('d.recorded_at', '<=', knownAt)
          .where((e) => e.or([e('w.recorded_at', 'is', null), e('w.recorded_at', '>', knownAt)]))
  return new Map((await query.execute()).map((row) => [row.measure_id, row.decided_on]))
}

interface NewDeadline {
  id: string
  measure: { id: string; agreement: string; code: string }
  /** The decision in the dataset's words. */
  fields: JsonObject
  recordedAt?: Instant
}

export function addDeadline(ledger: Ledger, actor: Actor, deadline: NewDeadline): number {
  const { id, measure, fields, recordedAt = ledger.enteredAt } = deadline
  const entry = ledger.append({
    kind: 'deadline_set',
    agreement: measure.agreement,
    measure: measure.code,
    subject: { type: 'deadline', id },
    actor,
    content: { id, ...fields },
    recordedAt,
  })
  const wording = readDeadline(fields)
  ledger.add('deadline', {
    id,
    measure_id: measure.id,
    due_on: wording.dueOn,
    due_on_precision: wording.dueOnPrecision,
    decided_on: wording.decidedOn,
    decided_on_precision: wording.decidedOnPrecision,
    recorded_at: recordedAt,
    entry,
  })
  return entry
}
