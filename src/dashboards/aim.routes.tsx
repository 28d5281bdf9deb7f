import { Hono } from 'hono'
import { AimPage } from '../../views/aims/aim-page'
import { findAgreement } from '../agreements/agreement.store'
import { channelsOf } from '../aims/aim-permissions'
import { viewedBy } from '../aims/aim-views'
import { aimsAt } from '../aims/aim.store'
import { liveAssessments } from '../aims/verdicts'
import { paths } from '../paths'
import { actorAs } from '../users/pens'
import type { Env } from '../web/env'
import { feedsAt } from '../web/frame'
import { questionOf, type Site } from '../web/site'

/** The page of one aim: which way it goes, by whose account, over time. */
export const aimRoutes = (site: Site) =>
  new Hono<Env>().get('/agreements/:slug/aims/:code', async (c) => {
    const db = site.deps.db.read
    const { asOf, knownAt } = await questionOf(site, c)
    const { slug, code } = c.req.param()
    const found = await findAgreement(db, slug, knownAt)
    const aims = found ? await aimsAt(db, knownAt, found.agreement.id) : []
    const known = aims.find((one) => one.code === code)
    if (!found || !known) return c.notFound()
    // An aim goes with its agreement, and keeps its page.
    const withdrawn = known.withdrawn ?? found.agreement.withdrawn
    const assessments = known.assessments.filter((one) => one.asOf <= asOf)
    const { viewer } = c.var
    return c.html(
      <AimPage
        frame={await site.frameOf(c)}
        names={await site.register.names(knownAt)}
        agreement={found.agreement}
        aim={{ ...known, withdrawn, assessments }}
        assessments={assessments.map(viewedBy(withdrawn ? null : viewer))}
        live={liveAssessments(assessments)}
        may={{
          assess: !withdrawn && viewer !== null && channelsOf(viewer).length > 0,
          withdraw: !withdrawn && viewer !== null && actorAs(viewer, 'editor') !== undefined,
        }}
        feeds={feedsAt(paths.agreement(slug), found.agreement.title)}
      />,
    )
  })
