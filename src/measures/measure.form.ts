import { z } from 'zod'
import { toContentObject } from '../ledger/content'
import { type Fields, first, given, numberGiven } from '../lib/fields'
import { code } from '../lib/schema'
import type { Read } from '../parties/edit'
import { chosen, fieldsFrom, keyed, readWith, reasonField } from '../parties/form'
import { type Implementability, type ImplementabilityFacts, implementabilityOf } from './implementability'
import { type MeasureWording, VERIFICATIONS } from './measure'
import { measureContent, readMeasure } from './measure.content'
import { measureFields } from './measure.schema'

const newMeasure = z.strictObject({ code, ...measureFields })
const revision = z.strictObject({ reason: reasonField, ...measureFields })

const ANSWERS: Record<string, boolean> = { true: true, false: false }

const wordingIn = (fields: Fields) => ({
  title: first(fields, 'title'),
  text: given(fields, 'text'),
  language: given(fields, 'language'),
  obligation: given(fields, 'obligation'),
  owed_by: [...new Set(chosen(fields, 'owed_by'))],
  theme: given(fields, 'theme'),
  criterion: given(fields, 'criterion'),
  verification: given(fields, 'verification'),
  bodies: keyed(fields, 'bodies'),
  resources: given(fields, 'resources'),
  reporting_frequency: given(fields, 'reporting_frequency'),
  dispute_procedure: given(fields, 'dispute_procedure'),
  text_public: ANSWERS[first(fields, 'text_public')] ?? given(fields, 'text_public'),
  review_interval_days: numberGiven(fields, 'review_interval_days'),
  weight: numberGiven(fields, 'weight'),
  every_months: numberGiven(fields, 'every_months'),
  target: targetIn(fields),
  repeats: chosen(fields, 'repeats').flatMap(linesOf),
})

function targetIn(fields: Fields) {
  const target = {
    quantity: numberGiven(fields, 'target.quantity'),
    unit: given(fields, 'target.unit'),
    baseline: numberGiven(fields, 'target.baseline'),
  }
  return Object.values(target).some((value) => value !== undefined) ? target : undefined
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const atControl = (field: string): string => field.replace(/^(owed_by|repeats)\.\d+$/, '$1')

export function readNewMeasure(fields: Fields): Read<{ code: string; wording: MeasureWording }> {
  const read = readWith(newMeasure, { code: first(fields, 'code').trim(), ...wordingIn(fields) }, atControl)
  return 'problems' in read
    ? read
    : { said: { code: read.said.code, wording: readMeasure(toContentObject(read.said)) } }
}

export function readMeasureRevision(fields: Fields): Read<{ reason: string; wording: MeasureWording }> {
  const read = readWith(revision, { reason: first(fields, 'reason'), ...wordingIn(fields) }, atControl)
  return 'problems' in read
    ? read
    : { said: { reason: read.said.reason, wording: readMeasure(toContentObject(read.said)) } }
}

/** What the text gives as it stands in the form, whether or not it could be recorded so. */
export const implementabilityTyped = (
  fields: Fields,
  decided: Pick<ImplementabilityFacts, 'deadlinesDecidedOn' | 'concludedOn'>,
): Implementability =>
  implementabilityOf({
    ...decided,
    owedBy: chosen(fields, 'owed_by'),
    bodies: keyed(fields, 'bodies') ?? null,
    criterion: given(fields, 'criterion') ?? null,
    verification: VERIFICATIONS.find((way) => way === given(fields, 'verification')) ?? null,
    resources: given(fields, 'resources') ?? null,
    reportingFrequency: given(fields, 'reporting_frequency') ?? null,
    disputeProcedure: given(fields, 'dispute_procedure') ?? null,
    textPublic: ANSWERS[first(fields, 'text_public')] ?? null,
  })

export const measureFieldsOf = (wording: MeasureWording): Fields => ({
  ...fieldsFrom(measureContent(wording)),
  repeats: [wording.repeats.join('\n')],
})
