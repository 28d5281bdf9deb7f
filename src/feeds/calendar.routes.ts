import { type Context, Hono } from 'hono'
import { findAgreement } from '../agreements/agreement.store'
import { address } from '../api/page'
import { answered, type View } from '../api/view.queries'
import { paths } from '../paths'
import { askedOf } from '../web/asked'
import type { Env } from '../web/env'
import type { Site } from '../web/site'
import { calendarMeasures } from './calendar.queries'
import { feedAnswer } from './feed-answer'
import { SLUG, updatedAt } from './feed.routes'
import { iCalendar } from './icalendar'

/** Which agreement a calendar tells of; null for all. */
type Scope = { id: string; title: string; path: string } | null
type FindScope = (view: View) => Promise<Scope | undefined>

const FILE = 'calendar.ics'

/** The days on which measures are due or want to be heard of, of everything and of an agreement. */
export const calendarRoutes = (site: Site) =>
  new Hono<Env>()
    .get(`/${FILE}`, (c) => answer(site, c, async () => null))
    .get(`/agreements/:slug/${FILE}`, (c) => {
      const slug = c.req.param('slug')
      return SLUG.test(slug) ? answer(site, c, (view) => agreementScope(view, slug)) : c.notFound()
    })

async function agreementScope({ db, asked }: View, slug: string): Promise<Scope | undefined> {
  const found = await findAgreement(db, slug, asked.knownAt)
  return found && { id: found.agreement.id, title: found.agreement.title, path: paths.agreement(slug) }
}

async function answer({ deps, config, register }: Site, c: Context<Env>, find: FindScope): Promise<Response> {
  const question = askedOf(c, deps.clock())
  const asked = { as_of: question.asOf ?? undefined, known_at: question.knownAt ?? undefined }
  const given = await answered({ deps, register }, asked, async (view) => {
    const scope = await find(view)
    if (scope === undefined) return undefined
    const measures = await calendarMeasures(view, scope ? [scope.id] : undefined)
    return { scope, measures, updated: await updatedAt(view, question, deps.clock()) }
  })
  if (!given) return c.notFound()
  const { scope, measures, updated } = given
  const { publicUrl } = config
  const file = `${scope?.path ?? ''}/${FILE}`
  const body = await iCalendar({
    title: scope?.title ?? null,
    address: address(publicUrl, file, { as_of: question.asOf, known_at: question.knownAt }),
    publicUrl,
    measures,
  })
  return feedAnswer(c.req.raw, body, { type: 'text/calendar; charset=utf-8', updated })
}
