import { readBlocks } from '../agreements/evidence-blocks'
import { toContentObject } from '../ledger/content'
import { type Fields, first, given } from '../lib/fields'
import type { Read } from '../parties/edit'
import { readWith } from '../parties/form'
import type { NoteWording } from './note'
import { readNote } from './note.content'
import { noteSchema } from './note.schema'

export function readNoteForm(fields: Fields): Read<NoteWording> {
  const { list, atControl } = readBlocks(fields)
  const input = {
    on: first(fields, 'on').trim(),
    on_precision: given(fields, 'on_precision'),
    kind: given(fields, 'kind'),
    by_party: given(fields, 'by_party'),
    text: first(fields, 'text'),
    evidence: list,
  }
  const read = readWith(noteSchema, input, atControl)
  return 'problems' in read ? read : { said: readNote(toContentObject(read.said)) }
}
