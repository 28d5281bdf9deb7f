import { describe, expect, test } from 'vitest'
import { newSite, SMALL_RECORD, type Site } from '../support/site'

const A = '/agreements/visit-2017'
const PAGE = `${A}/compare`

const claim = (fields: object) => ({
  kind: 'claim',
  party: 'iran',
  evidence: [{ kind: 'act', title: 'A gazette' }],
  ...fields,
})

/** The small record with what happened to its first measure. */
const recordWith = (measure: object, more: object[] = []) => ({
  ...SMALL_RECORD,
  agreements: [
    ...SMALL_RECORD.agreements.map((agreement) => ({
      ...agreement,
      measures: agreement.measures.map((each) => (each.code === '1' ? { ...each, ...measure } : each)),
    })),
    ...more,
  ],
})

const HISTORY = {
  deadlines: [
    { due_on: '2019-01-01', decided_on: '2017-11-07' },
    { due_on: '2020-06-30', decided_on: '2019-06-01' },
  ],
  reports: [claim({ stage: 1, as_of: '2018-03-01' }), claim({ stage: 3, as_of: '2021-03-01' })],
}

const REPLEDGED = {
  slug: 'visit-2020',
  title: 'Visit to Islamabad',
  kind: 'announcement',
  concluded_on: '2020-02-01',
  parties: ['pakistan', 'iran'],
  measures: [
    {
      code: '9',
      title: 'Hotline, once more',
      obligation: 'one_off',
      owed_by: ['iran'],
      repeats: ['visit-2017/1'],
    },
  ],
}

const plain = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
const read = async (site: Site, address: string): Promise<string> =>
  plain(await (await site.get(address)).text())

describe('two days by all that is known now', () => {
  const now = (from: string, to: string, more = ''): string => `${PAGE}?by=now&from=${from}&to=${to}${more}`

  test('differ in sentences, pictures and a table with the reports in between', async () => {
    const site = await newSite({ record: recordWith(HISTORY) })
    const answer = await site.get(now('2018-12-31', '2021-12-31'))
    const html = await answer.text()
    const text = plain(html)
    expect(answer.status).toBe(200)
    expect(text).toContain(
      'one stands elsewhere on 31 December 2021 than on 31 December 2018; one came further',
    )
    expect(text).toContain('One deadline was moved.')
    expect(text).toContain('what really changed')
    expect(html).toContain('In progress to Implemented: 1')
    expect(html).toMatch(/Due: <time datetime="2019-01-01">.*?→ <time datetime="2020-06-30">/)
    expect(text).toContain('Iran claims implemented, as of 1 March 2021')
    expect(text).not.toContain('as of 1 March 2018')
    expect(html).toMatch(/href="\/agreements\/visit-2017\?as_of=2018-12-31"/)
  })

  test('print no day more exactly than it is known', async () => {
    const year = { as_of: '2019-12-31', as_of_precision: 'year' }
    const due = { due_on: '2020-06-30', due_on_precision: 'month', decided_on: '2019-03-01' }
    const record = recordWith({ deadlines: [due], reports: [claim({ stage: 1, ...year })] })
    const text = await read(await newSite({ record }), now('2018-12-31', '2020-01-31'))
    expect(text).toContain('Due: no day → June 2020')
    expect(text).toContain('Iran claims in progress, as of 2019')
    expect(text).not.toContain('31 December 2019')
  })

  test('tell of flags that came and went', async () => {
    const site = await newSite({ record: recordWith(HISTORY) })
    expect(await read(site, now('2018-12-31', '2019-02-01'))).toContain('One became overdue.')
    const later = await read(site, now('2019-02-01', '2021-12-31'))
    expect(later).toContain('One is overdue no longer.')
    expect(later).toContain('No longer: Overdue')
  })

  test('tell what was agreed and promised again in between', async () => {
    const site = await newSite({ record: recordWith(HISTORY, [REPLEDGED]) })
    const text = await read(site, '/compare?by=now&from=2019-12-31&to=2020-12-31')
    expect(text).toContain('One measure was agreed in between.')
    expect(text).toContain('One was promised again elsewhere.')
    const html = await (await site.get('/compare?by=now&from=2019-12-31&to=2020-12-31')).text()
    expect(html).toContain('<a href="/agreements/visit-2020/measures/9">Promised again</a>')
  })

  test('say in words that nothing changed, and that nothing counts', async () => {
    const site = await newSite({ record: recordWith(HISTORY) })
    expect(await read(site, now('2022-01-01', '2022-01-02'))).toContain(
      'every measure kept its label, its flags and its deadline',
    )
    expect(await read(site, now('2016-01-01', '2017-01-01'))).toContain('No measure counts')
  })

  test('are narrowed by party, theme and label', async () => {
    const site = await newSite({ record: recordWith(HISTORY) })
    const days = ['2018-12-31', '2021-12-31'] as const
    expect(await read(site, now(...days, '&theme=border'))).toContain('Nothing changed')
    expect(await read(site, now(...days, '&party=turkey'))).toContain('No measure counts')
    expect(await read(site, now(...days, '&label=implemented'))).toContain('Hotline between commanders')
    expect(await read(site, now(...days, '&label=reversed'))).toContain('No measure counts')
    expect((await site.get(now(...days, '&label=done'))).status).toBe(400)
  })

  test('as a list have every measure that differs', async () => {
    const site = await newSite({ record: recordWith(HISTORY) })
    const answer = await site.get(`${PAGE}/list.csv?by=now&from=2018-12-31&to=2021-12-31`)
    const [head = '', ...rows] = (await answer.text()).trim().split('\r\n')
    expect(answer.headers.get('content-type')).toContain('text/csv')
    expect(head).toMatch(/^agreement,code,title,came,label_before,label_after/)
    expect(rows).toEqual([
      'visit-2017,1,Hotline between commanders,,in_progress,implemented,1,3,,,2019-01-01,2020-06-30,',
    ])
  })
})

