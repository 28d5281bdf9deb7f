import { Hono } from 'hono'
import { AgreementsPage } from '../../views/agreements/agreements-page'
import { HomePage } from '../../views/dashboards/home-page'
import { countsOf, waitingIn } from '../attention/waiting'
import type { Asked } from '../standing/facts'
import { actorAs } from '../users/pens'
import type { Env } from '../web/env'
import { chosenOf, filterOf, pageOf, themesIn } from '../web/list'
import { questionOf, type Site } from '../web/site'
import { changesAt } from './changes.queries'
import { asksOfMeasures, type Filter, matches } from './filter'
import { agreementLines } from './party.queries'
import { methodOf } from './party.routes'
import { scoresIn } from './placed.queries'
import { withSince } from './since.queries'
import { waitingFor } from './waiting.queries'

const PAGE = 50
/** As many as a glance takes in. */
const FEW = 5

/** The agreements that are in a list narrowed like this, with their measures. */
export async function agreementsIn(site: Site, asked: Asked, filter: Filter) {
  const placed = (await site.register.placed(asked)).filter((each) => matches(each, filter))
  const having = new Set(placed.map(({ agreement }) => agreement.slug))
  const agreements = (await site.register.agreements(asked.knownAt)).filter(
    ({ slug, parties, concludedOn }) =>
      (filter.party === null || parties.includes(filter.party)) &&
      (filter.year === null || concludedOn.startsWith(filter.year)) &&
      (!asksOfMeasures(filter) || having.has(slug)),
  )
  return { agreements, placed }
}

const ALL: Filter = { party: null, label: null, flag: null, theme: null, year: null }

/** The dashboard over all agreements, the list of them, and what needs attention. */
export const homeRoutes = (site: Site) =>
  new Hono<Env>()
    .get('/', async (c) => {
      const { deps, register } = site
      const asked = await questionOf(site, c)
      const { agreements, placed } = await agreementsIn(site, asked, ALL)
      const attention = waitingIn(placed, asked.asOf)
      const waiting = c.var.viewer && (await waitingFor(deps.db.read, c.var.viewer, placed, asked))
      return c.html(
        <HomePage
          frame={await site.frameOf(c)}
          names={await register.names(asked.knownAt)}
          {...scoresIn(placed, asked.asOf)}
          agreements={agreementLines(agreements, placed, asked.asOf).slice(0, PAGE)}
          agreementsTotal={agreements.length}
          attention={await withSince(deps.db.read, attention.slice(0, FEW), asked)}
          attentionCounts={countsOf(attention)}
          changes={await changesAt(deps.db.read, { knownAt: asked.knownAt, limit: FEW })}
          method={methodOf(c)}
          {...(waiting ? { waiting } : {})}
        />,
      )
    })
    .get('/agreements', async (c) => {
      const asked = await questionOf(site, c)
      const filter = filterOf(c)
      const everything = await agreementsIn(site, asked, ALL)
      const { agreements, placed } = await agreementsIn(site, asked, filter)
      const { items, newer, older } = pageOf(c, agreementLines(agreements, placed, asked.asOf), PAGE)
      return c.html(
        <AgreementsPage
          frame={await site.frameOf(c)}
          names={await site.register.names(asked.knownAt)}
          agreements={items}
          total={agreements.length}
          chosen={chosenOf(filter)}
          themes={themesIn(everything.placed)}
          years={[...new Set(everything.agreements.map(({ concludedOn }) => concludedOn.slice(0, 4)))]}
          method={methodOf(c)}
          mayAdd={c.var.viewer !== null && actorAs(c.var.viewer, 'editor') !== undefined}
          newer={newer}
          older={older}
        />,
      )
    })
