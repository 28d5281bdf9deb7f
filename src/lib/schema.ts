// Not from zod itself: a schema made before the API's extension of it is loaded could never be described there.
import { z } from '@hono/zod-openapi'
import {
  type Day,
  firstOfPeriod,
  isDay,
  lastOfPeriod,
  PRECISIONS,
  type Precision,
  readInstant,
} from './dates'
import { clean, REMOVED } from './text'

// The pieces that every object of the dataset is made of. A message here is the key of a sentence in the catalogue.

const absent = <T>(value: T | null | undefined): T | undefined => value ?? undefined

/** Text that must be there; cleaned. */
export const text = (most: number) =>
  z
    .string({ error: 'rules.required' })
    .transform(clean)
    .pipe(z.string().min(1, 'rules.required').max(most, 'rules.too_long'))

/** Text that may be unknown: absent, null and empty are the same. */
export const maybeText = (most: number) =>
  z
    .string()
    .nullish()
    .transform((value) => clean(value ?? '') || undefined)
    .pipe(z.string().max(most, 'rules.too_long').optional())

export const slug = z.string({ error: 'rules.required' }).regex(/^(?!new$)[a-z0-9-]{1,80}$/, 'rules.slug')
export const code = z
  .string({ error: 'rules.required' })
  .regex(/^(?!new$)[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/, 'rules.code')
export const id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'rules.id')
/** `agreement-slug/measure-code`. */
export const measureAddress = z
  .string()
  .regex(/^[a-z0-9-]{1,80}\/[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/, 'rules.address')

export const day = z.string({ error: 'rules.day' }).refine(isDay, 'rules.day')
export const maybeDay = day.nullish().transform(absent)
export const precision = z.enum(PRECISIONS, { error: 'rules.choose' }).nullish().transform(absent)

export const instant = z
  .string({ error: 'rules.instant' })
  .refine((value) => readInstant(value) !== undefined, 'rules.instant')
  .transform((value) => readInstant(value) ?? value)

export const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().transform(absent)
export const choice = <const W extends readonly [string, ...string[]]>(words: W) =>
  z.enum(words, { error: 'rules.choose' })

export const number = z.number({ error: 'rules.number' }).min(-1e15, 'rules.number').max(1e15, 'rules.number')
export const whole = (least: number) =>
  z.int({ error: 'rules.whole' }).min(least, 'rules.whole').max(1_000_000, 'rules.whole')
export const positive = z
  .number({ error: 'rules.number' })
  .positive('rules.positive')
  .max(1e9, 'rules.number')

/** A web address that can be followed safely, or what a redaction left of one. */
export const maybeUrl = z
  .string()
  .nullish()
  .transform((value) => clean(value ?? '') || undefined)
  .pipe(z.string().max(2_000, 'rules.too_long').refine(isWebAddress, 'rules.url').optional())

function isWebAddress(value: string): boolean {
  if (value === REMOVED) return true
  return /^https?:\/\/[^\s"<>\\^`{|}]+$/i.test(value) && URL.canParse(value)
}

/** What any object of the record may carry beside its own words. */
export const carried = {
  id: maybe(id),
  recorded_at: maybe(instant),
  withdrawn: maybe(z.strictObject({ at: instant, reason: maybeText(2_000) })),
}

/**
 * The day rules use: the first of a month or year for the day something was concluded or decided, the last for any other.
 * A precision of `day` is the same as none.
 */
export function settle<T extends Record<string, unknown>>(
  object: T,
  field: string,
  end: 'first' | 'last',
): T {
  const value = object[field]
  const known = PRECISIONS.find((word) => word === object[`${field}_precision`]) ?? 'day'
  if (typeof value !== 'string') return object
  const settled = { ...object, [field]: settledDay(value, known, end), [`${field}_precision`]: known }
  if (known === 'day') return { ...settled, [`${field}_precision`]: undefined }
  return settled
}

export const settledDay = (value: Day, known: Precision, end: 'first' | 'last'): Day =>
  end === 'first' ? firstOfPeriod(value, known) : lastOfPeriod(value, known)
