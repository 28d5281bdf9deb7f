import { z } from 'zod'
import { agreementFields } from '../agreements/agreement.schema'
import { assessmentFields } from '../aims/aim.schema'
import { deadlineFields } from '../deadlines/deadline.schema'
import { hashOf, SHA256 } from '../evidence/file'
import { carried, choice, code, id, instant, maybe, maybeText, slug, text } from '../lib/schema'
import { measureFields } from '../measures/measure.schema'
import { noteFields } from '../notes/note.schema'
import { observationFields } from '../observations/observation.schema'
import { partyFields } from '../parties/party.schema'
import { APPROVING_CAPACITIES } from '../status-reports/status-report'
import { bySchema, reportFields } from '../status-reports/status-report.schema'
import {
  type CarriedFile,
  type Dataset,
  FORMAT,
  type SaidAgreement,
  type SaidMeasure,
  type SaidParty,
} from './dataset'
import { saidFrom, wordedFrom } from './said'

const list = <T extends z.ZodType>(schema: T) =>
  z
    .array(schema, { error: 'rules.shape' })
    .nullish()
    .transform((things) => things ?? [])

const revisions = z
  .array(
    z.strictObject({
      recorded_at: maybe(instant),
      reason: maybeText(2_000),
      fields: z.record(z.string(), z.unknown(), { error: 'rules.required' }),
    }),
    { error: 'rules.shape' },
  )
  .nullish()
  .transform((given) => given ?? undefined)

const deadline = z
  .strictObject({ ...deadlineFields, ...carried })
  .transform((given) => saidFrom('deadline', given))
const observation = z
  .strictObject({ ...observationFields, ...carried })
  .transform((given) => saidFrom('observation', given))
const note = z.strictObject({ ...noteFields, ...carried }).transform((given) => saidFrom('note', given))
const reply = z
  .strictObject({ party: slug, text: text(10_000), ...carried })
  .transform((given) => saidFrom('reply', given))

// A name alone is the name of a person or body.
const by = z.preprocess((given) => (typeof given === 'string' ? { name: given } : given), maybe(bySchema))
const assessment = z
  .strictObject({ ...assessmentFields, by, ...carried })
  .transform((given) => saidFrom('assessment', given))

const approvedBy = maybe(z.strictObject({ id, capacity: choice(APPROVING_CAPACITIES) }))
const report = z
  .strictObject({ ...reportFields, approved_by: approvedBy, replies: list(reply), ...carried })
  .transform(({ replies, ...given }) => ({ ...saidFrom('report', given, replies), replies }))

const aim = z
  .strictObject({ code, title: text(300), assessments: list(assessment), ...carried })
  .transform(({ code, assessments, ...given }) => ({
    ...saidFrom('aim', given, assessments),
    code,
    assessments,
  }))

const partyWording = z.strictObject(partyFields)
const agreementWording = z.strictObject(agreementFields)
const measureWording = z.strictObject(measureFields)

const party = z
  .strictObject({ slug, ...partyFields, ...carried, revisions })
  .transform(({ slug, ...given }): SaidParty => ({
    ...wordedFrom('party', given, [], partyWording),
    slug,
  }))

const measure = z
  .strictObject({
    code,
    ...measureFields,
    ...carried,
    revisions,
    deadlines: list(deadline),
    observations: list(observation),
    notes: list(note),
    reports: list(report),
  })
  .transform(({ code, deadlines, observations, notes, reports, ...given }): SaidMeasure => {
    const inside = [...deadlines, ...observations, ...notes, ...reports]
    const worded = wordedFrom('measure', given, inside, measureWording)
    return { ...worded, code, deadlines, observations, notes, reports }
  })

const agreement = z
  .strictObject({
    slug,
    ...agreementFields,
    ...carried,
    revisions,
    aims: list(aim),
    notes: list(note),
    measures: list(measure),
  })
  .transform(({ slug, aims, notes, measures, ...given }): SaidAgreement => {
    const inside = [...aims, ...notes, ...measures]
    return { ...wordedFrom('agreement', given, inside, agreementWording), slug, aims, notes, measures }
  })

const base64 = z
  .string({ error: 'exchange.file_data' })
  // A pattern would not get to the end of megabytes.
  .refine((data) => Buffer.from(data, 'base64').toString('base64') === data, 'exchange.file_data')
  .transform((data): Uint8Array => Buffer.from(data, 'base64'))

const file = z
  .strictObject({
    sha256: z.string({ error: 'rules.required' }).regex(SHA256, 'rules.file.sha256'),
    data: base64,
  })
  .transform(({ sha256, data }): CarriedFile => ({ sha256, bytes: data }))
  .refine(({ sha256, bytes }) => hashOf(bytes) === sha256, { error: 'exchange.file_hash', path: ['data'] })

/** A whole dataset: read strictly, every word in the form in which the record keeps it. */
export const datasetSchema: z.ZodType<Dataset> = z
  .strictObject({
    format: z.literal(FORMAT, { error: 'exchange.format' }),
    parties: list(party),
    agreements: list(agreement),
    files: list(file),
  })
  .transform(({ parties, agreements, files }) => ({ parties, agreements, files }))
