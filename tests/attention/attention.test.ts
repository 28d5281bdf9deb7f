import { beforeAll, expect, test } from 'vitest'
import { addDays } from '../../src/lib/dates'
import { newSite, type Site, SMALL_RECORD } from '../support/site'

const evidence = [{ kind: 'act', title: 'A visit' }]
const claim = (as_of: string, more: object = {}) => ({
  kind: 'claim',
  party: 'iran',
  stage: 1,
  as_of,
  evidence,
  ...more,
})
const finding = (as_of: string, stage: number | null, more: object = {}) => ({
  kind: 'finding',
  stage,
  as_of,
  evidence,
  ...more,
})
const due = (due_on: string, decided_on = '2018-01-01') => ({ due_on, decided_on })
const measure = (code: string, more: object) => ({
  code,
  title: `Measure ${code}`,
  obligation: 'one_off',
  owed_by: ['iran'],
  ...more,
})

// As of 23 November 2026.
const MEASURES = [
  measure('overdue', { deadlines: [due('2026-05-01'), due('2026-10-01', '2026-04-01')] }),
  measure('long', { deadlines: [due('2024-01-01')], theme: 'border' }),
  measure('stale', { review_interval_days: 90, reports: [finding('2024-11-01', 1)] }),
  measure('silent', { review_interval_days: 30, reports: [claim('2026-01-01')] }),
  measure('disputed', { reports: [claim('2026-11-01', { stage: 3 }), finding('2026-10-01', 1)] }),
  measure('soon', { deadlines: [due('2026-12-01')] }),
  measure('ageing', {
    review_interval_days: 90,
    deadlines: [due('2026-12-11')],
    reports: [finding('2026-07-26', 1)],
  }),
  measure('dropped', {
    deadlines: [due('2020-01-01')],
    reports: [claim('2019-01-01', { condition: 'abandoned', decided_by: 'Iran' })],
  }),
  measure('fine', { deadlines: [due('2027-12-01')] }),
  measure('gone', {
    deadlines: [due('2020-01-01')],
    withdrawn: { at: '2026-11-23T00:00:00.000Z', reason: 'No.' },
  }),
]
const [first] = SMALL_RECORD.agreements
const RECORD = {
  ...SMALL_RECORD,
  agreements: [
    { ...first, measures: MEASURES },
    { ...first, slug: 'talks-2020', title: 'Talks', concluded_on: '2020-02-01', parties: ['pakistan', 'turkey'], measures: [measure('1', { owed_by: ['turkey'], deadlines: [due('2026-11-30', '2020-02-01')] })] },
  ],
} // prettier-ignore

let site: Site
beforeAll(async () => {
  site = await newSite({ record: RECORD })
})

const html = async (path: string) => (await site.get(path)).text()
const textOf = (page: string) =>
  page
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.;:,])/g, '$1')
/** The measures listed, in their order. */
const listed = (page: string) =>
  [
    ...page
      .slice(page.indexOf('<main'))
      .matchAll(/<li class="attention-row">.*?href="\/agreements\/[^/]+\/measures\/([^"?]+)/gs),
  ].map(([, code]) => code)

/** The rows of a CSV by field name; quotes inside a cell are doubled. */
function rowsOf(text: string): Record<string, string>[] {
  const [fields = [], ...rows] = text
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
      ),
    )
  return rows.map((cells) => Object.fromEntries(fields.map((field, n) => [field, cells[n] ?? ''])))
}

test('says of each why, in figures', async () => {
  const text = textOf(await html('/attention'))
  expect(text).toContain('53 days overdue: it was due 1 October 2026, moved once.')
  expect(text).toContain('2 years 10 months overdue (1,057 days): it was due 1 January 2024.')
  expect(text).toContain('The finding is 752 days old, of 1 November 2024; its review was due after 90 days.')
  expect(text).toContain('Iran’s claim is 326 days old, of 1 January 2026; its review was due after 30 days.')
  expect(text).toContain('They lie 2 stages apart. Open for 22 days.')
  expect(text).toContain('nobody independent has given a finding. Open for 326 days.')
  expect(text).toContain('Due in 8 days, on 1 December 2026.')
})

