import { type Day } from '../lib/dates'
import { type Fields, first } from '../lib/fields'
import type { ReportWording, StatusReport } from './status-report'

// Types, not interfaces, so that their entries can be listed.

/** What was typed into one block of evidence. */
export type EvidenceValues = {
  kind: string
  title: string
  url: string
  publisher: string
  published_on: string
  published_on_precision: string
  language: string
  /** The file that was sent with it, as it is kept; all empty without one. */
  file_sha256: string
  file_name: string
  file_type: string
  file_size: string
  /** The day of its next review; what is restricted has `restricted` set. */
  review_on: string
  restricted: string
}

/** What was typed into the form of a status report, under the names of its fields. */
export type ReportValues = {
  kind: string
  party: string
  stage: string
  reason: string
  condition: string
  superseded_by: string
  decided_by: string
  as_of: string
  as_of_precision: string
  channel: string
  by_name: string
  by_organisation: string
  summary: string
  language: string
  corrects: string
  /** The entry number that the form was made at. */
  seen: string
  idempotency_key: string
  /** The draft that the form was opened from, and which version of it; empty for none. */
  draft: string
  draft_version: string
  evidence: EvidenceValues[]
}

export const BLANK_EVIDENCE: EvidenceValues = {
  kind: '',
  title: '',
  url: '',
  publisher: '',
  published_on: '',
  published_on_precision: 'day',
  language: '',
  file_sha256: '',
  file_name: '',
  file_type: '',
  file_size: '',
  review_on: '',
  restricted: '',
}

/** How many blocks of evidence a fresh form has. */
export const EVIDENCE_BLOCKS = 3

/** At least so many blocks, empty ones at the end. */
export const padded = (evidence: readonly EvidenceValues[], least: number): EvidenceValues[] => [
  ...evidence,
  ...Array.from({ length: Math.max(0, least - evidence.length) }, () => BLANK_EVIDENCE),
]

/** The values as they were sent; blocks of evidence by position, also where one field of a block is missing. */
export function valuesIn(fields: Fields): ReportValues {
  const value = (name: string) => first(fields, name)
  return {
    kind: value('kind'),
    party: value('party'),
    stage: value('stage'),
    reason: value('reason'),
    condition: value('condition'),
    superseded_by: value('superseded_by'),
    decided_by: value('decided_by'),
    as_of: value('as_of'),
    as_of_precision: value('as_of_precision'),
    channel: value('channel'),
    by_name: value('by_name'),
    by_organisation: value('by_organisation'),
    summary: value('summary'),
    language: value('language'),
    corrects: value('corrects'),
    seen: value('seen'),
    idempotency_key: value('idempotency_key'),
    draft: value('draft'),
    draft_version: value('draft_version'),
    evidence: evidenceIn(fields),
  }
}

function evidenceIn(fields: Fields): EvidenceValues[] {
  const at = (name: string, position: number) => fields[`evidence_${name}`]?.[position] ?? ''
  const lengths = Object.keys(BLANK_EVIDENCE)
    .filter((name) => name !== 'restricted')
    .map((name) => fields[`evidence_${name}`]?.length ?? 0)
  const restricted = fields['evidence_restricted'] ?? []
  return Array.from({ length: Math.max(0, ...lengths) }, (_, position) => ({
    kind: at('kind', position),
    title: at('title', position),
    url: at('url', position),
    publisher: at('publisher', position),
    published_on: at('published_on', position),
    published_on_precision: at('published_on_precision', position),
    language: at('language', position),
    file_sha256: at('file_sha256', position),
    file_name: at('file_name', position),
    file_type: at('file_type', position),
    file_size: at('file_size', position),
    review_on: at('review_on', position),
    // A box that is not ticked is not sent, so those that are say where they stand.
    restricted: restricted.includes(String(position)) ? '1' : '',
  }))
}

/** A fresh form's values. */
export const blankValues = (asOf: Day): ReportValues => ({
  ...valuesIn({}),
  condition: 'active',
  as_of: asOf,
  as_of_precision: 'day',
})

/** The values of a form that corrects a report: what the report says, to be changed. */
export const valuesOf = (report: StatusReport): ReportValues => ({
  ...valuesSaying(report),
  corrects: report.id,
})

/** The values with which a form says what a report says. */
export const valuesSaying = (report: ReportWording): ReportValues => ({
  ...valuesIn({}),
  kind: report.kind,
  party: report.party ?? '',
  stage: report.stage === null ? '' : String(report.stage),
  reason: report.reason ?? '',
  condition: report.condition,
  superseded_by: report.supersededBy ?? '',
  decided_by: report.decidedBy ?? '',
  as_of: report.asOf,
  as_of_precision: report.asOfPrecision,
  channel: report.channel,
  // What its author files again carries the account's name.
  by_name: report.channel === 'own' ? '' : (report.by?.name ?? ''),
  by_organisation: report.channel === 'own' ? '' : (report.by?.organisation ?? ''),
  summary: report.summary ?? '',
  language: report.language ?? '',
  corrects: report.corrects ?? '',
  evidence: report.evidence.map((evidence) => ({
    kind: evidence.kind,
    title: evidence.title ?? '',
    url: evidence.url ?? '',
    publisher: evidence.publisher ?? '',
    published_on: evidence.publishedOn ?? '',
    published_on_precision: evidence.publishedOnPrecision,
    language: evidence.language ?? '',
    file_sha256: evidence.file?.sha256 ?? '',
    file_name: evidence.file?.name ?? '',
    file_type: evidence.file?.type ?? '',
    file_size: evidence.file ? String(evidence.file.size) : '',
    review_on: evidence.restricted?.reviewOn ?? '',
    restricted: evidence.restricted ? '1' : '',
  })),
})

/** The values as the hidden fields of a page that is to send them again, in the order of the form. */
export function fieldsFrom({ evidence, ...values }: ReportValues): [string, string][] {
  return [
    ...Object.entries(values),
    ...evidence.flatMap((block, position) =>
      Object.entries(block).flatMap(([name, value]): [string, string][] => {
        if (name !== 'restricted') return [[`evidence_${name}`, value]]
        return value === '' ? [] : [['evidence_restricted', String(position)]]
      }),
    ),
  ]
}

/** The values as a browser would send them. */
export function fieldsOf(values: ReportValues): Fields {
  const fields: Record<string, string[]> = {}
  for (const [name, value] of fieldsFrom(values)) (fields[name] ??= []).push(value)
  return fields
}
