import { z } from 'zod'
import { carried, choice, maybeDay, maybeText, maybeUrl, precision, settle } from '../lib/schema'
import { EVIDENCE_KINDS } from './evidence'

const said = {
  kind: choice(EVIDENCE_KINDS),
  title: maybeText(500),
  url: maybeUrl,
  publisher: maybeText(200),
  published_on: maybeDay,
  published_on_precision: precision,
  language: maybeText(35),
}
const isNamed = ({ title, url }: { title?: string | undefined; url?: string | undefined }): boolean =>
  title !== undefined || url !== undefined
const unnamed = { error: 'rules.evidence.title', path: ['title'] }
const most = [100, 'rules.too_long'] as const

/** Evidence in the dataset's words. It is never withdrawn alone. */
const evidenceSchema = z
  .strictObject({ id: carried.id, recorded_at: carried.recorded_at, ...said })
  .refine(isNamed, unnamed)
  .transform((evidence) => settle(evidence, 'published_on', 'last'))

export const evidenceListSchema = z
  .array(evidenceSchema)
  .max(...most)
  .nullish()
  .transform((list) => (list && list.length > 0 ? list : undefined))

/** Evidence as it is filed: the record gives it its id and instant itself. */
export const filedEvidenceSchema = z
  .array(
    z
      .strictObject(said)
      .openapi('EvidenceToFile')
      .refine(isNamed, unnamed)
      .transform((evidence) => settle(evidence, 'published_on', 'last')),
  )
  .max(...most)
  .nullish()
  .transform((list) => (list && list.length > 0 ? list : undefined))
