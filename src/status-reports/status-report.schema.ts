import { z } from 'zod'
import { reportEvidenceListSchema } from '../evidence/evidence.schema'
import { choice, day, id, maybe, maybeText, measureAddress, precision, settle, slug } from '../lib/schema'
import { CHANNELS, CONDITIONS, KINDS, REASONS } from './status-report'

export const bySchema = z.strictObject({ name: maybeText(200), organisation: maybeText(200) })

/** The fields of a status report, in the dataset's words. */
export const reportFields = {
  kind: choice(KINDS),
  party: maybe(slug),
  stage: z.literal([0, 1, 2, 3, null], { error: 'rules.choose' }),
  reason: maybe(choice(REASONS)),
  condition: maybe(choice(CONDITIONS)),
  superseded_by: maybe(measureAddress),
  decided_by: maybeText(300),
  as_of: day,
  as_of_precision: precision,
  channel: maybe(choice(CHANNELS)),
  by: maybe(bySchema),
  summary: maybeText(10_000),
  language: maybeText(35),
  evidence: reportEvidenceListSchema,
  corrects: maybe(id),
}

export const reportSchema = z
  .strictObject(reportFields)
  .transform((report) => settle(report, 'as_of', 'last'))
