import { z } from 'zod'
import { evidenceListSchema } from '../evidence/evidence.schema'
import { choice, day, maybeText, precision } from '../lib/schema'
import { bySchema } from '../status-reports/status-report.schema'
import { VERDICTS } from './aim'

export const assessmentFields = {
  as_of: day,
  as_of_precision: precision,
  verdict: choice(VERDICTS),
  /** A name alone is the name of a person or body. */
  by: z
    .union([z.string().transform((name) => ({ name })), bySchema])
    .nullish()
    .transform((by) => by ?? undefined),
  summary: maybeText(10_000),
  evidence: evidenceListSchema,
}
