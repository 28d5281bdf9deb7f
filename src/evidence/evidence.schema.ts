import { z } from 'zod'
import { carried, choice, maybeDay, maybeText, maybeUrl, precision, settle } from '../lib/schema'
import { EVIDENCE_KINDS } from './evidence'

/** Evidence in the dataset's words. It is never withdrawn alone. */
export const evidenceSchema = z
  .strictObject({
    id: carried.id,
    recorded_at: carried.recorded_at,
    kind: choice(EVIDENCE_KINDS),
    title: maybeText(500),
    url: maybeUrl,
    publisher: maybeText(200),
    published_on: maybeDay,
    published_on_precision: precision,
    language: maybeText(35),
  })
  .refine((evidence) => evidence.title !== undefined || evidence.url !== undefined, {
    error: 'rules.evidence.title',
    path: ['title'],
  })
  .transform((evidence) => settle(evidence, 'published_on', 'last'))

export const evidenceListSchema = z
  .array(evidenceSchema)
  .max(100, 'rules.too_long')
  .nullish()
  .transform((list) => (list && list.length > 0 ? list : undefined))
