import { Hono } from 'hono'
import { ScorePage } from '../../views/agreements/score-page'
import { findAgreement } from '../agreements/agreement.store'
import { inputOf } from '../standing/score-input'
import type { Env } from '../web/env'
import { countOf } from '../web/list'
import { questionOf, type Site } from '../web/site'
import { type Placed, scoredAs, sumsOfPlaced } from './placed.queries'

const PAGE = 50

const measureInput = (placed: Placed) => {
  const { measure, standing } = placed
  const { label } = standing
  const input = label === 'superseded' ? null : inputOf(scoredAs(placed))
  return { code: measure.code, title: measure.title, label, input }
}

/** How the scores of an agreement are made. */
export const scoreRoutes = (site: Site) =>
  new Hono<Env>().get('/agreements/:slug/score', async (c) => {
    const asked = await questionOf(site, c)
    const found = await findAgreement(site.deps.db.read, c.req.param('slug'), asked.knownAt)
    if (!found) return c.notFound()
    const { agreement } = found
    const placed = await site.register.placedIn(asked, [agreement.id])
    const counted = agreement.concludedOn <= asked.asOf ? placed : []
    const page = countOf(c, 'page') ?? 1
    return c.html(
      <ScorePage
        frame={await site.frameOf(c)}
        names={await site.register.names(asked.knownAt)}
        agreement={agreement}
        sums={sumsOfPlaced(placed, asked.asOf)}
        inputs={counted.slice((page - 1) * PAGE, page * PAGE).map(measureInput)}
        page={page}
        pages={Math.ceil(counted.length / PAGE)}
      />,
    )
  })
