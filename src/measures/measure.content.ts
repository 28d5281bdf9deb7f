import { dropNulls, fieldsOf, type JsonObject } from '../lib/json'
import { textsOf } from '../parties/party.content'
import { type MeasureWording, OBLIGATIONS, type Target, VERIFICATIONS } from './measure'

/** A measure's wording in the dataset's words; what is unknown is left out. */
export const measureContent = (wording: MeasureWording) => ({
  title: wording.title,
  obligation: wording.obligation,
  owed_by: wording.owedBy,
  ...dropNulls({
    text: wording.text,
    language: wording.language,
    theme: wording.theme,
    criterion: wording.criterion,
    verification: wording.verification,
    bodies: Object.keys(wording.bodies).length > 0 ? wording.bodies : null,
    resources: wording.resources,
    reporting_frequency: wording.reportingFrequency,
    dispute_procedure: wording.disputeProcedure,
    text_public: wording.textPublic,
    review_interval_days: wording.reviewIntervalDays,
    weight: wording.weight === 1 ? null : wording.weight,
    every_months: wording.everyMonths,
    target: wording.target ? dropNulls(wording.target) : null,
    repeats: wording.repeats.length > 0 ? wording.repeats : null,
  }),
})

export function readMeasure(object: JsonObject): MeasureWording {
  const fields = fieldsOf(object)
  return {
    title: fields.text('title') ?? '',
    text: fields.text('text'),
    language: fields.text('language'),
    obligation: fields.oneOf('obligation', OBLIGATIONS) ?? 'one_off',
    owedBy: fields.texts('owed_by'),
    theme: fields.text('theme'),
    criterion: fields.text('criterion'),
    verification: fields.oneOf('verification', VERIFICATIONS),
    bodies: textsOf(fields.object('bodies')),
    resources: fields.text('resources'),
    reportingFrequency: fields.text('reporting_frequency'),
    disputeProcedure: fields.text('dispute_procedure'),
    textPublic: fields.flag('text_public'),
    reviewIntervalDays: fields.number('review_interval_days'),
    weight: fields.number('weight') ?? 1,
    everyMonths: fields.number('every_months'),
    target: readTarget(fields.object('target')),
    repeats: fields.texts('repeats'),
  }
}

function readTarget(object: JsonObject | null): Target | null {
  if (!object) return null
  const fields = fieldsOf(object)
  return {
    quantity: fields.number('quantity'),
    unit: fields.text('unit'),
    baseline: fields.number('baseline'),
  }
}