test('says of a deadline known to its month or year that it was due in it', async () => {
  const only = (due_on: string, due_on_precision: string) => ({
    ...{ due_on, due_on_precision, decided_on: '2018-01-01' },
  })
  const measures = [
    measure('month', { deadlines: [only('2023-02-28', 'month')] }),
    measure('year', { deadlines: [only('2024-12-31', 'year')] }),
  ]
  const [agreement] = SMALL_RECORD.agreements
  const site = await newSite({ record: { ...SMALL_RECORD, agreements: [{ ...agreement, measures }] } })
  const text = textOf(await (await site.get('/attention')).text())
  expect(text).toContain('(1,364 days): it was due in February 2023.')
  expect(text).toContain('(692 days): it was due in 2024.')
})

test('says how many match where it was asked for some', async () => {
  const lead = async (query: string) => /<p class="lead">([^<]*)/.exec(await html(`/attention${query}`))?.[1]
  expect(await lead('')).toMatch(/^\d+ measures need attention on this day\.$/)
  expect(await lead('?theme=border')).toBe('One measure that matches needs attention on this day.')
  const overdue = listed(await html('/attention?reason=overdue')).length
  expect(await lead('?reason=overdue')).toBe(`${overdue} measures that match need attention on this day.`)
})

test('hints beside another reason that a review is due', async () => {
  expect(textOf(await html('/attention?reason=due_soon'))).toContain(
    'Due in 18 days, on 11 December 2026. The finding is 120 days old, of 26 July 2026; its review was due after 90 days.',
  )
})

test('puts the most urgent first, and says by what rule', async () => {
  const page = await html('/attention')
  expect(listed(page)).toEqual([
    'long', 'overdue', 'disputed', 'stale', 'silent', 'silent', 'disputed', '1', 'soon', 'ageing',
  ]) // prettier-ignore
  expect(textOf(page)).toContain('the longest overdue at the top')
})

test.each([
  ['party=turkey', ['1']],
  ['theme=border', ['long']],
  ['year=2020', ['1']],
  ['label=in_progress&reason=stale', ['stale', 'silent']],
  ['flag=verified', ['disputed', 'stale', 'disputed', 'ageing']],
  ['reason=overdue', ['long', 'overdue']],
  ['reason=unheard-of&party=turkey', ['1']],
])('is narrowed by ?%s, which its form and its CSV keep', async (query, expected) => {
  const page = await html(`/attention?${query}`)
  expect(listed(page)).toEqual(expected)
  for (const [name, value] of new URLSearchParams(query))
    if (value !== 'unheard-of')
      expect(page).toMatch(new RegExp(`name="${name}"[^]*?<option value="${value}" selected`))
  expect(page).toContain(`/attention/list.csv?${query.replaceAll('&', '&amp;')}`)
})

test.each(['label=x', 'flag=x', 'year=1', 'party=!'])('is 400 for ?%s', async (query) => {
  for (const path of ['/attention', '/attention/list.csv'])
    expect((await site.get(`${path}?${query}`)).status).toBe(400)
})

test('is paged, and its CSV is not', async () => {
  const measures = Array.from({ length: 130 }, (_, n) =>
    measure(`${n + 1}`, { deadlines: [due('2026-01-01')] }),
  )
  const long = await newSite({ record: { ...SMALL_RECORD, agreements: [{ ...first, measures }] } })
  const page = async (n: number) => listed(await (await long.get(`/attention?page=${n}`)).text())
  expect([(await page(1)).length, (await page(2)).length, (await page(3)).length]).toEqual([50, 50, 30])
  expect(new Set([...(await page(1)), ...(await page(2)), ...(await page(3))]).size).toBe(130)
  expect((await long.get('/attention?page=0')).status).toBe(400)
  const rows = rowsOf(await (await long.get('/attention/list.csv')).text())
  expect(rows).toHaveLength(130)
})

