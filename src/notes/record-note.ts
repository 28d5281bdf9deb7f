import { findAgreement } from '../agreements/agreement.store'
import type { Db } from '../db/database'
import type { Deps } from '../deps'
import { toContentObject } from '../ledger/content'
import { findStanding } from '../measures/place.store'
import { edit, type Edited, type Editing, notFound, type Read, recorded, refused } from '../parties/edit'
import { knownParties } from '../parties/record-party'
import { paths } from '../paths'
import type { NoteWording } from './note'
import { noteContent } from './note.content'
import { addNote } from './note.store'

/** What a note is about: one measure, or the agreement as a whole. */
export interface Subject {
  slug: string
  code: string | null
}

/** Records a remark that moves no standing. */
export const recordNote = (
  deps: Deps,
  { actor, once }: Editing,
  subject: Subject,
  read: Read<NoteWording>,
): Promise<Edited> =>
  edit(deps, once, read, async (ledger, wording) => {
    const found = await findSubject(ledger.tx, subject)
    if (!found) return notFound
    const { byParty } = wording
    if (byParty !== null && !(await knownParties(ledger.tx, [byParty]))(byParty))
      return refused({ field: 'by_party', message: 'rules.party.unknown', values: { value: byParty } })
    addNote(ledger, actor, { id: deps.newId(), ...found, fields: toContentObject(noteContent(wording)) })
    return recorded(`${addressOf(subject)}#notes`)
  })

export const addressOf = ({ slug, code }: Subject): string =>
  code === null ? paths.agreement(slug) : paths.measure(slug, code)

/** The agreement, and the measure if it is about one; undefined where they do not stand. */
export async function findSubject(db: Db, { slug, code }: Subject) {
  if (code === null) {
    const found = await findAgreement(db, slug, null)
    return found && !found.agreement.withdrawn ? { agreement: found.agreement, measure: null } : undefined
  }
  const place = await findStanding(db, slug, code)
  return place && { agreement: place.agreement, measure: place.measure }
}
