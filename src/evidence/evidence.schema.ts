import { z } from 'zod'
import { toContentObject } from '../ledger/content'
import {
  carried,
  choice,
  day,
  maybe,
  maybeDay,
  maybeText,
  maybeUrl,
  precision,
  settle,
  text,
} from '../lib/schema'
import { message } from '../messages/messages'
import { EVIDENCE_KINDS } from './evidence'
import { evidenceContent, readEvidence } from './evidence.content'
import { FILE_TYPES, fileName, MOST_FILE_BYTES, SHA256 } from './file'
import { isSound } from './restricted'

const file = z
  .strictObject({
    sha256: z.string({ error: 'rules.required' }).regex(SHA256, 'rules.file.sha256'),
    name: text(400),
    type: choice(FILE_TYPES),
    size: z.int({ error: 'rules.whole' }).min(1, 'rules.whole').max(MOST_FILE_BYTES, 'rules.file.size'),
  })
  .transform((given) => ({ ...given, name: fileName(given.name, given.type) }))

const said = {
  kind: choice(EVIDENCE_KINDS),
  title: maybeText(500),
  url: maybeUrl,
  publisher: maybeText(200),
  published_on: maybeDay,
  published_on_precision: precision,
  language: maybeText(35),
  file: maybe(file).openapi({ description: message('en', 'api.field.filed_file') }),
}

const restricted = z.strictObject({
  review_on: day,
  commitment: maybe(z.string().regex(/^sha256:[0-9a-f]{64}$/, 'rules.evidence.commitment')),
  salt: maybe(z.string().regex(/^[0-9a-f]{64}$/, 'rules.evidence.commitment')),
})

interface Named {
  title?: string | undefined
  url?: string | undefined
  file?: object | undefined
  restricted?: { review_on: string; commitment?: string | undefined } | undefined
}
const isNamed = ({ title, url, file, restricted }: Named): boolean =>
  (title ?? url ?? file ?? restricted?.commitment) !== undefined
const unnamed = { error: 'rules.evidence.title', path: ['title'] }
const most = [100, 'rules.too_long'] as const

const listOf = <T extends z.ZodType>(schema: T) =>
  z
    .array(schema)
    .max(...most)
    .nullish()
    .transform((list) => (list && list.length > 0 ? list : undefined))

/** Evidence in the dataset's words. It is never withdrawn alone. */
const reportEvidenceSchema = z
  .strictObject({
    id: carried.id,
    recorded_at: carried.recorded_at,
    ...said,
    restricted: maybe(restricted),
  })
  .refine(isNamed, unnamed)
  .transform((evidence) => settle(evidence, 'published_on', 'last'))
  .refine((evidence) => isSound(toContentObject(evidenceContent(readEvidence(toContentObject(evidence))))), {
    error: 'rules.evidence.commitment',
    path: ['restricted'],
  })

export const evidenceListSchema = listOf(
  reportEvidenceSchema.refine((evidence) => evidence.restricted === undefined, {
    error: 'rules.evidence.reports_only',
    path: ['restricted'],
  }),
)

/** The evidence of a status report, which alone may be restricted. */
export const reportEvidenceListSchema = listOf(reportEvidenceSchema)

/** Evidence as it is filed: the record gives it its id and instant itself, and commits to it. */
export const filedEvidenceSchema = listOf(
  z
    .strictObject({
      ...said,
      restricted: maybe(z.strictObject({ review_on: day })).openapi({
        description: message('en', 'api.field.filed_restricted'),
      }),
    })
    .openapi('EvidenceToFile')
    .refine(isNamed, unnamed)
    .transform((evidence) => settle(evidence, 'published_on', 'last')),
)
