import { evidenceContent, readEvidence } from '../evidence/evidence.content'
import { PRECISIONS } from '../lib/dates'
import { dropNulls, fieldsOf, type JsonObject } from '../lib/json'
import {
  type Approval,
  APPROVING_CAPACITIES,
  type By,
  CHANNELS,
  CONDITIONS,
  KINDS,
  REASONS,
  type ReportWording,
  STAGES,
} from './status-report'

/** A status report in the dataset's words; what is unknown is left out, but an unknown stage is written. */
export const reportContent = (wording: ReportWording) => ({
  kind: wording.kind,
  stage: wording.stage,
  condition: wording.condition,
  as_of: wording.asOf,
  channel: wording.channel,
  ...dropNulls({
    party: wording.party,
    reason: wording.reason,
    superseded_by: wording.supersededBy,
    decided_by: wording.decidedBy,
    as_of_precision: wording.asOfPrecision === 'day' ? null : wording.asOfPrecision,
    by: wording.by,
    summary: wording.summary,
    language: wording.language,
    evidence: wording.evidence.length > 0 ? wording.evidence.map(evidenceContent) : null,
    corrects: wording.corrects,
    approved_by: wording.approvedBy,
  }),
})

export function readReport(object: JsonObject): ReportWording {
  const fields = fieldsOf(object)
  return {
    kind: fields.oneOf('kind', KINDS) ?? 'claim',
    party: fields.text('party'),
    stage: fields.oneOf('stage', STAGES),
    reason: fields.oneOf('reason', REASONS),
    condition: fields.oneOf('condition', CONDITIONS) ?? 'active',
    supersededBy: fields.text('superseded_by'),
    decidedBy: fields.text('decided_by'),
    asOf: fields.text('as_of') ?? '',
    asOfPrecision: fields.oneOf('as_of_precision', PRECISIONS) ?? 'day',
    channel: fields.oneOf('channel', CHANNELS) ?? 'public_source',
    by: readBy(fields.object('by')),
    summary: fields.text('summary'),
    language: fields.text('language'),
    evidence: fields.objects('evidence').map(readEvidence),
    corrects: fields.text('corrects'),
    approvedBy: readApproval(fields.object('approved_by')),
  }
}

function readApproval(object: JsonObject | null): Approval | null {
  const fields = fieldsOf(object ?? {})
  const [id, capacity] = [fields.text('id'), fields.oneOf('capacity', APPROVING_CAPACITIES)]
  return id === null || capacity === null ? null : { id, capacity }
}

/** Who said something; null where nobody is named. */
export function readBy(object: JsonObject | null): By | null {
  const fields = fieldsOf(object ?? {})
  const by = dropNulls({ name: fields.text('name'), organisation: fields.text('organisation') })
  return Object.keys(by).length > 0 ? by : null
}
