import { type Context, Hono } from 'hono'
import { PartiesPage } from '../../views/parties/parties-page'
import { PartyPage } from '../../views/parties/party-page'
import { SCORE_METHODS } from '../../views/charts/score-methods'
import { readParty } from '../parties/party.content'
import { findParty, partiesAt } from '../parties/party.store'
import { bodiesOf } from '../measures/bodies'
import { paths } from '../paths'
import { actorAs } from '../users/pens'
import type { Env } from '../web/env'
import { feedsAt } from '../web/frame'
import { countOf } from '../web/list'
import { questionOf, type Site } from '../web/site'
import { measureLines } from './agreement.queries'
import { concludedIn } from './concluded.queries'
import { changesAt } from './changes.queries'
import { agreementLines, partnersOf, quietLast, trackRecord } from './party.queries'
import { saidByParty } from './party-said.queries'
import { scoreOfPlaced, scoresIn } from './placed.queries'
import { revisionsIn } from './revised'

/** As many measures, agreements or parties as one page shows. */
const PAGE = 50

/** By which method the reader wants scores printed. */
export const methodOf = (c: Context) =>
  SCORE_METHODS.find((method) => method === c.req.query('score')) ?? 'progress'

const isEditor = (c: Context<Env>): boolean =>
  c.var.viewer !== null && actorAs(c.var.viewer, 'editor') !== undefined

/** What each party owes and did, and the track record of a pair. */
export const partyRoutes = (site: Site) =>
  new Hono<Env>()
    .get('/parties', async (c) => {
      const asked = await questionOf(site, c)
      const { agreements, placed } = await concludedIn(site.register, asked)
      const known = await partiesAt(site.deps.db.read, asked.knownAt)
      const parties = known.filter(({ party }) => !party.withdrawn)
      const page = countOf(c, 'page') ?? 1
      const lines = parties.slice((page - 1) * PAGE, page * PAGE).map(({ party }) => {
        const owed = placed.filter(({ measure }) => measure.owedBy.includes(party.slug))
        const named = agreements.filter(({ parties }) => parties.includes(party.slug))
        return {
          party,
          agreements: named.length,
          owed: owed.length,
          score: scoreOfPlaced(owed, asked.asOf),
        }
      })
      return c.html(
        <PartiesPage
          frame={await site.frameOf(c)}
          names={await site.register.names(asked.knownAt)}
          parties={lines}
          total={parties.length}
          page={page}
          pages={Math.ceil(parties.length / PAGE)}
          method={methodOf(c)}
          mayAdd={isEditor(c)}
        />,
      )
    })
    .get('/parties/:slug', async (c) => {
      const { register, deps } = site
      const db = deps.db.read
      const asked = await questionOf(site, c)
      const found = await findParty(db, c.req.param('slug'), asked.knownAt)
      if (!found) return c.notFound()
      const { party } = found
      const { placed, links, ...concluded } = await concludedIn(register, asked)
      const owes = placed.filter(({ measure }) => measure.owedBy.includes(party.slug))
      const page = countOf(c, 'page') ?? 1
      const everyone = await partiesAt(db, asked.knownAt)
      const agreements = concluded.agreements.filter(({ parties }) => parties.includes(party.slug))
      return c.html(
        <PartyPage
          frame={await site.frameOf(c)}
          names={await register.names(asked.knownAt)}
          party={party}
          forces={everyone.flatMap((one) =>
            one.party.partOf === party.slug && !one.party.withdrawn ? [one.party.slug] : [],
          )}
          record={trackRecord(owes, links)}
          {...scoresIn(owes, asked.asOf)}
          bodies={bodiesOf(owes, party.slug)}
          owes={{
            lines: await measureLines(
              db,
              register,
              quietLast(owes).slice((page - 1) * PAGE, page * PAGE),
              asked,
            ),
            page,
            pages: Math.ceil(owes.length / PAGE),
          }}
          said={await saidByParty(db, party.slug, placed, asked)}
          agreements={agreementLines(agreements.slice(0, PAGE), placed, asked.asOf)}
          agreementsTotal={agreements.length}
          partners={partnersOf(party.slug, agreements, placed, asked.asOf)}
          changes={await changesAt(db, {
            agreements: agreements.map(({ slug }) => slug),
            party,
            knownAt: asked.knownAt,
            limit: 8,
          })}
          revisions={revisionsIn(found.wordings, readParty)}
          method={methodOf(c)}
          feeds={feedsAt(paths.party(party.slug), party.name)}
          may={{ revise: isEditor(c), withdraw: isEditor(c) }}
        />,
      )
    })
