import { evidenceContent, readEvidence } from '../evidence/evidence.content'
import { PRECISIONS } from '../lib/dates'
import { dropNulls, fieldsOf, type JsonObject } from '../lib/json'
import type { ObservationWording } from './observation'

export const observationContent = (wording: ObservationWording) => ({
  observed_on: wording.observedOn,
  ...dropNulls({
    observed_on_precision: wording.observedOnPrecision === 'day' ? null : wording.observedOnPrecision,
    quantity: wording.quantity,
    total: wording.total,
    percent_stated: wording.percentStated,
    unit: wording.unit,
    note: wording.note,
    evidence: wording.evidence.length > 0 ? wording.evidence.map(evidenceContent) : null,
  }),
})

export function readObservation(object: JsonObject): ObservationWording {
  const fields = fieldsOf(object)
  return {
    observedOn: fields.text('observed_on') ?? '',
    observedOnPrecision: fields.oneOf('observed_on_precision', PRECISIONS) ?? 'day',
    quantity: fields.number('quantity'),
    total: fields.number('total'),
    percentStated: fields.number('percent_stated'),
    unit: fields.text('unit'),
    note: fields.text('note'),
    evidence: fields.objects('evidence').map(readEvidence),
  }
}
