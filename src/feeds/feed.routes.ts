import { type Context, Hono } from 'hono'
import { address } from '../api/page'
import { MOST_ENTRY } from '../api/pieces'
import { answered, type View } from '../api/view.queries'
import { dayOf, type Instant } from '../lib/dates'
import { askedOf, type Question } from '../web/asked'
import type { Env } from '../web/env'
import { countOf } from '../web/list'
import type { Site } from '../web/site'
import { atomFeed } from './atom'
import { type FeedFacts, jsonFeed } from './feed'
import { feedAnswer } from './feed-answer'
import { feedPage } from './feed.queries'
import { lastEntered } from './last-entry.queries'
import { agreementScope, EVERYTHING, measureScope, partyScope, type Scope } from './scope.queries'

type FindScope = (view: View) => Promise<Scope | undefined>

const FORMATS = {
  json: {
    type: 'application/feed+json; charset=utf-8',
    write: (facts: FeedFacts, publicUrl: string) => JSON.stringify(jsonFeed(facts, publicUrl)),
  },
  atom: { type: 'application/atom+xml; charset=utf-8', write: atomFeed },
}
type Format = keyof typeof FORMATS

export const SLUG = /^[a-z0-9-]{1,80}$/
const CODE = /^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/
const nowhere = async (): Promise<undefined> => undefined

/** The feeds of everything, of an agreement, of a measure and of a party, as JSON Feed and as Atom. */
export function feedRoutes(site: Site) {
  const app = new Hono<Env>()
  for (const format of ['json', 'atom'] as const) {
    const file = `feed.${format}`
    app.get(`/${file}`, (c) => answer(site, c, format, async () => EVERYTHING))
    app.get(`/agreements/:slug/${file}`, (c) => {
      const slug = c.req.param('slug')
      return answer(site, c, format, SLUG.test(slug) ? (view) => agreementScope(view, slug) : nowhere)
    })
    app.get(`/agreements/:slug/measures/:code/${file}`, (c) => {
      const { slug, code } = c.req.param()
      const known = SLUG.test(slug) && CODE.test(code)
      return answer(site, c, format, known ? (view) => measureScope(view, slug, code) : nowhere)
    })
    app.get(`/parties/:slug/${file}`, (c) => {
      const slug = c.req.param('slug')
      return answer(site, c, format, SLUG.test(slug) ? (view) => partyScope(view, slug) : nowhere)
    })
  }
  return app
}

async function answer(site: Site, c: Context<Env>, format: Format, find: FindScope): Promise<Response> {
  const question = askedOf(c, site.deps.clock())
  const before = countOf(c, 'before')
  const asked = { as_of: question.asOf ?? undefined, known_at: question.knownAt ?? undefined }
  const facts = await answered(site, asked, async (view) => {
    const scope = await find(view)
    return scope && factsOf(site, view, scope, { question, before, format, key: c.var.feedKey })
  })
  if (!facts) return c.notFound()
  const { type, write } = FORMATS[format]
  return feedAnswer(c.req.raw, write(facts, site.config.publicUrl), { type, updated: facts.updated })
}

interface Asking {
  question: Question
  before: number | null
  format: Format
  /** What the reader shows in place of a person; the addresses it is given to follow carry it. */
  key: string | undefined
}

async function factsOf(
  { config, deps }: Site,
  view: View,
  scope: Scope,
  { question, before, format, key }: Asking,
): Promise<FeedFacts> {
  const { publicUrl, operator } = config
  const { items, next } = await feedPage(view, scope, before === null ? null : Math.min(before, MOST_ENTRY))
  const asked = { as_of: question.asOf, known_at: question.knownAt }
  const feed = `${scope.path}/feed.${format}`
  return {
    title: scope.title,
    home: address(publicUrl, scope.path || '/', asked),
    id: address(publicUrl, feed, asked),
    self: address(publicUrl, feed, { ...asked, key }),
    next: next === null ? null : address(publicUrl, feed, { ...asked, before: next, key }),
    updated: await updatedAt(view, question, deps.clock()),
    operator,
    items,
  }
}

/** The last entry's instant, as far as it is asked for; today's beginning where that is later and the standings are today's. */
export async function updatedAt(
  { head, db }: View,
  { asOf, knownAt }: Question,
  now: Instant,
): Promise<Instant> {
  const midnight = `${dayOf(now)}T00:00:00.000Z`
  const dated = asOf === null || head.n === 0
  const entered = knownAt === null ? head.enteredAt : await lastEntered(db, knownAt)
  return dated && midnight > entered ? midnight : entered
}
