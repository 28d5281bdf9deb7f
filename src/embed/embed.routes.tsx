import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { Badge, BADGE_STYLE } from '../../views/embed/badge'
import { doneWords, labelWords } from '../../views/embed/badge-words'
import { Card } from '../../views/embed/card'
import { AgreementCard, MeasureCard } from '../../views/embed/card-contents'
import { CARD_STYLE } from '../../views/embed/card-style'
import { keepAsked } from '../../views/layout/page'
import { wordsIn } from '../../views/ui/words'
import { findAgreement } from '../agreements/agreement.store'
import { pinOf } from '../cite/pin.queries'
import { measureLines } from '../dashboards/agreement.queries'
import { scoreOfPlaced } from '../dashboards/placed.queries'
import { findMeasure } from '../measures/measure.store'
import { paths } from '../paths'
import { standingsAt } from '../standing/standing.store'
import { askedOf } from '../web/asked'
import type { Env } from '../web/env'
import { questionOf, type Site } from '../web/site'

const hashOf = (style: string): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`

/**
 * What is made for other sites may be framed and fetched by them; it runs nothing, asks for nothing and has its one style in it.
 * Without a word on frames of its own the older header would forbid them, so that it is left out.
 */
const forOthers = (style: string) => ({
  'content-security-policy': `default-src 'none'; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'; frame-ancestors *`,
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
})
const OF_CARDS = forOthers(CARD_STYLE)
const OF_BADGES = { ...forOthers(BADGE_STYLE), 'content-type': 'image/svg+xml; charset=utf-8' }

const t = wordsIn('en')

async function agreementIn(site: Site, c: Context<Env>) {
  const asked = await questionOf(site, c)
  const found = await findAgreement(site.deps.db.read, c.req.param('slug') ?? '', asked.knownAt)
  return found && { agreement: found.agreement, asked }
}

async function standingIn(site: Site, { agreement, asked }: Found) {
  const concluded = agreement.concludedOn <= asked.asOf
  const placed = concluded ? await site.register.placedIn(asked, [agreement.id]) : []
  return {
    score: scoreOfPlaced(placed, asked.asOf),
    standings: placed.map(({ standing }) => standing),
    concluded,
  }
}
type Found = NonNullable<Awaited<ReturnType<typeof agreementIn>>>

async function measureIn(site: Site, c: Context<Env>) {
  const { db } = site.deps
  const found = await agreementIn(site, c)
  const code = c.req.param('code') ?? ''
  const history = found && (await findMeasure(db.read, found.agreement.id, code, found.asked.knownAt))
  if (!history) return undefined
  const { agreement, asked } = found
  const standing = (await standingsAt(db.read, [history], asked)).get(history.measure.id)
  const measure = { ...history.measure, withdrawn: history.measure.withdrawn ?? agreement.withdrawn }
  return standing && { placed: { agreement, measure, standing }, asked, agreement }
}

/** What every card says of its surroundings, the same for everybody who asks. */
async function around(site: Site, c: Context<Env>, { asked }: Pick<Found, 'asked'>, page: string) {
  const { publicUrl, operator } = site.config
  const { entry } = await pinOf(site.deps.db.read, asked)
  const { asOf, knownAt } = askedOf(c, site.deps.clock())
  return { day: asked.asOf, entry, operator, url: publicUrl + keepAsked({ asOf, knownAt }, page) }
}

const card = (c: Context, page: Parameters<Context['html']>[0]) => c.html(page, 200, OF_CARDS)
const badge = async (c: Context, title: string, words: string, day: string) => {
  const svg = await (<Badge title={title} words={words} day={day} />)
  return c.body(svg.toString(), 200, OF_BADGES)
}

/** Cards for the frames of other sites, and badges. */
export const embedRoutes = (site: Site) =>
  new Hono<Env>()
    .get(paths.embed(paths.agreement(':slug')), async (c) => {
      const found = await agreementIn(site, c)
      if (!found) return c.notFound()
      const { agreement, asked } = found
      const names = await site.register.names(asked.knownAt)
      const stands = await standingIn(site, found)
      const shown = await around(site, c, found, paths.agreement(agreement.slug))
      const of = agreement.parties.map((slug) => names[slug] ?? slug).join(' · ')
      return card(
        c,
        <Card {...shown} of={of} title={agreement.title} withdrawn={agreement.withdrawn !== null}>
          <AgreementCard agreement={agreement} day={asked.asOf} {...stands} />
        </Card>,
      )
    })
    .get(paths.badge(paths.agreement(':slug')), async (c) => {
      const found = await agreementIn(site, c)
      if (!found) return c.notFound()
      const { agreement, asked } = found
      const { score, standings, concluded } = await standingIn(site, found)
      const words = concluded ? doneWords(t, score, standings) : t('embed.not_concluded')
      return badge(c, agreement.title, agreement.withdrawn ? t('embed.withdrawn') : words, asked.asOf)
    })
    .get(paths.embed(paths.measure(':slug', ':code')), async (c) => {
      const found = await measureIn(site, c)
      const [line] = found
        ? await measureLines(site.deps.db.read, site.register, [found.placed], found.asked)
        : []
      if (!found || !line) return c.notFound()
      const { agreement, measure } = line
      const names = await site.register.names(found.asked.knownAt)
      const shown = await around(site, c, found, paths.measure(agreement.slug, measure.code))
      return card(
        c,
        <Card {...shown} of={agreement.title} title={measure.title} withdrawn={measure.withdrawn !== null}>
          <MeasureCard line={line} names={names} day={found.asked.asOf} />
        </Card>,
      )
    })
    .get(paths.badge(paths.measure(':slug', ':code')), async (c) => {
      const found = await measureIn(site, c)
      if (!found) return c.notFound()
      const { measure, standing } = found.placed
      const words = measure.withdrawn ? t('embed.withdrawn') : labelWords(t, standing)
      return badge(c, measure.title, words, found.asked.asOf)
    })
