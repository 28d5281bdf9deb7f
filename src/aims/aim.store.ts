import type { Db } from '../db/database'
import { addEvidence } from '../evidence/evidence.store'
import type { Actor } from '../ledger/entry'
import type { Ledger } from '../ledger/ledger.store'
import { told } from '../ledger/recorded.store'
import type { Instant } from '../lib/dates'
import { fieldsOf, type JsonObject } from '../lib/json'
import { naturally } from '../lib/text'
import type { Aim, Assessment } from './aim'
import { readAssessment } from './aim.content'

/** The aims of an agreement recorded by an instant, with their assessments latest first; withdrawn ones included. */
export async function aimsAt(db: Db, knownAt: Instant | null, agreementId: string): Promise<Aim[]> {
  let query = db.selectFrom('aim').select(['id', 'entry', 'code']).where('agreement_id', '=', agreementId)
  if (knownAt !== null) query = query.where('recorded_at', '<=', knownAt)
  const aims = await told(db, await query.execute(), knownAt)
  const assessments = await assessmentsAt(
    db,
    knownAt,
    aims.map((aim) => aim.id),
  )
  return aims
    .map(({ content, ...recorded }) => ({
      ...recorded,
      title: fieldsOf(content).text('title') ?? '',
      assessments: assessments.filter((assessment) => assessment.aimId === recorded.id),
    }))
    .sort((a, b) => naturally(a.code, b.code))
}

async function assessmentsAt(
  db: Db,
  knownAt: Instant | null,
  aimIds: readonly string[],
): Promise<(Assessment & { aimId: string })[]> {
  if (aimIds.length === 0) return []
  let query = db
    .selectFrom('assessment')
    .select(['id', 'entry', 'aim_id as aimId'])
    .where('aim_id', 'in', [...aimIds])
    .orderBy('as_of', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
  if (knownAt !== null) query = query.where('recorded_at', '<=', knownAt)
  const rows = await told(db, await query.execute(), knownAt)
  return rows.map(({ content, ...recorded }) => ({ ...readAssessment(content), ...recorded }))
}

interface NewAim {
  id: string
  agreement: { id: string; slug: string }
  code: string
  title: string
  recordedAt?: Instant
}

export function addAim(ledger: Ledger, actor: Actor, aim: NewAim): number {
  const { id, agreement, code, title, recordedAt = ledger.enteredAt } = aim
  const entry = ledger.append({
    kind: 'aim_added',
    agreement: agreement.slug,
    measure: null,
    subject: { type: 'aim', id },
    actor,
    content: { id, code, title },
    recordedAt,
  })
  ledger.add('aim', { id, agreement_id: agreement.id, code, recorded_at: recordedAt, entry })
  return entry
}

interface NewAssessment {
  id: string
  agreement: string
  aim: { id: string; code: string }
  /** The assessment in the dataset's words. */
  fields: JsonObject
  recordedAt?: Instant
}

export function addAssessment(ledger: Ledger, actor: Actor, assessment: NewAssessment): number {
  const { id, agreement, aim, fields, recordedAt = ledger.enteredAt } = assessment
  const entry = ledger.append({
    kind: 'aim_assessed',
    agreement,
    measure: null,
    subject: { type: 'assessment', id },
    actor,
    content: { id, aim: aim.code, ...fields },
    recordedAt,
  })
  const wording = readAssessment(fields)
  ledger.add('assessment', {
    id,
    aim_id: aim.id,
    as_of: wording.asOf,
    as_of_precision: wording.asOfPrecision,
    verdict: wording.verdict,
    recorded_at: recordedAt,
    entry,
  })
  addEvidence(ledger, entry, fieldsOf(fields).objects('evidence'))
  return entry
}
