import { Hono } from 'hono'
import { agreementFacets } from '../../views/agreements/agreement-facets'
import { measureFacets } from '../../views/measures/measure-facets'
import { partyFacets } from '../../views/parties/party-facets'
import { RevisionsPage } from '../../views/revisions/revisions-page'
import { wordsIn } from '../../views/ui/words'
import { readAgreement } from '../agreements/agreement.content'
import { findAgreement } from '../agreements/agreement.store'
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
      const frame = await site.frameOf(c)
      const names = await site.register.names(knownAt)
      const measures = await measuresAt(db, knownAt, { agreementIds: [agreement.id] })
      return c.html(
        <RevisionsPage
          frame={frame}
          names={names}
          thing={{ title: agreement.title, href: paths.agreement(agreement.slug) }}
          first={firstIn(wordings, readAgreement)}
          revisions={revisionsIn(wordings, readAgreement)}
          facets={(wording) => agreementFacets(wordsIn(frame.locale), wording, names)}
          withdrawn={measures.flatMap(({ measure }) =>
            measure.withdrawn ? [{ ...measure, withdrawn: measure.withdrawn }] : [],
          )}
        />,
      )
    })
    .get('/agreements/:slug/measures/:code/revisions', async (c) => {
      const db = site.deps.db.read
      const { knownAt } = await questionOf(site, c)
      const found = await findAgreement(db, c.req.param('slug'), knownAt)
      const history = found && (await findMeasure(db, found.agreement.id, c.req.param('code'), knownAt))
      if (!history) return c.notFound()
      const { measure, wordings } = history
      const frame = await site.frameOf(c)
      const names = await site.register.names(knownAt)
      return c.html(
        <RevisionsPage
          frame={frame}
          names={names}
          thing={{ title: measure.title, href: paths.measure(measure.agreement, measure.code) }}
          first={firstIn(wordings, readMeasure)}
          revisions={revisionsIn(wordings, readMeasure)}
          facets={(wording) => measureFacets(wordsIn(frame.locale), wording, names)}
        />,
      )
    })
    .get('/parties/:slug/revisions', async (c) => {
      const { knownAt } = await questionOf(site, c)
      const found = await findParty(site.deps.db.read, c.req.param('slug'), knownAt)
      if (!found) return c.notFound()
      const { party, wordings } = found
      const frame = await site.frameOf(c)
      const names = await site.register.names(knownAt)
      return c.html(
        <RevisionsPage
          frame={frame}
          names={names}
          thing={{ title: party.name, href: paths.party(party.slug) }}
          first={firstIn(wordings, readParty)}
          revisions={revisionsIn(wordings, readParty)}
          facets={(wording) => partyFacets(wordsIn(frame.locale), wording, names)}
        />,
      )
    })