test('gives the reasons in its CSV in the words of the page', async () => {
  const rows = rowsOf(await html('/attention/list.csv'))
  const text = textOf(await html('/attention'))
  expect(rows.map(({ code }) => code)).toEqual(listed(await html('/attention')))
  for (const { why = '' } of rows) {
    expect(why).not.toMatch(/[<>]|&\w+;/)
    expect(text.replace(/\s/g, '')).toContain(why.replace(/\s/g, ''))
  }
  expect(rows[0]).toMatchObject({
    reason: 'overdue',
    code: 'long',
    agreement: 'visit-2017',
    days_overdue: '1057',
  })
})

test('a reason that is none narrows neither the page nor its CSV', async () => {
  const all = rowsOf(await html('/attention/list.csv')).length
  expect(all).toBeGreaterThan(0)
  expect(rowsOf(await html('/attention/list.csv?reason=none')).length).toBe(all)
  expect(measuresIn(await html('/attention?reason=none'))).toBe(measuresIn(await html('/attention')))
  expect(rowsOf(await html('/attention/list.csv?reason=stale')).length).toBeLessThan(all)
})

/** The number beside the link to the work list. */
const counted = (page: string) =>
  Number(/href="\/attention[^"]*"[^>]*>[^<]*<span class="count"[^>]*>(\d+)</.exec(page)?.[1] ?? 0)
const measuresIn = (page: string) =>
  Number(/(\d+|One) measures? needs? attention on/.exec(textOf(page))?.[1]?.replace('One', '1') ?? 0)

test.each(['', '?as_of=2024-06-01', '?as_of=2020-06-01', '?as_of=2018-01-01', '?known_at=2026-11-23T12:00:00.000Z', '?as_of=2025-01-01&known_at=2030-01-01', '?known_at=2020-01-01'])(
  'is counted in the navigation of every page as that page is asked for%s',
  async (query) => {
    const page = await html(`/attention${query}`)
    expect(counted(page)).toBe(measuresIn(page))
    for (const path of ['/agreements', '/ledger', '/about/method'])
      expect(counted(await html(`${path}${query}`)), path).toBe(measuresIn(page))
  },
) // prettier-ignore

test('the count is what the list holds, on any day and after a withdrawal', async () => {
  const placedOn = async (day: string) => measuresIn(await html(`/attention?as_of=${day}`))
  for (let n = 0; n < 40; n++) {
    const day = addDays('2018-01-01', n * 83)
    expect(counted(await html(`/about/method?as_of=${day}`)), day).toBe(await placedOn(day))
  }
})

test('nothing of an agreement needs attention before it was concluded, and lists say that it was not', async () => {
  const other = await newSite({ record: RECORD })
  const late = { ...first, slug: 'late', title: 'Agreed late', concluded_on: '2017-06-01' }
  const planned = { due_on: '2017-01-15', decided_on: '2017-01-01' }
  await other.load({
    ...SMALL_RECORD,
    agreements: [{ ...late, measures: [measure('early', { deadlines: [planned] })] }],
  })
  const shown = async (path: string) => textOf(await (await other.get(path)).text())
  expect(await shown('/attention?as_of=2017-05-31')).not.toContain('Agreed late')
  expect(await shown('/attention?as_of=2017-06-01')).toContain('Agreed late')
  expect(await shown('/agreements?as_of=2017-05-31')).toMatch(/Agreed late.{0,120}Not yet concluded/)
  expect(await shown('/agreements?as_of=2017-06-01')).not.toMatch(/Agreed late.{0,120}Not yet concluded/)
})

test('the count follows what is recorded', async () => {
  const other = await newSite({ record: RECORD })
  const count = async () => counted(await (await other.get('/')).text())
  const before = await count()
  await other.load({
    ...SMALL_RECORD,
    agreements: [{ ...first, measures: [measure('fresh', { deadlines: [due('2026-01-01')] })] }],
  })
  expect(await count()).toBe(before + 1)
  other.world.now = '2026-11-30T12:00:00.000Z'
  expect(await count()).toBe(before + 1)
  other.world.now = '2027-11-30T12:00:00.000Z'
  expect(await count()).toBeGreaterThan(before + 1)
})
