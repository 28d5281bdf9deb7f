import { z } from '@hono/zod-openapi'
import { type MessageKey } from '../messages/messages'
import type { Instant } from '../lib/dates'
import type { Site } from '../web/site'
import { told } from './pieces'
import { conflictSchema, problemSchema } from './problem'
import { type askedFields } from './question'

/** What every call is made from. */
export interface Api {
  site: Site
  /** The day and instant that every reading takes. */
  asked: ReturnType<typeof askedFields>
  clock: () => Instant
}

/** An answer in JSON, as the document describes it. */
export const json = <T extends z.ZodType>(schema: T, description: MessageKey = 'api.answer.ok') => ({
  description: told(description),
  content: { 'application/json': { schema } },
})

/** An answer in plain text. */
export const plainText = (description: MessageKey) => ({
  description: told(description),
  content: { 'text/plain': { schema: z.string() } },
})

const problems = <T extends z.ZodType>(schema: T, description: MessageKey) => ({
  description: told(description),
  content: { 'application/problem+json': { schema } },
})

export const refused = (description: MessageKey) => problems(problemSchema, description)

/** How a list that needs no address is refused. */
export const MALFORMED = { 400: refused('api.answer.malformed') }
/** How a reading of one thing, or of what belongs to it, is refused. */
export const REFUSED = { ...MALFORMED, 404: refused('api.answer.unknown') }
/** How it is said that nothing can be signed. */
export const UNSIGNED = { 503: refused('api.answer.unsigned') }
/** How a report is refused. */
export const NOT_FILED = {
  400: refused('api.answer.malformed_body'),
  401: refused('api.answer.unauthorised'),
  403: refused('api.answer.forbidden'),
  404: refused('api.answer.unknown'),
  409: problems(conflictSchema, 'api.answer.conflict'),
  413: refused('api.answer.too_large'),
  415: refused('api.answer.wrong_type'),
  422: refused('api.answer.refused'),
}

/** The `Link` header of a page that is not the last. */
export const linkTo = (next: string | null): Record<string, string> =>
  next === null ? {} : { link: `<${next}>; rel="next"` }
