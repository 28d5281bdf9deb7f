import type { Db } from '../db/database'
import { addEvidence } from '../evidence/evidence.store'
import type { Actor } from '../ledger/entry'
import type { Ledger } from '../ledger/ledger.store'
import { told } from '../ledger/recorded.store'
import type { Day, Instant } from '../lib/dates'
import { fieldsOf, type JsonObject } from '../lib/json'
import type { Observation } from './observation'
import { readObservation } from './observation.content'

/** An observation with the measure it is about. */
export interface ObservationOf extends Observation {
  measureId: string
}

interface Which {
  measureIds?: readonly string[]
  ids?: readonly string[]
}

/** Observations recorded by an instant, withdrawn ones included, oldest first. */
export async function observationsAt(
  db: Db,
  knownAt: Instant | null,
  which: Which,
): Promise<ObservationOf[]> {
  if (which.measureIds?.length === 0 || which.ids?.length === 0) return []
  let query = db
    .selectFrom('observation')
    .select(['id', 'entry', 'measure_id as measureId'])
    .orderBy('observed_on')
    .orderBy('recorded_at')
    .orderBy('id')
  if (knownAt !== null) query = query.where('recorded_at', '<=', knownAt)
  if (which.measureIds) query = query.where('measure_id', 'in', [...which.measureIds])
  if (which.ids) query = query.where('id', 'in', [...which.ids])
  const rows = await told(db, await query.execute(), knownAt)
  return rows.map(({ content, ...recorded }) => ({ ...readObservation(content), ...recorded }))
}

/** The last day on which one of some measures was observed, by what was known at an instant; null where none was. */
export async function lastObservedOn(
  db: Db,
  knownAt: Instant | null,
  measureIds: readonly string[],
): Promise<Day | null> {
  if (measureIds.length === 0) return null
  let query = db
    .selectFrom('observation as o')
    .leftJoin('withdrawal as w', (join) => {
      const withdrawn = join.onRef('w.subject_id', '=', 'o.id')
      return knownAt === null ? withdrawn : withdrawn.on('w.recorded_at', '<=', knownAt)
    })
    .where('o.measure_id', 'in', [...measureIds])
    .where('w.subject_id', 'is', null)
    .select((e) => e.fn.max('o.observed_on').as('day'))
  if (knownAt !== null) query = query.where('o.recorded_at', '<=', knownAt)
  return (await query.executeTakeFirst())?.day ?? null
}

interface NewObservation {
  id: string
  measure: { id: string; agreement: string; code: string }
  /** The observation in the dataset's words. */
  fields: JsonObject
  recordedAt?: Instant
}

export function addObservation(ledger: Ledger, actor: Actor, observation: NewObservation): number {
  const { id, measure, fields, recordedAt = ledger.enteredAt } = observation
  const entry = ledger.append({
    kind: 'observation_added',
    agreement: measure.agreement,
    measure: measure.code,
    subject: { type: 'observation', id },
    actor,
    content: { id, ...fields },
    recordedAt,
  })
  const wording = readObservation(fields)
  ledger.add('observation', {
    id,
    measure_id: measure.id,
    observed_on: wording.observedOn,
    observed_on_precision: wording.observedOnPrecision,
    recorded_at: recordedAt,
    entry,
  })
  addEvidence(ledger, entry, fieldsOf(fields).objects('evidence'))
  return entry
}
