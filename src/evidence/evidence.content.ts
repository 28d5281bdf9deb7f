import { PRECISIONS } from '../lib/dates'
import { dropNulls, fieldsOf, type JsonObject } from '../lib/json'
import { type Evidence, EVIDENCE_KINDS, type Restriction } from './evidence'
import { type EvidenceFile, FILE_TYPES } from './file'

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
    file: evidence.file,
    restricted: evidence.restricted && {
      review_on: evidence.restricted.reviewOn,
      ...dropNulls({ commitment: evidence.restricted.commitment, salt: evidence.restricted.salt }),
    },
  }),
})

export function readEvidence(object: JsonObject): Evidence {
  const fields = fieldsOf(object)
  const id = fields.text('id')
  const file = readFile(fields.object('file'))
  const restricted = readRestriction(fields.object('restricted'))
  return {
    ...(id === null ? {} : { id }),
    kind: fields.oneOf('kind', EVIDENCE_KINDS) ?? 'comment',
    title: fields.text('title'),
    url: fields.text('url'),
    publisher: fields.text('publisher'),
    publishedOn: fields.text('published_on'),
    publishedOnPrecision: fields.oneOf('published_on_precision', PRECISIONS) ?? 'day',
    language: fields.text('language'),
    ...(file ? { file } : {}),
    ...(restricted ? { restricted } : {}),
  }
}

function readFile(object: JsonObject | null): EvidenceFile | undefined {
  const fields = fieldsOf(object ?? {})
  const [sha256, type] = [fields.text('sha256'), fields.oneOf('type', FILE_TYPES)]
  if (sha256 === null || type === null) return undefined
  return { sha256, name: fields.text('name') ?? '', type, size: fields.number('size') ?? 0 }
}

function readRestriction(object: JsonObject | null): Restriction | undefined {
  const fields = fieldsOf(object ?? {})
  const reviewOn = fields.text('review_on')
  if (reviewOn === null) return undefined
  return { reviewOn, ...dropNulls({ commitment: fields.text('commitment'), salt: fields.text('salt') }) }
}
