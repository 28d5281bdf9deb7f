import type { Db } from '../db/database'
import { addEvidence } from '../evidence/evidence.store'
import type { Actor } from '../ledger/entry'
import type { Ledger } from '../ledger/ledger.store'
import { told } from '../ledger/recorded.store'
import type { Instant } from '../lib/dates'
import { fieldsOf, type JsonObject } from '../lib/json'
import type { Note } from './note'
import { readNote } from './note.content'

/** A note with what it is about: a measure, or the agreement as a whole. */
export interface NoteOf extends Note {
  agreementId: string
  measureId: string | null
}

interface Which {
  /** Notes on agreements as a whole. */
  agreementIds?: readonly string[]
  measureIds?: readonly string[]
  ids?: readonly string[]
}

/** Notes recorded by an instant, withdrawn ones included, oldest first. */
export async function notesAt(db: Db, knownAt: Instant | null, which: Which): Promise<NoteOf[]> {
  if (which.agreementIds?.length === 0 || which.measureIds?.length === 0 || which.ids?.length === 0) return []
  let query = db
    .selectFrom('note')
    .select(['id', 'entry', 'agreement_id as agreementId', 'measure_id as measureId'])
    .orderBy('noted_on')
    .orderBy('recorded_at')
    .orderBy('id')
  if (knownAt !== null) query = query.where('recorded_at', '<=', knownAt)
  if (which.agreementIds)
    query = query.where('agreement_id', 'in', [...which.agreementIds]).where('measure_id', 'is', null)
  if (which.measureIds) query = query.where('measure_id', 'in', [...which.measureIds])
  if (which.ids) query = query.where('id', 'in', [...which.ids])
  const rows = await told(db, await query.execute(), knownAt)
  return rows.map(({ content, ...recorded }) => ({ ...readNote(content), ...recorded }))
}

interface NewNote {
  id: string
  agreement: { id: string; slug: string }
  measure: { id: string; code: string } | null
  /** The note in the dataset's words. */
  fields: JsonObject
  recordedAt?: Instant
}

export function addNote(ledger: Ledger, actor: Actor, note: NewNote): number {
  const { id, agreement, measure, fields, recordedAt = ledger.enteredAt } = note
  const entry = ledger.append({
    kind: 'note_added',
    agreement: agreement.slug,
    measure: measure?.code ?? null,
    subject: { type: 'note', id },
    actor,
    content: { id, ...fields },
    recordedAt,
  })
  const wording = readNote(fields)
  ledger.add('note', {
    id,
    agreement_id: agreement.id,
    measure_id: measure?.id ?? null,
    noted_on: wording.on,
    noted_on_precision: wording.onPrecision,
    kind: wording.kind,
    by_party: wording.byParty,
    recorded_at: recordedAt,
    entry,
  })
  addEvidence(ledger, entry, fieldsOf(fields).objects('evidence'))
  return entry
}
