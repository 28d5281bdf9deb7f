import { type Context, Hono } from 'hono'
import { ComparePage, type ComparePageProps } from '../../views/dashboards/compare-page'
import type { Agreement } from '../agreements/agreement'
import { findAgreement } from '../agreements/agreement.store'
import { dayOf, lastInstantOf } from '../lib/dates'
import { headOf } from '../ledger/ledger.store'
import { askedOf } from '../web/asked'
import { csv, type Row } from '../web/csv'
import type { Env } from '../web/env'
import { chosenOf, filterOf, pageOf, themesIn } from '../web/list'
import { questionOf, type Site } from '../web/site'
import type { Difference } from './compare'
import { daysKnownAt } from './lines.queries'
import { comparison, reportsBetween } from './compare.queries'
import { readTwoDays, type TwoDays } from './two-days'

const PAGE = 50
/** No day is longer. */
const LONGEST = 100

/** What changed between two days, over all agreements and in one. */
export const compareRoutes = (site: Site) =>
  new Hono<Env>()
    .get('/compare', (c) => page(site, c, null))
    .get('/compare/list.csv', (c) => list(site, c, null))
    .get('/agreements/:slug/compare', async (c) => {
      const agreement = await agreementIn(site, c, c.req.param('slug'))
      return agreement ? page(site, c, agreement) : c.notFound()
    })
    .get('/agreements/:slug/compare/list.csv', async (c) => {
      const agreement = await agreementIn(site, c, c.req.param('slug'))
      return agreement ? list(site, c, agreement) : c.notFound()
    })

async function agreementIn(site: Site, c: Context<Env>, slug: string): Promise<Agreement | undefined> {
  const { knownAt } = await questionOf(site, c)
  return (await findAgreement(site.deps.db.read, slug, knownAt))?.agreement
}

async function daysAsked(site: Site, c: Context) {
  const now = site.deps.clock()
  const to = askedOf(c, now).asked.asOf
  const text = (name: string): string => (c.req.query(name) ?? '').trim().slice(0, LONGEST)
  const given = { from: text('from'), to: text('to'), by: text('by') }
  const days = readTwoDays(given, { to, today: dayOf(now) })
  if ('problems' in days || given.by !== '') return days
  // Before its first entry a register knew nothing: both days are then told by what is known now.
  const held = await site.register.agreements(lastInstantOf(days.from))
  return held.length === 0 ? { ...days, by: 'now' as const, early: true } : days
}

async function between(site: Site, c: Context<Env>, agreement: Agreement | null, days: TwoDays) {
  const { knownAt } = askedOf(c, site.deps.clock())
  const head = await headOf(site.deps.db.read)
  const comparing = { ...days, knownAt, head: head.enteredAt }
  return { comparing, ...(await comparison(site.register, comparing, agreement, filterOf(c))) }
}

async function page(site: Site, c: Context<Env>, agreement: Agreement | null) {
  const days = await daysAsked(site, c)
  const { knownAt } = await questionOf(site, c)
  const around = {
    frame: await site.frameOf(c),
    names: await site.register.names(knownAt),
    agreement,
    chosen: chosenOf(filterOf(c)),
  }
  if ('problems' in days) {
    const asked = { days: days.typed, problems: days.problems, result: null }
    return c.html(<ComparePage {...around} {...asked} />, 400)
  }
  return c.html(
    <ComparePage {...around} days={days} problems={[]} result={await resultOf(site, c, agreement, days)} />,
  )
}

async function resultOf(
  site: Site,
  c: Context<Env>,
  agreement: Agreement | null,
  days: TwoDays,
): Promise<ComparePageProps['result']> {
  const { comparing, ends, placed, differences, ...rest } = await between(site, c, agreement, days)
  const { items, newer, older } = pageOf(c, differences, PAGE)
  const ids = items.map(({ measure }) => measure.id)
  const db = site.deps.db.read
  const reports = await reportsBetween(db, ids, ends, comparing)
  const known = await daysKnownAt(db, ids, ends.after.knownAt)
  return {
    ...rest,
    items,
    total: differences.length,
    newer,
    older,
    reports: Map.groupBy(reports, ({ measureId }) => measureId),
    dueKnown: new Map([...known].map(([id, { due }]) => [id, due])),
    themes: themesIn(placed),
    known: { before: ends.before.knownAt, after: ends.after.knownAt },
  }
}

const FIELDS = [
  'agreement', 'code', 'title', 'came', 'label_before', 'label_after', 'stage_before', 'stage_after', 'flags_gained', 'flags_lost',
  'due_before', 'due_after', 'repledged_in',
] // prettier-ignore

const rowOf = ({ measure, came, before, after, gained, lost, repledgedIn }: Difference): Row => ({
  agreement: measure.agreement,
  code: measure.code,
  title: measure.title,
  came,
  label_before: before?.label ?? null,
  label_after: after?.label ?? null,
  stage_before: before?.stage ?? null,
  stage_after: after?.stage ?? null,
  flags_gained: gained.join(' '),
  flags_lost: lost.join(' '),
  due_before: before?.dueOn ?? null,
  due_after: after?.dueOn ?? null,
  repledged_in: repledgedIn.join(' '),
})

async function list(site: Site, c: Context<Env>, agreement: Agreement | null) {
  const days = await daysAsked(site, c)
  // The page says what is wrong, and keeps what was typed.
  if ('problems' in days) return page(site, c, agreement)
  const { differences } = await between(site, c, agreement, days)
  return csv(c, `${agreement?.slug ?? 'everything'}-${days.from}-${days.to}`, FIELDS, differences.map(rowOf))
}
