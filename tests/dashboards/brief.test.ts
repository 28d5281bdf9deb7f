import { expect, test } from 'vitest'
import { agreement, claim, dataset, measure, newApi } from '../api/app'
import { headAt } from '../../src/ledger/head-at.queries'
import { newSite } from '../support/site'

const finding = (stage: number, asOf: string) => ({
  ...claim('iran', stage, asOf, { kind: 'finding', by: { name: 'An observer' } }),
  party: undefined,
})

// The clock stands at 23 November 2026.
const RECORD = dataset([
  agreement('border', {
    title: 'Border accord',
    place: 'Tehran',
    measures: [
      measure('1', {
        title: 'Fence',
        deadlines: [{ due_on: '2019-03-01', decided_on: '2017-11-07' }],
        reports: [claim('iran', 1, '2026-10-01')],
      }),
      measure('2', {
        title: 'Patrols <b>گشت',
        obligation: 'continuing',
        owed_by: ['iran', 'pakistan'],
        reports: [claim('pakistan', 3, '2026-11-01'), claim('iran', 2, '2026-11-02')],
      }),
      measure('3', { title: 'Hotline', reports: [claim('iran', 1, '2019-01-01'), finding(1, '2019-02-01')] }),
      measure('4', { title: 'Committee' }),
    ],
  }),
  agreement('late', { concluded_on: '2026-11-01', measures: [measure('1')] }),
])

/** The words of a page's own part, spaces made one. */
const wordsOf = async (answer: Response | Promise<Response>): Promise<string> => {
  const html = await (await answer).text()
  return html
    .slice(html.indexOf('<div class="brief">'), html.indexOf('<details class="cite"'))
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
}
const SITE = { record: RECORD, settings: { OPERATOR: 'The desk', PUBLIC_URL: 'https://register.example' } }

test('the brief says in sentences where the agreement stands and what to ask of whom', async () => {
  const site = await newSite(SITE)
  const words = await wordsOf(site.get('/agreements/border/brief'))
  for (const sentence of [
    'Memorandum · Tehran, 7 November 2017',
    'Iran and Pakistan',
    'Fence: 7 years 8 months, due 1 March 2019; owed by Iran.',
    'Pakistan says implemented (public source, as of 1 November 2026)',
    'Hotline: nothing heard for 7 years 9 months, since 1 February 2019; owed by Iran.',
    'Ask Iran: “Fence” was due 1 March 2019. What remains to be done, and by when?',
    'Ask both: you differ on “\u2068Patrols &lt;b&gt;گشت\u2069”: Pakistan says implemented (public source), Iran partly implemented (public source). Which is it?',
    'Ask Iran: nothing has been heard of “Hotline” since 1 February 2019. Where does it stand?',
    'Ask Iran: nobody has ever said how far “Committee” has come. What was done?',
    'Changed since 25 August 2026',
    'from not assessed to partly implemented; now disputed.',
    'kept by The desk',
    'https://register.example/agreements/border/brief?since=2026-08-25',
  ])
    expect(words).toContain(sentence)
})

test('what changed is told since the day that is asked for, and no earlier than the agreement', async () => {
  const site = await newSite(SITE)
  const since = (day: string, path = 'border') => wordsOf(site.get(`/agreements/${path}/brief?since=${day}`))
  expect(await since('2026-11-05')).toContain('Changed since 5 November 2026 Nothing moved.')
  expect(await since('2018-01-01')).toContain('now overdue')
  expect(await since('2018-01-01')).toContain('now stale, now verified'.replace(', ', '; '))
  expect(await since('', 'late')).toContain('Changed since 1 November 2026')
  expect(await since('1999-01-01', 'late')).toContain('Changed since 1 January 1999')
})

test.each(['2026-11-24', '2026-02-30', 'yesterday', '%00', '<script>'])(
  'a day to compare with that is %s is refused with a page',
  async (day) => {
    const site = await newSite(SITE)
    const answer = await site.get(`/agreements/border/brief?since=${encodeURIComponent(day)}`)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('no later than the day shown')
  },
)

test('it can be asked for on both clocks, and names the entry it stands on', async () => {
  const site = await newSite(SITE)
  const then = await wordsOf(site.get('/agreements/border/brief?as_of=2018-06-01'))
  expect(then).not.toContain('overdue;')
  expect(then).toContain('As of 1 June 2018')
  const { n, enteredAt } = await headAt(site.world.db.read, null)
  expect(then).toContain(`entry ${n} of the ledger`)
  expect(then).toContain(`as_of=2018-06-01&amp;known_at=${enteredAt}`)
  expect((await site.get('/agreements/border/brief?known_at=2001-01-01')).status).toBe(404)
  expect((await site.get('/agreements/nobody/brief')).status).toBe(404)
  const early = await wordsOf(site.get('/agreements/border/brief?as_of=2017-01-01'))
  expect(early).toContain('Not yet concluded')
})

test('the printed address shows the same page after more was recorded', async () => {
  const site = await newSite(SITE)
  const first = await (await site.get('/agreements/border/brief')).text()
  const pinned = /href="https:\/\/register\.example(\/agreements\/border\/brief[^"]*)"/.exec(first)?.[1]
  const address = (pinned ?? '').replaceAll('&amp;', '&')
  const before = await wordsOf(site.get(address))
  site.world.now = '2026-11-25T12:00:00.000Z'
  const [border, late] = RECORD.agreements as { measures: object[] }[]
  const more = measure('5', { title: 'Market', reports: [claim('iran', 3, '2026-11-20')] })
  await site.load(dataset([{ ...border, measures: [...(border?.measures ?? []), more] }, late ?? {}]))
  expect(await wordsOf(site.get('/agreements/border/brief'))).toContain('Market')
  expect(await wordsOf(site.get(address))).toBe(before)
  expect(before).not.toContain('Market')
})

test('the entry of an instant is found by halving, before the first, between two and at the last', async () => {
  const api = await newApi()
  const db = api.world.db.read
  const entries = await db.selectFrom('entry').select(['n', 'entered_at']).orderBy('n').execute()
  const last = entries.at(-1)
  expect(await headAt(db, null)).toEqual({ n: last?.n, enteredAt: last?.entered_at })
  expect(await headAt(db, '9999-01-01T00:00:00.000Z')).toEqual({ n: last?.n, enteredAt: last?.entered_at })
  expect((await headAt(db, '1999-01-01T00:00:00.000Z')).n).toBe(0)
  for (const { entered_at } of entries) {
    const expected = entries.findLast((one) => one.entered_at <= entered_at)?.n
    expect((await headAt(db, entered_at)).n).toBe(expected)
    const before = new Date(Date.parse(entered_at) - 1).toISOString()
    expect((await headAt(db, before)).n).toBe(entries.findLast((one) => one.entered_at <= before)?.n ?? 0)
  }
})
