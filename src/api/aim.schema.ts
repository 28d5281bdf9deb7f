import { z } from '@hono/zod-openapi'
import { VERDICTS } from '../aims/aim'
import { by, code, day, entered, id, instant, precision, text, told, withdrawn } from './pieces'
import { agreementFields, evidenceSchema } from './record.schema'

const recorded = { recorded_at: instant, entry: entered, withdrawn }

const assessmentSchema = z
  .strictObject({
    id,
    as_of: day,
    as_of_precision: precision,
    verdict: z.enum(VERDICTS),
    by,
    summary: text,
    evidence: z.array(evidenceSchema),
    ...recorded,
  })
  .openapi('Assessment')

export const aimSchema = z
  .strictObject({ id, code, title: z.string(), assessments: z.array(assessmentSchema), ...recorded })
  .openapi('Aim')

/** An agreement at its own address, with what lists leave out. */
export const wholeAgreementSchema = z
  .strictObject({
    ...agreementFields,
    aims: z.array(aimSchema).openapi({ description: told('api.field.aims') }),
  })
  .openapi('AgreementInFull')
