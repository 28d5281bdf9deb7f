import { z } from 'zod'
import { evidenceListSchema } from '../evidence/evidence.schema'
import { choice, day, maybe, precision, settle, slug, text } from '../lib/schema'
import { NOTE_KINDS } from './note'

export const noteFields = {
  on: day,
  on_precision: precision,
  kind: choice(NOTE_KINDS),
  by_party: maybe(slug),
  text: text(10_000),
  evidence: evidenceListSchema,
}

export const noteSchema = z.strictObject(noteFields).transform((note) => settle(note, 'on', 'last'))
