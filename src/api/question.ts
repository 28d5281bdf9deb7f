import { z } from '@hono/zod-openapi'
import { type Filter, FLAGS } from '../dashboards/filter'
import { type Day, dayOf, type Instant, isDay, lastInstantOf, readInstant } from '../lib/dates'
import { LABELS } from '../standing/standing.types'
import { MOST_ENTRY, told } from './pieces'

// The parameters of reading. An empty one is an absent one; what a call does not know is not looked at.

export const MOST_ITEMS = 500
export const USUAL_ITEMS = 100

const given = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined)
const whole = /^\d{1,10}$/

const within = (least: number, most: number) => (value: string | undefined) =>
  value === undefined || (whole.test(value) && Number(value) >= least && Number(value) <= most)
const numberOf = (value: string | undefined) => (value === undefined ? undefined : Number(value))

const entry = (least: number, key: 'at' | 'before' | 'after_entry') =>
  given
    .refine(within(least, MOST_ENTRY), 'api.bad.entry')
    .transform(numberOf)
    .openapi({
      type: 'integer',
      minimum: least,
      maximum: MOST_ENTRY,
      description: told(`api.parameter.${key}`),
    })

export const limit = given
  .refine(within(1, MOST_ITEMS), 'api.bad.limit')
  .transform((value) => numberOf(value) ?? USUAL_ITEMS)
  .openapi({
    type: 'integer',
    minimum: 1,
    maximum: MOST_ITEMS,
    default: USUAL_ITEMS,
    description: told('api.parameter.limit'),
  })

// A plus sign in a query is a space; in an instant only an offset has one.
const instantIn = (value: string): Instant | undefined =>
  isDay(value) ? lastInstantOf(value) : readInstant(value.replace(/ (?=\d{2}:\d{2}$)/, '+'))

/** Which day and which instant; the clock says what a later day is. */
export const askedFields = (clock: () => Instant) => ({
  as_of: given
    .refine((value) => value === undefined || isDay(value), { error: 'api.bad.as_of', abort: true })
    .refine((value) => value === undefined || value <= dayOf(clock()), 'api.bad.as_of_later')
    .openapi({ type: 'string', format: 'date', description: told('api.parameter.as_of') }),
  known_at: given
    .refine((value) => value === undefined || instantIn(value) !== undefined, 'api.bad.known_at')
    .transform((value) => (value === undefined ? undefined : instantIn(value)))
    .openapi({ type: 'string', description: told('api.parameter.known_at') }),
})

/** Which page of a list. */
export const pageFields = { limit, at: entry(0, 'at') }

const cursor = (pattern: RegExp, message: 'rules.slug' | 'rules.code') =>
  given
    .refine((value) => value === undefined || pattern.test(value), message)
    .openapi({ type: 'string', pattern: pattern.source, description: told('api.parameter.after') })

export const afterSlug = { after: cursor(/^[a-z0-9-]{1,80}$/, 'rules.slug') }
export const afterCode = { after: cursor(/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/, 'rules.code') }
export const beforeEntry = { before: entry(1, 'before') }
export const afterEntry = { after: entry(0, 'after_entry') }

type Count = 'entry_proved' | 'size' | 'size_signed' | 'from' | 'to'
const counted = (least: number, key: Count) =>
  given
    .refine(within(least, MOST_ENTRY), 'api.bad.entry')
    .transform(numberOf)
    .openapi({
      type: 'integer',
      minimum: least,
      maximum: MOST_ENTRY,
      description: told(`api.parameter.${key}`),
    })
const wanted = (least: number, key: Count) =>
  z
    .string({ error: 'api.bad.entry' })
    .trim()
    .refine((value) => value !== '' && within(least, MOST_ENTRY)(value), 'api.bad.entry')
    .transform(Number)
    .openapi({
      type: 'integer',
      minimum: least,
      maximum: MOST_ENTRY,
      description: told(`api.parameter.${key}`),
    })

/** How large the ledger was at the checkpoint that is asked for. */
export const checkpointFields = { size: counted(0, 'size_signed') }
/** Which entry is to be shown in the ledger of which size. */
export const inclusionFields = { entry: wanted(1, 'entry_proved'), size: counted(1, 'size') }

/** Which size of the ledger is to be shown to have grown into which. */
export const consistencyFields = { from: wanted(0, 'from'), to: counted(0, 'to') }

const oneOf = <W extends string>(words: readonly W[], key: 'label' | 'flag') =>
  given
    .pipe(z.enum(words, { error: 'rules.choose' }).optional())
    .openapi({ type: 'string', enum: [...words], description: told(`api.parameter.${key}`) })

/** What a list is narrowed to, as its page is. */
export const filterFields = {
  party: given
    .refine((value) => value === undefined || /^[a-z0-9-]{1,80}$/.test(value), 'rules.slug')
    .openapi({ type: 'string', pattern: '^[a-z0-9-]{1,80}$', description: told('api.parameter.party') }),
  label: oneOf(LABELS, 'label'),
  flag: oneOf(FLAGS, 'flag'),
  theme: given.openapi({ type: 'string', description: told('api.parameter.theme') }),
  year: given
    .refine((value) => value === undefined || /^\d{4}$/.test(value), 'api.bad.year')
    .openapi({ type: 'string', pattern: '^\\d{4}$', description: told('api.parameter.year') }),
}

type Filters = { [K in keyof Filter]?: Filter[K] | undefined }

export const filterOf = ({ party, label, flag, theme, year }: Filters): Filter => ({
  party: party ?? null,
  label: label ?? null,
  flag: flag ?? null,
  theme: theme ?? null,
  year: year ?? null,
})

/** A day and an instant, as an address asked for them, and the last entry that is to be looked at. */
export interface Question {
  as_of?: Day | undefined
  known_at?: Instant | undefined
  at?: number | undefined
}
