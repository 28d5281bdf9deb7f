import { z } from '@hono/zod-openapi'
import { AGREEMENT_KINDS } from '../agreements/agreement'
import { EVIDENCE_KINDS } from '../evidence/evidence'
import { FILE_TYPES, MOST_FILE_BYTES, SHA256 } from '../evidence/file'
import { IMPLEMENTABILITY_POINTS } from '../measures/implementability'
import { OBLIGATIONS, VERIFICATIONS } from '../measures/measure'
import { NOTE_KINDS } from '../notes/note'
import { PARTY_KINDS } from '../parties/party'
import {
  amount,
  code,
  count,
  day,
  entered,
  id,
  instant,
  listOf,
  precision,
  slug,
  text,
  told,
  withdrawn,
} from './pieces'
import { countsSchema, scoreSchema, standingSchema } from './standing.schema'

const recorded = { recorded_at: instant, entry: entered, withdrawn }

const fileFields = {
  sha256: z.string().regex(SHA256),
  name: z.string(),
  type: z.enum(FILE_TYPES),
  size: z.int().min(1).max(MOST_FILE_BYTES),
}

export const fileSchema = z.strictObject(fileFields).openapi('File')

export const evidenceSchema = z
  .strictObject({
    id: id.nullable(),
    kind: z.enum(EVIDENCE_KINDS),
    title: text,
    url: text,
    publisher: text,
    published_on: day.nullable(),
    published_on_precision: precision,
    language: text,
    file: z
      .strictObject(fileFields)
      .nullable()
      .openapi({ description: told('api.field.file') }),
    restricted: z
      .strictObject({ review_on: day })
      .nullable()
      .openapi({ description: told('api.field.restricted') }),
  })
  .openapi('Evidence')

export const agreementFields = {
  id,
  slug,
  title: z.string(),
  kind: z.enum(AGREEMENT_KINDS),
  concluded_on: day,
  concluded_on_precision: precision,
  place: text,
  summary: text,
  language: text,
  parties: z.array(slug),
  sources: z.array(evidenceSchema),
  ...recorded,
  counts: countsSchema,
  score: scoreSchema,
}

export const agreementSchema = z.strictObject(agreementFields).openapi('Agreement')

const deadlineSchema = z
  .strictObject({
    id,
    due_on: day.nullable(),
    due_on_precision: precision,
    decided_on: day,
    decided_on_precision: precision,
    decided_by: text,
    reason: text,
    ...recorded,
  })
  .openapi('Deadline')

const target = z.strictObject({ quantity: amount, unit: text, baseline: amount })

const measureFields = {
  id,
  agreement: slug,
  code,
  title: z.string(),
  text,
  language: text,
  obligation: z.enum(OBLIGATIONS),
  owed_by: z.array(slug),
  theme: text,
  criterion: text,
  verification: z.enum(VERIFICATIONS).nullable(),
  bodies: z.record(slug, z.string()),
  resources: text,
  reporting_frequency: text,
  dispute_procedure: text,
  text_public: z.boolean().nullable(),
  review_interval_days: count.nullable(),
  weight: z.number(),
  every_months: count.nullable(),
  target: target.nullable(),
  repeats: z.array(z.string()),
  ...recorded,
  standing: standingSchema,
  implementability: z
    .strictObject({ score: z.int().min(0).max(8), met: z.array(z.enum(IMPLEMENTABILITY_POINTS)) })
    .openapi({ description: told('api.field.implementability') }),
  deadlines: z.array(deadlineSchema),
}

export const measureSchema = z.strictObject(measureFields).openapi('Measure')

const observationSchema = z
  .strictObject({
    id,
    observed_on: day,
    observed_on_precision: precision,
    quantity: amount,
    total: amount,
    percent_stated: amount,
    unit: text,
    note: text,
    evidence: z.array(evidenceSchema),
    ...recorded,
  })
  .openapi('Observation')

const noteSchema = z
  .strictObject({
    id,
    on: day,
    on_precision: precision,
    kind: z.enum(NOTE_KINDS),
    by_party: slug.nullable(),
    text: z.string(),
    evidence: z.array(evidenceSchema),
    ...recorded,
  })
  .openapi('Note')

/** A measure at its own address, with what lists leave out. */
export const wholeMeasureSchema = z
  .strictObject({
    ...measureFields,
    observations: z.array(observationSchema),
    notes: z.array(noteSchema),
  })
  .openapi('MeasureInFull')

export const partySchema = z
  .strictObject({
    id,
    slug,
    name: z.string(),
    kind: z.enum(PARTY_KINDS),
    part_of: slug.nullable(),
    names: z.record(z.string(), z.string()),
    ...recorded,
    agreements: z.array(slug).openapi({ description: told('api.field.party_agreements') }),
    owed: count.openapi({ description: told('api.field.owed') }),
    score: scoreSchema.openapi({ description: told('api.field.party_score') }),
  })
  .openapi('Party')

export const agreementsSchema = listOf(agreementSchema).openapi('Agreements')
export const measuresSchema = listOf(measureSchema).openapi('Measures')
export const partiesSchema = listOf(partySchema).openapi('Parties')
