import { z } from 'zod'
import { toContentObject } from '../ledger/content'
import { type Fields, first, given } from '../lib/fields'
import { settle, slug } from '../lib/schema'
import type { Read } from '../parties/edit'
import { chosen, fieldsFrom, readWith, reasonField } from '../parties/form'
import type { AgreementWording } from './agreement'
import { agreementContent, readAgreement } from './agreement.content'
import { agreementFields } from './agreement.schema'
import { blockFields, readBlocks } from './evidence-blocks'

const newAgreement = z
  .strictObject({ slug, ...agreementFields })
  .transform((agreement) => settle(agreement, 'concluded_on', 'first'))
const revision = z
  .strictObject({ reason: reasonField, ...agreementFields })
  .transform((agreement) => settle(agreement, 'concluded_on', 'first'))

const wordingIn = (fields: Fields, sources: object[]) => ({
  title: first(fields, 'title'),
  kind: given(fields, 'kind'),
  concluded_on: first(fields, 'concluded_on').trim(),
  concluded_on_precision: given(fields, 'concluded_on_precision'),
  place: given(fields, 'place'),
  summary: given(fields, 'summary'),
  language: given(fields, 'language'),
  parties: [...new Set(chosen(fields, 'parties'))],
  sources,
})

const controlOf = (atControl: (field: string) => string) => (field: string) =>
  atControl(field.replace(/^parties\.\d+$/, 'parties'))

export function readNewAgreement(fields: Fields): Read<{ slug: string; wording: AgreementWording }> {
  const { list, atControl } = readBlocks(fields)
  const input = { slug: first(fields, 'slug').trim(), ...wordingIn(fields, list) }
  const read = readWith(newAgreement, input, controlOf(atControl))
  return 'problems' in read
    ? read
    : { said: { slug: read.said.slug, wording: readAgreement(toContentObject(read.said)) } }
}

export function readAgreementRevision(fields: Fields): Read<{ reason: string; wording: AgreementWording }> {
  const { list, atControl } = readBlocks(fields)
  const input = { reason: first(fields, 'reason'), ...wordingIn(fields, list) }
  const read = readWith(revision, input, controlOf(atControl))
  return 'problems' in read
    ? read
    : { said: { reason: read.said.reason, wording: readAgreement(toContentObject(read.said)) } }
}

export function agreementFieldsOf(wording: AgreementWording): Fields {
  const { sources: _sources, ...content } = agreementContent(wording)
  return { ...fieldsFrom(content), ...blockFields(wording.sources) }
}
