import { evidenceContent, readEvidence } from '../evidence/evidence.content'
import { PRECISIONS } from '../lib/dates'
import { dropNulls, fieldsOf, type JsonObject } from '../lib/json'
import { AGREEMENT_KINDS, type AgreementWording } from './agreement'

/** An agreement's wording in the dataset's words; what is unknown is left out. */
export const agreementContent = (wording: AgreementWording) => ({
  title: wording.title,
  kind: wording.kind,
  concluded_on: wording.concludedOn,
  parties: wording.parties,
  ...dropNulls({
    concluded_on_precision: wording.concludedOnPrecision === 'day' ? null : wording.concludedOnPrecision,
    place: wording.place,
    summary: wording.summary,
    language: wording.language,
    sources: wording.sources.length > 0 ? wording.sources.map(evidenceContent) : null,
  }),
})

export function readAgreement(object: JsonObject): AgreementWording {
  const fields = fieldsOf(object)
  return {
    title: fields.text('title') ?? '',
    kind: fields.oneOf('kind', AGREEMENT_KINDS) ?? 'announcement',
    concludedOn: fields.text('concluded_on') ?? '',
    concludedOnPrecision: fields.oneOf('concluded_on_precision', PRECISIONS) ?? 'day',
    place: fields.text('place'),
    summary: fields.text('summary'),
    language: fields.text('language'),
    parties: fields.texts('parties'),
    sources: fields.objects('sources').map(readEvidence),
  }
}
