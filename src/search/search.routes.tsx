import { Hono } from 'hono'
import { SearchPage } from '../../views/search/search-page'
import type { Env } from '../web/env'
import { pageOf } from '../web/list'
import { questionOf, type Site } from '../web/site'
import { describeHits, hitsFor } from './hits.queries'

const PAGE = 20
const LONGEST = 200

/** The search over every text of the record. */
export const searchRoutes = (site: Site) =>
  new Hono<Env>().get('/search', async (c) => {
    const db = site.deps.db.read
    const { knownAt } = await questionOf(site, c)
    const q = (c.req.query('q') ?? '').slice(0, LONGEST).trim()
    const { total, found } = await hitsFor(db, q, knownAt)
    const { items, newer, older } = pageOf(c, found, PAGE)
    return c.html(
      <SearchPage
        frame={await site.frameOf(c)}
        names={await site.register.names(knownAt)}
        q={q}
        hits={await describeHits(db, items, q, knownAt)}
        total={total}
        newer={newer}
        older={older}
      />,
    )
  })
