import { z } from 'zod'
import { choice, maybe, maybeText, measureAddress, number, positive, slug, text, whole } from '../lib/schema'
import { OBLIGATIONS, VERIFICATIONS } from './measure'

/** The wording of a measure, in the dataset's words. */
export const measureFields = {
  title: text(300),
  text: maybeText(20_000),
  language: maybeText(35),
  obligation: choice(OBLIGATIONS),
  owed_by: z
    .array(slug, { error: 'rules.measure.owed_by_none' })
    .min(1, 'rules.measure.owed_by_none')
    .max(200, 'rules.too_long'),
  theme: maybeText(100),
  criterion: maybeText(5_000),
  verification: maybe(choice(VERIFICATIONS)),
  bodies: maybe(z.record(slug, text(300))),
  resources: maybeText(5_000),
  reporting_frequency: maybeText(300),
  dispute_procedure: maybeText(5_000),
  text_public: maybe(z.boolean({ error: 'rules.shape' })),
  review_interval_days: maybe(whole(1)),
  weight: maybe(positive),
  every_months: maybe(whole(1)),
  target: maybe(z.strictObject({ quantity: maybe(number), unit: maybeText(50), baseline: maybe(number) })),
  repeats: z
    .array(measureAddress)
    .max(200, 'rules.too_long')
    .nullish()
    .transform((list) => (list && list.length > 0 ? list : undefined)),
}
