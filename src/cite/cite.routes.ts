import { type Context, Hono } from 'hono'
import { findAgreement } from '../agreements/agreement.store'
import { comparedWith } from '../dashboards/brief.routes'
import { findMeasure } from '../measures/measure.store'
import { paths } from '../paths'
import { findReport } from '../status-reports/status-report.store'
import type { Env } from '../web/env'
import { questionOf, type Site } from '../web/site'
import { bibtexOf } from './bibtex'
import type { Citation } from './citation'
import { citedAgreement, citedBrief, citedMeasure, citedReport } from './cited'
import { cslFile } from './csl'
import { citingOf, pinOf } from './pin.queries'

const FORMATS = {
  bib: { type: 'text/x-bibtex; charset=utf-8', write: bibtexOf },
  json: { type: 'application/vnd.citationstyles.csl+json', write: cslFile },
}
type Format = keyof typeof FORMATS

/** Makes the citation of the page that an address names; undefined where there is none. */
type Cite = (site: Site, c: Context<Env>) => Promise<Citation | undefined>

async function agreementIn(site: Site, c: Context<Env>) {
  const asked = await questionOf(site, c)
  const db = site.deps.db.read
  const found = await findAgreement(db, c.req.param('slug') ?? '', asked.knownAt)
  return found && { ...found, asked, pin: await pinOf(db, asked) }
}

const ofAgreement: Cite = async (site, c) => {
  const found = await agreementIn(site, c)
  return found && citedAgreement(citingOf(site), found.pin, found.agreement)
}

const ofBrief: Cite = async (site, c) => {
  const found = await agreementIn(site, c)
  if (!found) return undefined
  const since = comparedWith(c, found.agreement, found.asked.asOf)
  return citedBrief(citingOf(site), found.pin, found.agreement, since)
}

const ofMeasure: Cite = async (site, c) => {
  const found = await agreementIn(site, c)
  const code = c.req.param('code') ?? ''
  const history =
    found && (await findMeasure(site.deps.db.read, found.agreement.id, code, found.asked.knownAt))
  return history && citedMeasure(citingOf(site), found.pin, found.agreement, history.measure)
}

const ofReport: Cite = async (site, c) => {
  const db = site.deps.db.read
  const { knownAt } = await questionOf(site, c)
  const report = await findReport(db, c.req.param('id') ?? '', knownAt)
  const found = report && (await findAgreement(db, report.measure.agreement, knownAt))
  const history = found && (await findMeasure(db, found.agreement.id, report.measure.code, knownAt))
  return history && citedReport(citingOf(site), report, history.measure, await site.register.names(knownAt))
}

/** The citation of each page that can be cited, as files for reference managers. */
export function citeRoutes(site: Site) {
  const app = new Hono<Env>()
  const pages: [page: string, cite: Cite][] = [
    [paths.agreement(':slug'), ofAgreement],
    [paths.brief(':slug'), ofBrief],
    [paths.measure(':slug', ':code'), ofMeasure],
    [paths.report(':id'), ofReport],
  ]
  for (const [page, cite] of pages)
    for (const format of Object.keys(FORMATS) as Format[])
      app.get(paths.cite(page, format), async (c) => {
        const citation = await cite(site, c)
        if (!citation) return c.notFound()
        const { type, write } = FORMATS[format]
        return c.body(write(citation), 200, {
          'content-type': type,
          'content-disposition': `attachment; filename="${citation.key}.${format}"`,
        })
      })
  return app
}
