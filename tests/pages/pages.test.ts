import { describe, expect, test } from 'vitest'
import { newSite } from '../support/site'

const claim = (fields: object) => ({
  kind: 'claim',
  as_of: '2020-01-01',
  evidence: [{ kind: 'act', title: 'A gazette' }],
  ...fields,
})

const RECORD = (reports: object[], more: object = {}) => ({
  format: 'followthrough-dataset/1',
  parties: [
    { slug: 'iran', name: 'Iran', kind: 'state' },
    { slug: 'pakistan', name: 'Pakistan', kind: 'state' },
  ],
  agreements: [
    {
      slug: 'visit-2017',
      title: 'Visit to Tehran',
      kind: 'announcement',
      concluded_on: '2017-11-07',
      parties: ['pakistan', 'iran'],
      measures: [
        {
          code: '1',
          title: 'Hotline between commanders',
          obligation: 'one_off',
          owed_by: ['pakistan', 'iran'],
          theme: 'border',
          reports,
          ...more,
        },
      ],
    },
  ],
})

const MEASURE = '/agreements/visit-2017/measures/1'

describe('the pages of the seeded record', () => {
  const addresses = [
    '/',
    '/agreements',
    '/agreements/army-chiefs-tehran-2017',
    '/agreements/army-chiefs-tehran-2017/measures/1',
    '/agreements/army-chiefs-tehran-2017/measures/2',
    '/parties',
    '/parties/iran',
    '/parties/pakistan/with/iran',
    '/attention',
    '/search?q=hotline',
    '/ledger',
    '/about/method',
    '/about/implementability',
  ]
  test('each answers, also as of a past day and as known at a past instant, and keeps both in its links', async () => {
    const { get } = await newSite({ seeds: true })
    for (const address of addresses) {
      expect((await get(address)).status, address).toBe(200)
      const joint = address.includes('?') ? '&' : '?'
      const past = await get(`${address}${joint}as_of=2020-06-30&known_at=2026-11-23`)
      expect(past.status, address).toBe(200)
      const html = await past.text()
      expect(html, address).toContain('as_of=2020-06-30')
      expect(html, address).toContain('known_at=2026-11-23T23')
    }
  })

  test('the hotline is one lineage of five promises', async () => {
    const { get } = await newSite({ seeds: true })
    const html = await (await get('/agreements/army-chiefs-tehran-2017/measures/1')).text()
    const thread = /<ol class="thread">(.*?)<\/ol>/s.exec(html)?.[1] ?? ''
    expect(thread.match(/<li/g)).toHaveLength(5)
  })

  test('every list has its CSV', async () => {
    const { get } = await newSite({ seeds: true })
    for (const list of [
      '/agreements',
      '/agreements/army-chiefs-tehran-2017',
      '/parties',
      '/parties/iran',
      '/attention',
      '/ledger',
    ]) {
      const answer = await get(`${list}/list.csv`)
      expect(answer.status, list).toBe(200)
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
      const text = await answer.text()
      expect(text.split('\r\n').length, list).toBeGreaterThan(2)
    }
  })
})

describe('what an address asks for', () => {
  test.each([
    'as_of=2020-02-30',
    'as_of=tomorrow',
    'known_at=yesterday',
    'as_of=2026-11-24',
    'known_at=2026-11-23T99:00:00Z',
  ])('%s is refused with a page', async (query) => {
    const { get } = await newSite()
    const answer = await get(`/?${query}`)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('<h1>')
  })

  test.each(['label=done', 'flag=late', 'year=20', 'party=A%20B', 'page=0', 'page=x'])(
    'a list refuses %s',
    async (query) => {
      const { get } = await newSite()
      expect((await get(`/agreements?${query}`)).status).toBe(400)
    },
  )

  test('other forms of an instant are taken, and unknown parameters are not minded', async () => {
    const { get } = await newSite()
    expect((await get('/?known_at=2026-11-23T15:30:00%2B03:30&utm=x')).status).toBe(200)
    expect((await get('/?known_at=2026-11-23T12:00:00.000001Z')).status).toBe(200)
  })

  test('what was not recorded yet is not found, and an agreement not concluded yet says so', async () => {
    const { get, world } = await newSite()
    world.now = '2026-11-24T00:00:00.000Z'
    expect((await get(`${MEASURE}?known_at=2026-11-22`)).status).toBe(404)
    expect((await get('/agreements/visit-2017?known_at=2026-11-22')).status).toBe(404)
    const early = await get('/agreements/visit-2017?as_of=2017-11-06')
    expect(early.status).toBe(200)
    expect(await early.text()).toContain('7 November 2017')
  })

  test.each([
    '/agreements/none',
    '/agreements/visit-2017/measures/9',
    '/parties/none',
    '/parties/iran/with/none',
    '/reports/none',
    '/%00',
    '/nope',
  ])('%s is a 404 page', async (address) => {
    const { get } = await newSite()
    const answer = await get(address)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('<h1>')
  })
})

