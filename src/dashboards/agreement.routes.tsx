import { type Context, Hono } from 'hono'
import { AgreementPage } from '../../views/agreements/agreement-page'
import { MeasurePage } from '../../views/measures/measure-page'
import { findAgreement } from '../agreements/agreement.store'
import { citedAgreement, citedMeasure } from '../cite/cited'
import { citingOf, pinOf } from '../cite/pin.queries'
import { findMeasure } from '../measures/measure.store'
import { paths } from '../paths'
import { standingsAt } from '../standing/standing.store'
import { mayWithReport } from '../status-reports/report-links'
import { offerTo } from '../status-reports/report-permissions'
import { reportIds } from '../status-reports/status-report.store'
import { actorAs } from '../users/pens'
import type { Env } from '../web/env'
import { calendarAt, feedsAt } from '../web/frame'
import { chosenOf, countOf, filterOf, pageOf, themesIn } from '../web/list'
import { readerOn } from '../web/reader'
import { questionOf, type Site } from '../web/site'
import { agreementBackground, lastSessionOn, measureLines } from './agreement.queries'
import { READINGS } from './history.queries'
import type { Narrowing } from './measure-list'
import { reportsShown } from './measure-reports.queries'
import { measureBackground } from './measure.queries'
import { agreementOverview, measureListing } from './overview.queries'

/** Longer words are nobody's search. */
const LONGEST = 200

/** What the address narrows the list of one agreement's measures to. */
export const narrowingOf = (c: Context): Narrowing => ({
  ...filterOf(c),
  q: (c.req.query('q') ?? '').trim().slice(0, LONGEST),
})

/** How the address wants the past read. */
const readingOf = (c: Context) => READINGS.find((one) => one === c.req.query('history')) ?? 'true'

const REPORTS_A_PAGE = 50

/** An agreement's dashboard and the pages of its measures. */
export const agreementRoutes = (site: Site) =>
  new Hono<Env>()
    .get('/agreements/:slug', async (c) => {
      const { deps, register } = site
      const db = deps.db.read
      const asked = await questionOf(site, c)
      const found = await findAgreement(db, c.req.param('slug'), asked.knownAt)
      if (!found) return c.notFound()
      const { agreement } = found
      const placed = await register.placedIn(asked, [agreement.id])
      const narrowing = narrowingOf(c)
      const listed = { narrowing, page: countOf(c, 'page') ?? 1 }
      const editor = c.var.viewer !== null && actorAs(c.var.viewer, 'editor') !== undefined
      return c.html(
        <AgreementPage
          frame={await site.frameOf(c)}
          names={await register.names(asked.knownAt)}
          agreement={agreement}
          {...await agreementOverview(db, found, placed, asked, readingOf(c))}
          listing={await measureListing(db, register, placed, asked, listed)}
          themes={themesIn(placed)}
          chosen={{ ...chosenOf(narrowing), q: narrowing.q }}
          {...await agreementBackground(db, found, asked)}
          lastSession={await lastSessionOn(db, placed, asked.knownAt)}
          feeds={[
            ...feedsAt(paths.agreement(agreement.slug), agreement.title),
            calendarAt(paths.agreement(agreement.slug), agreement.title),
          ]}
          cited={citedAgreement(citingOf(site), await pinOf(db, asked), agreement)}
          may={{ revise: editor, withdraw: editor, addMeasure: editor, note: editor }}
        />,
      )
    })
    .get('/agreements/:slug/measures/:code', async (c) => {
      const { deps, register } = site
      const db = deps.db.read
      const asked = await questionOf(site, c)
      const found = await findAgreement(db, c.req.param('slug'), asked.knownAt)
      const history = found && (await findMeasure(db, found.agreement.id, c.req.param('code'), asked.knownAt))
      if (!found || !history) return c.notFound()
      const { agreement } = found
      // A measure goes with its agreement, and keeps its page.
      const measure = { ...history.measure, withdrawn: history.measure.withdrawn ?? agreement.withdrawn }
      const standing = (await standingsAt(db, [history], asked)).get(measure.id)
      if (!standing) return c.notFound()
      const placed = { agreement, measure, standing }
      const [line] = await measureLines(db, register, [placed], asked, 'whole')
      if (!line) return c.notFound()
      const ids = await reportIds(db, measure.id, asked)
      const { items, ...neighbours } = pageOf(c, ids, REPORTS_A_PAGE)
      const reports = await reportsShown(db, placed, { asked, reader: readerOn(c), ids: items })
      const background = await measureBackground(db, register, placed, history, asked)
      const editor = c.var.viewer !== null && actorAs(c.var.viewer, 'editor') !== undefined
      return c.html(
        <MeasurePage
          frame={await site.frameOf(c)}
          names={await register.names(asked.knownAt)}
          line={line}
          implementability={line.implementability}
          counting={reports.counting}
          positions={reports.positions}
          reports={{
            ...neighbours,
            total: ids.length,
            items: reports.page.map((view) => ({
              ...view,
              may: mayWithReport(c.var.viewer, view, measure.withdrawn ? null : agreement.parties),
            })),
          }}
          {...background}
          feeds={feedsAt(paths.measure(agreement.slug, measure.code), measure.title)}
          cited={citedMeasure(citingOf(site), await pinOf(db, asked), agreement, measure)}
          may={{
            report: c.var.viewer !== null && offerTo(c.var.viewer, agreement.parties) !== undefined,
            revise: editor,
            withdraw: editor,
            deadline: editor,
            note: editor,
            observation: editor,
          }}
        />,
      )
    })