describe('each day as it was known then', () => {
  test('differs by what was learnt in between, and by that only', async () => {
    const site = await newSite({ record: recordWith({}) })
    site.world.now = '2026-11-25T12:00:00.000Z'
    await site.load(recordWith({ reports: [claim({ stage: 2, as_of: '2020-01-01' })] }))
    site.world.now = '2026-11-26T12:00:00.000Z'
    const then = `${PAGE}?from=2026-11-24&to=2026-11-26`
    const learnt = await read(site, then)
    expect(learnt).toContain('one stands elsewhere')
    expect(learnt).toContain('Iran claims partly implemented, as of 1 January 2020')
    expect(await read(site, `${then}&by=now`)).toContain('Nothing changed')
    const first = await read(site, `${PAGE}?by=then&from=2026-11-20&to=2026-11-24`)
    expect(first).toContain('No measure was there on both days, 20 November 2026 and 24 November 2026.')
    expect(first).toContain('2 measures were agreed, or entered this register, in between.')
  })

  test('is not what is shown unasked where the register held nothing yet', async () => {
    const site = await newSite({ record: recordWith(HISTORY) })
    const query = `${PAGE}?from=2018-12-31&to=2021-12-31`
    const text = await read(site, query)
    expect(text).toContain(
      'This register held nothing yet on 31 December 2018. Both days are shown by all that',
    )
    expect(text).toContain('one came further')
    expect(await read(site, `${query}&by=then`)).toContain('No measure counts')
    const [, ...rows] = (await (await site.get(query.replace('?', '/list.csv?'))).text()).trim().split('\r\n')
    expect(rows).toHaveLength(1)
  })

  test('never looks past what is asked to be known', async () => {
    const site = await newSite({ record: recordWith({}) })
    const pinned = `${PAGE}?by=then&from=2026-11-22&to=2026-11-23&known_at=2026-11-23T12:00:00.000Z`
    const main = async () => /<main.*<\/main>/s.exec(await (await site.get(pinned)).text())?.[0]
    const before = await main()
    expect(before).toContain('2 measures were agreed, or entered this register')
    site.world.now = '2026-11-23T13:00:00.000Z'
    await site.load(recordWith({ reports: [claim({ stage: 2, as_of: '2020-01-01' })] }))
    expect(await main()).toBe(before)
    expect((await site.get(`${PAGE}?known_at=2001-01-01`)).status).toBe(404)
  })
})

describe('days that cannot be compared', () => {
  test.each([
    ['from=2020-01-02&to=2020-01-01', 'from', 'later than the last'],
    ['from=2020-02-30', 'from', 'day of the calendar'],
    ['to=<b>', 'to', 'day of the calendar'],
    ['to=2026-11-24', 'to', 'has not come yet'],
  ])('%s is refused in words at the field, with what was typed', async (query, field, words) => {
    const site = await newSite()
    for (const page of [PAGE, '/compare', `${PAGE}/list.csv`]) {
      const answer = await site.get(`${page}?theme=border&label=lapsed&${query}`)
      const html = await answer.text()
      expect([page, answer.status]).toEqual([page, 400])
      expect(plain(html)).toContain(words)
      expect(html).toContain(`href="#field-${field}"`)
      for (const kept of ['border', 'lapsed']) expect(html).toMatch(new RegExp(`value="${kept}" selected`))
      const typed = new URLSearchParams(query).get(field) ?? ''
      expect(html).toContain(`value="${typed.replace('<', '&lt;').replace('>', '&gt;')}"`)
    }
  })

  test('and an agreement that is not there is 404', async () => {
    const site = await newSite()
    expect((await site.get('/agreements/none/compare')).status).toBe(404)
    expect((await site.get('/agreements/none/compare/list.csv')).status).toBe(404)
  })
})

test('many measures are paged, and all of them are in the list', async () => {
  const measures = Array.from({ length: 120 }, (_, i) => ({
    code: String(i + 1),
    title: `Measure ${i + 1}`,
    obligation: 'one_off',
    owed_by: ['iran'],
    reports: [claim({ stage: i % 4, as_of: '2020-01-01' })],
  }))
  const record = { ...SMALL_RECORD, agreements: [{ ...SMALL_RECORD.agreements[0], measures }] }
  const site = await newSite({ record })
  const query = 'by=now&from=2019-01-01&to=2020-12-31'
  const html = await (await site.get(`${PAGE}?${query}`)).text()
  expect(html.match(/<th scope="row" data-head="Measure"/g)).toHaveLength(50)
  expect(html).toContain(`${PAGE}?by=now&amp;from=2019-01-01&amp;to=2020-12-31&amp;page=2`)
  expect((await (await site.get(`${PAGE}/list.csv?${query}`)).text()).trim().split('\r\n')).toHaveLength(121)
  expect(Buffer.byteLength(html)).toBeLessThan(100_000)
})

test('leads there from the dashboard, an agreement and the control of the day', async () => {
  const site = await newSite({ record: recordWith(HISTORY) })
  expect(await (await site.get('/')).text()).toContain('href="/compare"')
  const html = await (await site.get(`${A}?as_of=2019-05-31`)).text()
  expect(html).toContain(`href="${PAGE}?from=2019-05-31&amp;to=2026-11-23"`)
})
