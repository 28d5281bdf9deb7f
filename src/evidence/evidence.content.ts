import { PRECISIONS } from '../lib/dates'
import { dropNulls, fieldsOf, type JsonObject } from '../lib/json'
import { type Evidence, EVIDENCE_KINDS } from './evidence'

/** Evidence in the dataset's words; what is unknown is left out. */
export const evidenceContent = (evidence: Evidence) => ({
  ...(evidence.id ? { id: evidence.id } : {}),
  kind: evidence.kind,
  ...dropNulls({
    title: evidence.title,
    url: evidence.url,
    publisher: evidence.publisher,
    published_on: evidence.publishedOn,
    published_on_precision: evidence.publishedOnPrecision === 'day' ? null : evidence.publishedOnPrecision,
    language: evidence.language,
  }),
})

export function readEvidence(object: JsonObject): Evidence {
  const fields = fieldsOf(object)
  const id = fields.text('id')
  return {
    ...(id === null ? {} : { id }),
    kind: fields.oneOf('kind', EVIDENCE_KINDS) ?? 'comment',
    title: fields.text('title'),
    url: fields.text('url'),
    publisher: fields.text('publisher'),
    publishedOn: fields.text('published_on'),
    publishedOnPrecision: fields.oneOf('published_on_precision', PRECISIONS) ?? 'day',
    language: fields.text('language'),
  }
}
