import { z } from 'zod'
import { evidenceListSchema } from '../evidence/evidence.schema'
import { choice, day, maybeText, precision, slug, text } from '../lib/schema'
import { AGREEMENT_KINDS } from './agreement'

/** The wording of an agreement, in the dataset's words. */
export const agreementFields = {
  title: text(300),
  kind: choice(AGREEMENT_KINDS),
  concluded_on: day,
  concluded_on_precision: precision,
  place: maybeText(200),
  summary: maybeText(10_000),
  language: maybeText(35),
  parties: z
    .array(slug, { error: 'rules.agreement.parties' })
    .min(1, 'rules.agreement.parties')
    .max(200, 'rules.too_long'),
  sources: evidenceListSchema,
}
