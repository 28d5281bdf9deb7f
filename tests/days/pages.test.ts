import { beforeAll, expect, test } from 'vitest'
import { passDays } from '../../src/days/pass-days'
import { newSite, type Site, SMALL_RECORD } from '../support/site'

const [agreement] = SMALL_RECORD.agreements
const [hotline, fence] = agreement?.measures ?? []
const RECORD = {
  ...SMALL_RECORD,
  agreements: [
    {
      ...agreement,
      measures: [
        {
          ...hotline,
          deadlines: [{ due_on: '2026-12-31', due_on_precision: 'month', decided_on: '2020-01-01' }],
        },
        {
          ...fence,
          review_interval_days: 10,
          reports: [
            {
              kind: 'claim',
              party: 'iran',
              stage: 1,
              as_of: '2026-11-20',
              evidence: [{ kind: 'act', title: 'A visit' }],
            },
          ],
        },
      ],
    },
  ],
}

let site: Site
let recorded: number
beforeAll(async () => {
  site = await newSite({ record: RECORD })
  recorded = await site.entries()
  site.world.now = '2027-01-05T12:00:00.000Z'
  await passDays(site.world.deps, { id: 'a-1', capacity: 'operator', party: null })
})

const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.;:,])/g, '$1')
const page = async (path: string) => textOf(await (await site.get(path)).text())

test('the ledger says what days brought, and that nobody did it', async () => {
  const text = await page('/ledger')
  expect(text).toContain(
    'Hotline between commanders became due soon on 1 December 2026: due December 2026, in 30 days.',
  )
  expect(text).toContain('Hotline between commanders became overdue on 1 January 2027: due December 2026.')
  expect(text).toContain(
    'Fence on the border became stale on 11 December 2026: last heard of on 20 November 2026, 21 days before.',
  )
  expect(text).toContain('by nobody: a day came')
  expect(text).not.toContain('by the operator 20')
})

test('the measure’s page tells them beside its history, as known then', async () => {
  expect(await page('/agreements/visit-2017/measures/1')).toMatch(
    /What the calendar brought .*1 January 2027: became overdue; it was due December 2026\. .*1 December 2026: became due soon/,
  )
  expect(await page('/agreements/visit-2017/measures/1?as_of=2026-12-05')).not.toContain('became overdue;')
  expect(await page('/agreements/visit-2017/measures/1?known_at=2026-12-05')).not.toContain(
    'What the calendar',
  )
})

test.each(['/feed.json', '/agreements/visit-2017/feed.json', '/parties/iran/feed.json'])(
  '%s says it in words, at an address of its own',
  async (path) => {
    const { items } = JSON.parse(await (await site.get(path)).text())
    const item = items.find(({ title }: { title: string }) => /overdue/.test(title))
    expect(item).toMatchObject({
      title: 'Hotline between commanders: Became overdue on 1 January 2027: due December 2026',
      authors: [{ name: 'The calendar' }],
      _followthrough: { kind: 'day_passed', measure: '1', standing: { time: 'overdue' } },
    })
    const { pathname, hash } = new URL(item.url)
    expect(await (await site.get(pathname)).text()).toContain(`id="${hash.slice(1)}"`)
  },
)

test('told on the day itself it does not repeat the day', async () => {
  const { get } = await overnight()
  const { items } = JSON.parse(await (await get('/feed.json')).text())
  expect(items[0].title).toBe('Hotline between commanders: Became overdue: due 23 November 2026')
  expect(textOf(await (await get('/ledger')).text())).toContain('became overdue: due 23 November 2026.')
})

test('Atom says the same', async () => {
  const text = await (await site.get('/feed.atom')).text()
  expect(text).toContain(
    'Became stale on 11 December 2026: last heard of on 20 November 2026, 21 days before',
  )
})

test('/changes gives each of them whole', async () => {
  const answer = await site.get(`/api/v1/changes?after=${recorded}`)
  const { items } = JSON.parse(await answer.text())
  expect(items.map(({ content: { event, day } }: any) => `${event} ${day}`)).toEqual([
    'due_soon 2026-12-01',
    'stale 2026-12-11',
    'overdue 2027-01-01',
  ])
  expect(items[1].content).toMatchObject({ last_heard_on: '2026-11-20', days: 21 })
  expect(items[2].entry).toMatchObject({ kind: 'day_passed', subject: { type: 'measure' } })
})

test('the list of the ledger has them too', async () => {
  const rows = (await (await site.get('/ledger/list.csv')).text()).split('\r\n')
  expect(rows.filter((row) => row.includes(',day_passed,'))).toHaveLength(3)
})

/** A site on which a deadline passed while forms were open that had seen the entries up to a number. */
async function overnight() {
  const measures = [{ ...hotline, deadlines: [{ due_on: '2026-11-23', decided_on: '2020-01-01' }] }]
  const night = await newSite({ record: { ...SMALL_RECORD, agreements: [{ ...agreement, measures }] } })
  const seen = String(await night.entries())
  night.world.now = '2026-11-24T12:00:00.000Z'
  expect(await passDays(night.world.deps, { id: 'a-1', capacity: 'operator', party: null })).toBe(1)
  return { ...night, seen }
}

test('a report form that was open when the day came is no conflict', async () => {
  const { post, seen } = await overnight()
  const answer = await post(
    '/agreements/visit-2017/measures/1/report',
    {
      kind: 'claim',
      party: 'iran',
      stage: '1',
      condition: 'active',
      as_of: '2026-11-24',
      summary: 'Asked.',
      seen,
    },
    'irene',
  )
  expect(answer.headers.get('location')).toMatch(/#report-/)
})

test('a revision form that was open when the day came is no conflict', async () => {
  const { post, seen } = await overnight()
  const answer = await post(
    '/agreements/visit-2017/measures/1/revise',
    {
      title: 'Hotline',
      obligation: 'one_off',
      owed_by: ['pakistan', 'iran'],
      reason: 'Shorter.',
      seen,
    },
    'edith',
  )
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/agreements/visit-2017/measures/1'])
})
