import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type Day, dayOf, type Instant, isDay, lastInstantOf, readInstant } from '../lib/dates'
import type { Asked } from '../standing/facts'

/** The day and instant that an address asks for, and what it literally said. */
export interface Question {
  asked: Asked
  /** Null where the address does not say. */
  asOf: Day | null
  knownAt: Instant | null
}

export type Unreadable = { problem: 'as_of' | 'known_at' | 'as_of_later' }

/** Reads `as_of` and `known_at`. A bare `known_at` day means its last millisecond; a future one is taken as given. */
export function readAsked(asOfText: string, knownAtText: string, today: Day): Question | Unreadable {
  const asOf = asOfText || null
  if (asOf !== null && !isDay(asOf)) return { problem: 'as_of' }
  if (asOf !== null && asOf > today) return { problem: 'as_of_later' }
  const knownAt =
    knownAtText === '' ? null : isDay(knownAtText) ? lastInstantOf(knownAtText) : readInstant(knownAtText)
  if (knownAt === undefined) return { problem: 'known_at' }
  return { asked: { asOf: asOf ?? today, knownAt }, asOf, knownAt }
}

/** A parameter of an address that cannot be read ends a page's request with 400; the error page names it. */
export class BadParameter extends HTTPException {
  readonly parameter: string
  readonly typed: string
  constructor(parameter: string, typed: string) {
    super(400)
    this.parameter = parameter
    this.typed = typed
  }
}

interface Typed {
  as_of: string
  known_at: string
}

/** A malformed question of day or knowledge; the error page asks it again. */
export class BadQuestion extends BadParameter {
  readonly problem: Unreadable['problem']
  readonly asked: Typed
  constructor(problem: Unreadable['problem'], asked: Typed) {
    const name = problem === 'known_at' ? 'known_at' : 'as_of'
    super(name, asked[name])
    this.problem = problem
    this.asked = asked
  }
}

/** What a page's address asks for. */
export function askedOf(c: Context, now: Instant): Question {
  // A plus sign in a query is a space; in an instant only an offset has one.
  const knownAt = (c.req.query('known_at') ?? '').trim().replace(/ (?=\d{2}:\d{2}$)/, '+')
  const asOf = (c.req.query('as_of') ?? '').trim()
  const question = readAsked(asOf, knownAt, dayOf(now))
  if ('problem' in question) throw new BadQuestion(question.problem, { as_of: asOf, known_at: knownAt })
  return question
}
