import { evidenceContent, readEvidence } from '../evidence/evidence.content'
import { PRECISIONS } from '../lib/dates'
import { dropNulls, fieldsOf, type JsonObject } from '../lib/json'
import { readBy } from '../status-reports/status-report.content'
import { type AssessmentWording, VERDICTS } from './aim'

export const assessmentContent = (wording: AssessmentWording) => ({
  as_of: wording.asOf,
  verdict: wording.verdict,
  ...dropNulls({
    as_of_precision: wording.asOfPrecision === 'day' ? null : wording.asOfPrecision,
    by: wording.by,
    summary: wording.summary,
    evidence: wording.evidence.length > 0 ? wording.evidence.map(evidenceContent) : null,
  }),
})

export function readAssessment(object: JsonObject): AssessmentWording {
  const fields = fieldsOf(object)
  return {
    asOf: fields.text('as_of') ?? '',
    asOfPrecision: fields.oneOf('as_of_precision', PRECISIONS) ?? 'day',
    verdict: fields.oneOf('verdict', VERDICTS) ?? 'unchanged',
    by: readBy(fields.object('by')),
    summary: fields.text('summary'),
    evidence: fields.objects('evidence').map(readEvidence),
  }
}
