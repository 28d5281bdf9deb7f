import { z } from '@hono/zod-openapi'
import { filedEvidenceSchema } from '../evidence/evidence.schema'
import { reportFields } from '../status-reports/status-report.schema'
import { APPROVING_CAPACITIES, CHANNELS, CONDITIONS, KINDS, REASONS } from '../status-reports/status-report'
import { maybe, maybeText } from '../lib/schema'
import {
  by,
  code,
  day,
  entered,
  id,
  instant,
  listOf,
  maybeStage,
  MOST_ENTRY,
  precision,
  slug,
  text,
  told,
  withdrawn,
} from './pieces'
import { evidenceSchema } from './record.schema'
import { standingSchema } from './standing.schema'

const recorded = { recorded_at: instant, entry: entered, withdrawn }

const said = {
  agreement: slug,
  measure: code,
  kind: z.enum(KINDS),
  party: slug.nullable(),
  stage: maybeStage,
  reason: z.enum(REASONS).nullable(),
  condition: z.enum(CONDITIONS),
  superseded_by: text,
  decided_by: text,
  as_of: day,
  as_of_precision: precision,
  channel: z.enum(CHANNELS),
  by,
  summary: text,
  language: text,
  evidence: z.array(evidenceSchema),
  corrects: id.nullable(),
}

export const reportSchema = z
  .strictObject({
    id,
    ...said,
    approved_by: z
      .strictObject({ id, capacity: z.enum(APPROVING_CAPACITIES) })
      .nullable()
      .openapi({ description: told('api.field.approved_by') }),
    ...recorded,
    state: z
      .enum(['live', 'earlier', 'corrected', 'withdrawn'])
      .openapi({ description: told('api.field.state') }),
    corrected_by: id.nullable().openapi({ description: told('api.field.corrected_by') }),
    replies: z.array(z.strictObject({ id, party: slug, text: z.string(), ...recorded }).openapi('Reply')),
  })
  .openapi('Report')

export const reportsSchema = listOf(reportSchema).openapi('Reports')

/** What a report says, before it is in the record. */
export const saidSchema = z.strictObject(said).openapi('ReportSaid')

/** A report that was judged and not recorded, and where its measure would stand with it. */
export const previewSchema = z.strictObject({ ...said, standing: standingSchema }).openapi('ReportPreview')

const flag = z.union([z.boolean(), z.string(), z.number()])

/** What a report is filed with: the dataset's fields, and what the form's address carries beside them. */
export const filedSchema = z
  .strictObject({
    ...reportFields,
    stage: reportFields.stage.openapi({ type: ['integer', 'null'], enum: [0, 1, 2, 3, null] }),
    as_of: reportFields.as_of.openapi({ format: 'date' }),
    evidence: filedEvidenceSchema,
    channel: reportFields.channel.openapi({ description: told('api.field.channel') }),
    by_name: maybeText(200).openapi({ description: told('api.field.by_name') }),
    by_organisation: maybeText(200).openapi({ description: told('api.field.by_organisation') }),
    seen: maybe(z.int('rules.whole').min(0, 'rules.whole').max(MOST_ENTRY, 'rules.whole')).openapi({
      description: told('api.field.seen'),
    }),
    preview: maybe(flag).openapi({ description: told('api.field.preview') }),
    idempotency_key: maybe(z.string({ error: 'rules.shape' })).openapi({
      description: told('api.field.idempotency_key'),
    }),
  })
  .openapi('ReportToFile')
