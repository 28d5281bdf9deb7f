import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { BriefPage } from '../../views/agreements/brief-page'
import type { Agreement } from '../agreements/agreement'
import { findAgreement } from '../agreements/agreement.store'
import { citedBrief } from '../cite/cited'
import { citingOf, pinOf } from '../cite/pin.queries'
import { addDays, type Day, isDay } from '../lib/dates'
import { message } from '../messages/messages'
import type { Env } from '../web/env'
import { questionOf, type Site } from '../web/site'
import { briefOf } from './brief.queries'

/** A committee meets every quarter or so; who wants its last session chooses that day. */
const DAYS_BACK = 90

/** The day to compare with, by default ninety days back and not before the agreement was concluded. */
export function comparedWith(c: Context, { concludedOn }: Agreement, asOf: Day): Day {
  const text = (c.req.query('since') ?? '').trim()
  const back = addDays(asOf, -DAYS_BACK)
  if (text === '') return concludedOn > back && concludedOn < asOf ? concludedOn : back
  if (isDay(text) && text <= asOf) return text
  throw new HTTPException(400, { message: message('en', 'brief.bad_since') })
}

/** An agreement on one printed page. */
export const briefRoutes = (site: Site) =>
  new Hono<Env>().get('/agreements/:slug/brief', async (c) => {
    const asked = await questionOf(site, c)
    const found = await findAgreement(site.deps.db.read, c.req.param('slug'), asked.knownAt)
    if (!found) return c.notFound()
    const since = comparedWith(c, found.agreement, asked.asOf)
    return c.html(
      <BriefPage
        frame={await site.frameOf(c)}
        names={await site.register.names(asked.knownAt)}
        cited={citedBrief(citingOf(site), await pinOf(site.deps.db.read, asked), found.agreement, since)}
        {...await briefOf(site, found.agreement, asked, since)}
      />,
    )
  })