describe('a measure page', () => {
  test('shows each side beside the other and says that they differ', async () => {
    const { get } = await newSite({
      record: RECORD([
        claim({ party: 'iran', stage: 3 }),
        claim({ party: 'pakistan', stage: 1, as_of: '2020-05-05' }),
      ]),
    })
    const html = await (await get(MEASURE)).text()
    expect(html).toContain('Disputed')
    expect(html).toContain('In progress')
  })

  test('a script in any text is text', async () => {
    const nasty = '<script>alert("x")</script>'
    const persian = 'گزارش <img src=x onerror=alert(1)>'
    const { get } = await newSite({
      record: RECORD(
        [claim({ party: 'iran', stage: 1, summary: nasty, evidence: [{ kind: 'act', title: persian }] })],
        {
          title: `Hotline ${nasty}`,
          criterion: persian,
        },
      ),
    })
    for (const address of [
      MEASURE,
      '/agreements/visit-2017',
      '/',
      '/search?q=alert',
      '/ledger',
      '/attention',
    ]) {
      const html = await (await get(address)).text()
      expect(html, address).not.toContain('<script>alert')
      expect(html, address).not.toContain('<img src=x')
    }
  })

  test('a stored answer is not served once the record or the day has moved', async () => {
    const { get, load, world } = await newSite({ record: RECORD([]) })
    const before = await (await get(MEASURE)).text()
    await load(RECORD([claim({ party: 'iran', stage: 2 })]))
    const after = await get(MEASURE)
    const html = await after.text()
    expect(html).not.toBe(before)
    expect(html).toContain('Partly implemented')
    world.now = '2027-11-23T12:00:00.000Z'
    expect(await (await get(MEASURE)).text()).not.toBe(html)
  })

  test('a known page costs a 304', async () => {
    const { get } = await newSite()
    const first = await get(MEASURE)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[^"]+"$/)
    const again = await get(MEASURE, 'stranger', { 'if-none-match': etag })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  test('whoever is signed in never gets a stranger’s page, nor a stranger theirs', async () => {
    const { get } = await newSite()
    expect(await (await get(MEASURE)).text()).not.toContain('Edith')
    expect(await (await get(MEASURE, 'edith')).text()).toContain('Edith')
    expect(await (await get(MEASURE)).text()).not.toContain('Edith')
  })
})

describe('a list as CSV', () => {
  test('a line break in a name stays inside its cell', async () => {
    const { get } = await newSite({ record: RECORD([], { title: 'A, then\nB', theme: 'C\nD' }) })
    const text = await (await get('/agreements/visit-2017/list.csv')).text()
    expect(text).toContain('"A, then\nB"')
    expect(text).toContain('"C\nD"')
  })

  test('a text that a spreadsheet would run is quoted away', async () => {
    const { get } = await newSite({ record: RECORD([], { title: '=HYPERLINK("http://x")', theme: '@cmd' }) })
    const text = await (await get('/agreements/visit-2017/list.csv')).text()
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(text).toContain(`'@cmd`)
  })

  test('keeps its query, and has a header where nothing is left', async () => {
    const { get } = await newSite({ record: RECORD([]) })
    const text = await (await get('/agreements/visit-2017/list.csv?theme=none')).text()
    expect(text.trimEnd().split('\r\n')).toHaveLength(1)
    expect(text).toMatch(/^agreement,code,title,/)
  })
})

test('an empty register has its pages too', async () => {
  const { get } = await newSite({ record: null })
  for (const address of [
    '/',
    '/agreements',
    '/parties',
    '/attention',
    '/search',
    '/search?q=x',
    '/ledger',
    '/about/method',
    '/about/implementability',
  ])
    expect((await get(address)).status, address).toBe(200)
})

test('where reading is for members, a stranger sees the sign-in page and nothing else', async () => {
  const { get } = await newSite({ settings: { READ_ACCESS: 'members' } })
  for (const address of ['/', MEASURE, '/agreements', '/ledger'])
    expect((await get(address)).headers.get('location'), address).toMatch(/^\/sign-in/)
  for (const address of ['/feed.json', '/api/v1/agreements', '/agreements/list.csv'])
    expect((await get(address)).status, address).toBe(401)
  expect((await get(MEASURE, 'irene')).status).toBe(200)
})

test('the search finds words in any script, whichever keyboard they were typed on', async () => {
  const { get } = await newSite({
    record: RECORD([], { title: 'خط تلفن میان فرماندهان', text: 'Hôtline 100%' }),
  })
  for (const q of ['فرماندهان', 'تلفن ميان', 'hotline', 'HOTLINE', '100%'])
    expect(await (await get(`/search?q=${encodeURIComponent(q)}`)).text(), q).toContain(MEASURE)
  expect(await (await get('/search?q=%25%25')).text()).not.toContain(MEASURE)
})

describe('more agreements than a page holds', () => {
  const AGREEMENTS = Array.from({ length: 53 }, (_, i) => ({
    slug: `agreement-${i}`,
    title: `Agreement ${i}`,
    kind: 'announcement',
    concluded_on: `20${10 + (i % 10)}-01-01`,
    parties: ['iran', 'pakistan'],
  }))
  const record = { ...RECORD([]), agreements: AGREEMENTS }
  const rowsIn = (html: string) => html.match(/<th scope="row"/g)?.length

  test('the dashboard and the list count them all and show a page of them', async () => {
    const { get } = await newSite({ record })
    for (const address of ['/', '/agreements']) {
      const html = await (await get(address)).text()
      expect(html, address).toContain('53 agreements')
      expect(rowsIn(html), address).toBe(50)
    }
    const rest = await (await get('/agreements?page=2')).text()
    expect(rest).toContain('53 agreements')
    expect(rowsIn(rest)).toBe(3)
  })

  test('the work list counts measures, not reasons', async () => {
    const overdue = RECORD([claim({ party: 'iran', stage: 1 })], {
      deadlines: [{ due_on: '2021-01-01', decided_on: '2019-01-01' }],
    })
    const { get } = await newSite({ record: overdue })
    const html = await (await get('/attention')).text()
    expect(html).toContain('One measure needs attention')
    for (const reason of ['overdue', 'stale', 'awaiting_verification'])
      expect(html).toContain(`<section id="${reason}">`)
  })
})
