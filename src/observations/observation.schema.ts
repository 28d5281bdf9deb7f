import { z } from 'zod'
import { evidenceListSchema } from '../evidence/evidence.schema'
import { day, maybe, maybeText, number, precision, settle } from '../lib/schema'

export const observationFields = {
  observed_on: day,
  observed_on_precision: precision,
  quantity: maybe(number),
  total: maybe(number),
  percent_stated: maybe(number),
  unit: maybeText(50),
  note: maybeText(5_000),
  evidence: evidenceListSchema,
}

export const observationSchema = z
  .strictObject(observationFields)
  .transform((observation) => settle(observation, 'observed_on', 'last'))
