import { evidenceContent, readEvidence } from '../evidence/evidence.content'
import { PRECISIONS } from '../lib/dates'
import { dropNulls, fieldsOf, type JsonObject } from '../lib/json'
import { NOTE_KINDS, type NoteWording } from './note'

export const noteContent = (wording: NoteWording) => ({
  on: wording.on,
  kind: wording.kind,
  text: wording.text,
  ...dropNulls({
    on_precision: wording.onPrecision === 'day' ? null : wording.onPrecision,
    by_party: wording.byParty,
    evidence: wording.evidence.length > 0 ? wording.evidence.map(evidenceContent) : null,
  }),
})

export function readNote(object: JsonObject): NoteWording {
  const fields = fieldsOf(object)
  return {
    on: fields.text('on') ?? '',
    onPrecision: fields.oneOf('on_precision', PRECISIONS) ?? 'day',
    kind: fields.oneOf('kind', NOTE_KINDS) ?? 'comment',
    byParty: fields.text('by_party'),
    text: fields.text('text') ?? '',
    evidence: fields.objects('evidence').map(readEvidence),
  }
}
