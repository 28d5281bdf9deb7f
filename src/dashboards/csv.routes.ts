import { Hono } from 'hono'
import { findAgreement } from '../agreements/agreement.store'
import { entriesBackwards } from '../ledger/changes.queries'
import { partiesAt } from '../parties/party.store'
import type { Score } from '../standing/standing.types'
import { csv, type Row } from '../web/csv'
import type { Env } from '../web/env'
import { filterOf } from '../web/list'
import { questionOf, type Site } from '../web/site'
import { matches } from './filter'
import { narrowingOf } from './agreement.routes'
import { agreementsIn } from './home.routes'
import { narrowed } from './measure-list'
import { agreementLines } from './party.queries'
import { type Placed, scoreOfPlaced } from './placed.queries'
import { STANDING_FIELDS, standingRow } from './standing-row'
import { hitsFor } from '../search/hits.queries'

const SCORE_FIELDS = [
  'n',
  'coverage',
  'progress',
  'low',
  'high',
  'claimed',
  'strict',
  'g20',
  'g20_percent',
  'disagreement',
]
const scoreRow = (score: Score): Row => ({
  ...score,
  byParty: null,
  counts: null,
  g20_percent: score.g20Percent,
})

export const MEASURE_FIELDS = [
  'agreement',
  'code',
  'title',
  'obligation',
  'owed_by',
  'theme',
  'weight',
  ...STANDING_FIELDS,
]
export const measureRow = ({ measure, standing }: Placed): Row => ({
  agreement: measure.agreement,
  code: measure.code,
  title: measure.title,
  obligation: measure.obligation,
  owed_by: measure.owedBy.join(' '),
  theme: measure.theme,
  weight: measure.weight,
  ...standingRow(standing),
})

/** The CSV of every list: its address with `/list.csv`. */
export const csvRoutes = (site: Site) =>
  new Hono<Env>()
    .get('/agreements/list.csv', async (c) => {
      const asked = await questionOf(site, c)
      const { agreements, placed } = await agreementsIn(site, asked, filterOf(c))
      const fields = ['slug', 'title', 'kind', 'concluded_on', 'parties', 'attention', ...SCORE_FIELDS]
      const rows = agreementLines(agreements, placed, asked.asOf).map(({ agreement, score, attention }) => ({
        ...scoreRow(score),
        slug: agreement.slug,
        title: agreement.title,
        kind: agreement.kind,
        concluded_on: agreement.concludedOn,
        parties: agreement.parties.join(' '),
        attention,
      }))
      return csv(c, 'agreements', fields, rows)
    })
    .get('/agreements/:slug/list.csv', async (c) => {
      const asked = await questionOf(site, c)
      const slug = c.req.param('slug')
      if (!(await findAgreement(site.deps.db.read, slug, asked.knownAt))) return c.notFound()
      const narrowing = narrowingOf(c)
      const placed = await site.register.placed(asked)
      const its = placed.filter(({ agreement }) => agreement.slug === slug)
      return csv(c, slug, MEASURE_FIELDS, narrowed(its, narrowing).map(measureRow))
    })
    .get('/parties/list.csv', async (c) => {
      const asked = await questionOf(site, c)
      const placed = await site.register.placed(asked)
      const parties = (await partiesAt(site.deps.db.read, asked.knownAt)).filter(
        ({ party }) => !party.withdrawn,
      )
      const rows = parties.map(({ party }) => {
        const owed = placed.filter(({ measure }) => measure.owedBy.includes(party.slug))
        const score = scoreRow(scoreOfPlaced(owed, asked.asOf))
        return {
          ...score,
          slug: party.slug,
          name: party.name,
          kind: party.kind,
          part_of: party.partOf,
          owed: owed.length,
        }
      })
      return csv(c, 'parties', ['slug', 'name', 'kind', 'part_of', 'owed', ...SCORE_FIELDS], rows)
    })
    .get('/parties/:slug/list.csv', async (c) => {
      const asked = await questionOf(site, c)
      const slug = c.req.param('slug')
      const [found] = await partiesAt(site.deps.db.read, asked.knownAt, [slug])
      if (!found) return c.notFound()
      const filter = filterOf(c)
      const placed = await site.register.placed(asked)
      const owed = placed.filter((each) => each.measure.owedBy.includes(slug) && matches(each, filter))
      return csv(c, slug, MEASURE_FIELDS, owed.map(measureRow))
    })
    .get('/ledger/list.csv', async (c) => {
      const { knownAt } = await questionOf(site, c)
      return csv(c, 'ledger', LEDGER_FIELDS, ledgerRows(site, knownAt))
    })
    .get('/search/list.csv', async (c) => {
      const { knownAt } = await questionOf(site, c)
      const { found } = await hitsFor(site.deps.db.read, c.req.query('q') ?? '', knownAt)
      return csv(
        c,
        'search',
        ['type', 'id', 'agreement', 'measure', 'entry'],
        found.map((hit) => ({ ...hit })),
      )
    })

const LEDGER_FIELDS = [
  'n', 'entered_at', 'recorded_at', 'kind', 'agreement', 'measure', 'subject_type', 'subject_id', 'actor_id', 'actor_capacity',
  'actor_party', 'digest',
] // prettier-ignore

async function* ledgerRows(site: Site, knownAt: string | null): AsyncGenerator<Row> {
  for (let before: number | null = null; ;) {
    const entries = await entriesBackwards(site.deps.db.read, { before, knownAt, limit: 500 })
    for (const { entry } of entries)
      yield {
        n: entry.n,
        entered_at: entry.enteredAt,
        recorded_at: entry.recordedAt,
        kind: entry.kind,
        agreement: entry.agreement,
        measure: entry.measure,
        subject_type: entry.subject.type,
        subject_id: entry.subject.id,
        actor_id: entry.actor.id,
        actor_capacity: entry.actor.capacity,
        actor_party: entry.actor.party,
        digest: entry.digest,
      }
    before = entries.at(-1)?.entry.n ?? null
    if (before === null) return
  }
}
