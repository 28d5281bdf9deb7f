import type { Db } from '../db/database'
import type { Deps } from '../deps'
import { type Withdrawing, type Withdrew, withdrawThing } from '../ledger/withdraw'
import { findStandingAgreement, findStandingById } from '../measures/place.store'
import type { Editing } from '../parties/edit'
import { type NoteOf, notesAt } from './note.store'
import { addressOf, type Subject } from './record-note'

export async function withdrawNote(
  deps: Deps,
  { actor, once }: Editing,
  id: string,
  read: Withdrawing['read'],
): Promise<Withdrew> {
  const found = await findNote(deps.db.read, id)
  if (!found) return { outcome: 'no such thing' }
  const { slug, code } = found.subject
  return withdrawThing(deps, {
    actor,
    once,
    read,
    subject: { type: 'note', id },
    answer: { status: 303, location: `${addressOf(found.subject)}#notes` },
    find: async (tx) => {
      const now = await findNote(tx, id)
      return now && { agreement: slug, measure: code, withdrawn: now.note.withdrawn }
    },
  })
}

/** A note and what it is about; undefined where that does not stand. */
export async function findNote(db: Db, id: string): Promise<{ note: NoteOf; subject: Subject } | undefined> {
  const [note] = await notesAt(db, null, { ids: [id] })
  if (!note) return undefined
  if (note.measureId === null) {
    const agreement = await findStandingAgreement(db, note.agreementId)
    return agreement && { note, subject: { slug: agreement.slug, code: null } }
  }
  const place = await findStandingById(db, note.measureId)
  return place && { note, subject: { slug: place.measure.agreement, code: place.measure.code } }
}
