import { Hono } from 'hono'
import { ReportPage } from '../../views/status-reports/report-page'
import { findAgreement } from '../agreements/agreement.store'
import { citedReport } from '../cite/cited'
import { citingOf } from '../cite/pin.queries'
import { findMeasure } from '../measures/measure.store'
import { standingsAt } from '../standing/standing.store'
import { mayWithReport } from '../status-reports/report-links'
import { findReport } from '../status-reports/status-report.store'
import type { Env } from '../web/env'
import { inclusionOf } from '../ledger/tree.store'
import { readerOn } from '../web/reader'
import { questionOf, type Site } from '../web/site'
import { historyOf } from './measure.queries'

/** The permanent page of one status report. */
export const reportPageRoutes = (site: Site) =>
  new Hono<Env>().get('/reports/:id', async (c) => {
    const { deps, register } = site
    const db = deps.db.read
    const asked = await questionOf(site, c)
    const report = await findReport(db, c.req.param('id'), asked.knownAt)
    const found = report && (await findAgreement(db, report.measure.agreement, asked.knownAt))
    const history = found && (await findMeasure(db, found.agreement.id, report.measure.code, asked.knownAt))
    if (!found || !history) return c.notFound()
    const { agreement } = found
    const { measure } = history
    const standing = (await standingsAt(db, [history], asked)).get(measure.id)
    // The page of a report is permanent: it stands whatever day is asked for.
    const whole = { ...asked, asOf: '9999-12-31' }
    const views = standing
      ? await historyOf(db, measure.id, standing, measure.owedBy, whole, readerOn(c))
      : []
    const view = views.find((one) => one.report.id === report.id)
    if (!view) return c.notFound()
    const openParties = agreement.withdrawn || measure.withdrawn ? null : agreement.parties
    const names = await register.names(asked.knownAt)
    return c.html(
      <ReportPage
        frame={await site.frameOf(c)}
        names={names}
        cited={citedReport(citingOf(site), report, measure, names)}
        view={{ ...view, may: mayWithReport(c.var.viewer, view, openParties) }}
        agreement={agreement}
        measure={measure}
        proof={await inclusionOf(db, report.entry)}
      />,
    )
  })
