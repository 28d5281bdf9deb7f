import { Hono } from 'hono'
import { findAgreement } from '../agreements/agreement.store'
import { waitingIn } from '../attention/waiting'
import { entriesBackwards } from '../ledger/changes.queries'
import { partiesAt } from '../parties/party.store'
import type { Score, Standing } from '../standing/standing.types'
import { csv, type Row } from '../web/csv'
import type { Env } from '../web/env'
import { filterOf } from '../web/list'
import { questionOf, type Site } from '../web/site'
import { flagsOf, matches } from './filter'
import { narrowingOf } from './agreement.routes'
import { agreementsIn } from './home.routes'
import { narrowed } from './measure-list'
import { agreementLines } from './party.queries'
import { type Placed, scoreOfPlaced } from './placed.queries'
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

const STANDING_FIELDS = [
  'stage', 'condition', 'label', 'basis', 'disputed', 'awaiting_verification', 'freshness', 'last_heard_on', 'last_looked_on',
  'since', 'met_on', 'time', 'due_on', 'original_due_on', 'times_moved', 'slippage_days', 'days_overdue', 'flags',
  'claims', 'finding',
] // prettier-ignore
const standingRow = (standing: Standing): Row => ({
  stage: standing.stage,
  condition: standing.condition,
  label: standing.label,
  basis: standing.basis,
  disputed: standing.disputed,
  awaiting_verification: standing.awaitingVerification,
  freshness: standing.freshness,
  last_heard_on: standing.lastHeardOn,
  last_looked_on: standing.lastLookedOn,
  since: standing.since,
  met_on: standing.metOn,
  time: standing.time,
  due_on: standing.dueOn,
  original_due_on: standing.originalDueOn,
  times_moved: standing.timesMoved,
  slippage_days: standing.slippageDays,
  days_overdue: standing.daysOverdue,
  flags: flagsOf(standing).join(' '),
  claims: standing.claims
    .map(({ party, stage, channel, asOf }) => `${party}:${stage}:${channel}:${asOf}`)
    .join(' '),
  finding: standing.finding && `${standing.finding.stage}:${standing.finding.asOf}`,
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
    .get('/attention/list.csv', async (c) => {
      const asked = await questionOf(site, c)
      const filter = filterOf(c)
      const reason = c.req.query('reason')
      const placed = (await site.register.placed(asked)).filter((each) => matches(each, filter))
      const rows = waitingIn(placed)
        .filter((item) => !reason || item.reason === reason)
        .map(({ reason, agreement, code, title, owedBy, standing }) => ({
          reason,
          agreement: agreement.slug,
          code,
          title,
          owed_by: owedBy.join(' '),
          ...standingRow(standing),
        }))
      return csv(
        c,
        'attention',
        ['reason', 'agreement', 'code', 'title', 'owed_by', ...STANDING_FIELDS],
        rows,
      )
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
