import { type Context, Hono } from 'hono'
import { agreementFacets } from '../../views/agreements/agreement-facets'
import { measureFacets } from '../../views/measures/measure-facets'
import { partyFacets } from '../../views/parties/party-facets'
import { RevisionsPage } from '../../views/revisions/revisions-page'
import type { WithdrawnMeasure } from '../../views/revisions/withdrawn-measures'
import type { Facet } from '../../views/ui/facets'
import type { Names } from '../../views/ui/names'
import { type Words, wordsIn } from '../../views/ui/words'
import { readAgreement } from '../agreements/agreement.content'
import { findAgreement } from '../agreements/agreement.store'
import type { Wording } from '../ledger/wordings.store'
import type { JsonObject } from '../lib/json'
import { readMeasure } from '../measures/measure.content'
import { findMeasure, measuresAt } from '../measures/measure.store'
import { readParty } from '../parties/party.content'
import { findParty } from '../parties/party.store'
import { paths } from '../paths'
import type { Env } from '../web/env'
import { questionOf, type Site } from '../web/site'
import { firstIn, revisionsIn } from './revised'

/** How the wordings of agreements, measures and parties changed, each with every older one side by side with the newer. */
export const revisionRoutes = (site: Site) =>
  new Hono<Env>()
    .get('/agreements/:slug/revisions', async (c) => {
      const db = site.deps.db.read
      const { knownAt } = await questionOf(site, c)
      const found = await findAgreement(db, c.req.param('slug'), knownAt)
      if (!found) return c.notFound()
      const { agreement, wordings } = found
      const measures = await measuresAt(db, knownAt, { agreementIds: [agreement.id] })
      return page(site, c, {
        thing: { title: agreement.title, href: paths.agreement(agreement.slug) },
        wordings,
        read: readAgreement,
        facets: agreementFacets,
        withdrawn: measures.flatMap(({ measure }) =>
          measure.withdrawn ? [{ ...measure, withdrawn: measure.withdrawn }] : [],
        ),
      })
    })
    .get('/agreements/:slug/measures/:code/revisions', async (c) => {
      const db = site.deps.db.read
      const { knownAt } = await questionOf(site, c)
      const found = await findAgreement(db, c.req.param('slug'), knownAt)
      const history = found && (await findMeasure(db, found.agreement.id, c.req.param('code'), knownAt))
      if (!history) return c.notFound()
      const { measure, wordings } = history
      const thing = { title: measure.title, href: paths.measure(measure.agreement, measure.code) }
      return page(site, c, { thing, wordings, read: readMeasure, facets: measureFacets })
    })
    .get('/parties/:slug/revisions', async (c) => {
      const { knownAt } = await questionOf(site, c)
      const found = await findParty(site.deps.db.read, c.req.param('slug'), knownAt)
      if (!found) return c.notFound()
      const { party, wordings } = found
      const thing = { title: party.name, href: paths.party(party.slug) }
      return page(site, c, { thing, wordings, read: readParty, facets: partyFacets })
    })

/** What was revised, in its wordings, oldest first. */
interface Worded<W> {
  thing: { title: string; href: string }
  wordings: readonly Wording[]
  read: (fields: JsonObject) => W
  facets: (t: Words, wording: W, names: Names) => Facet[]
  withdrawn?: readonly WithdrawnMeasure[]
}

async function page<W>(site: Site, c: Context<Env>, { wordings, read, facets, ...rest }: Worded<W>) {
  const frame = await site.frameOf(c)
  const names = await site.register.names((await questionOf(site, c)).knownAt)
  return c.html(
    <RevisionsPage
      {...rest}
      frame={frame}
      names={names}
      first={firstIn(wordings, read)}
      revisions={revisionsIn(wordings, read)}
      facets={(wording) => facets(wordsIn(frame.locale), wording, names)}
    />,
  )
}
