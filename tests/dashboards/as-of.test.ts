import { beforeAll, describe, expect, test } from 'vitest'
import { DOORS } from '../security/doors'
import { newSite, SMALL_RECORD } from '../support/site'
import { type House, newHouse, pathOf } from '../security/house'

let house: House
beforeAll(async () => {
  house = await newHouse()
})

const ASKED = { as_of: '2019-05-31', known_at: '2026-11-23T12:30:00.000Z' }
const QUERY = new URLSearchParams(ASKED).toString()

/** What tells of the register and its rules, not of a day in it; and the card, which is no page and says its day itself. */
const UNDATED = /\/embed$|^\/(about|ledger\/about|sign-in|api\/v1\/docs)/

/** Every page that anybody may read and that tells of the record. */
const PAGES = Object.entries(DOORS).filter(
  ([name, { answers, always }]) => name.startsWith('GET /') && answers[0] === 200 && !always,
)

const withQuery = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}${QUERY}`

async function pagesAsked(): Promise<{ path: string; html: string }[]> {
  const found: { path: string; html: string }[] = []
  for (const [, door] of PAGES) {
    const path = pathOf(door, house.held)
    const answer = await house.get(withQuery(path))
    if (answer.headers.get('content-type')?.startsWith('text/html') && !UNDATED.test(path))
      found.push({ path, html: await answer.text() })
  }
  return found
}

// Which day is shown is changed there on purpose.
const withoutBanner = (html: string): string =>
  html.replace(/<section class="as-of.*?<\/section>|<nav class="links days".*?<\/nav>/gs, '')
/** Neither a file nor a proof differs by day. */
const TIMELESS = /^\/(assets|files|api\/v1\/ledger)\//

const plain = (href: string): string => href.replaceAll('&amp;', '&')
const linksIn = (html: string): string[] =>
  [...withoutBanner(html).matchAll(/(?:href|action)="(\/[^"]*)"/g)].map(([, href = '']) => plain(href))

function keeps(href: string): boolean {
  const { searchParams } = new URL(href, 'http://page.invalid')
  return searchParams.get('as_of') === ASKED.as_of && searchParams.get('known_at') === ASKED.known_at
}

describe('every page of the route table, asked for as of a day and as known at an instant', () => {
  test('says so in its banner', async () => {
    const pages = await pagesAsked()
    expect(pages.length).toBeGreaterThan(13)
    for (const { path, html } of pages) {
      const banner = /<section class="as-of past".*?<\/section>/s.exec(html)?.[0] ?? ''
      expect(banner, path).toContain('datetime="2019-05-31"')
      expect(banner, path).toContain('23 November 2026')
    }
  })

  test('keeps both in every link within the site, feeds and lists included', async () => {
    for (const { path, html } of await pagesAsked()) {
      const lost = linksIn(html).filter((href) => !TIMELESS.test(href) && !keeps(href))
      // A form says its day in hidden fields.
      const forms = [...withoutBanner(html).matchAll(/<form method="get" action="([^"]*)".*?<\/form>/gs)]
      const kept = forms.filter(([form]) => form.includes(`value="${ASKED.known_at}"`)).map(([, at]) => at)
      expect(
        lost.filter((href) => !kept.includes(href)),
        path,
      ).toEqual([])
    }
  })

  test('offers a link that pins both, also where it shows today', async () => {
    for (const { path } of await pagesAsked())
      for (const address of [path, withQuery(path)]) {
        const html = await (await house.get(address)).text()
        const permanent = plain(/<a href="([^"]*)">Permanent link/.exec(html)?.[1] ?? '')
        const { pathname, searchParams } = new URL(permanent, 'http://page.invalid')
        expect(pathname, address).toBe(path.split('?')[0])
        expect(searchParams.get('as_of'), address).toMatch(/^\d{4}-\d\d-\d\d$/)
        expect(searchParams.get('known_at'), address).toMatch(/Z$/)
        expect((await house.get(permanent)).status, address).toBe(200)
      }
  })
})

test('an agreement offers the day it was concluded, and that of its last session', async () => {
  const session = { code: 's', title: 'Sessions', obligation: 'periodic', owed_by: ['iran'], every_months: 6 }
  const observations = ['2019-03-01', '2021-09-05', '2020-01-01'].map((observed_on) => ({ observed_on }))
  const [agreement] = SMALL_RECORD.agreements
  const measures = [{ ...session, observations }]
  const { get } = await newSite({ record: { ...SMALL_RECORD, agreements: [{ ...agreement, measures }] } })
  const html = await (await get('/agreements/visit-2017?as_of=2020-02-02')).text()
  expect(html).toMatch(/as_of=2017-11-07">The day it was concluded/)
  expect(html).toMatch(/as_of=2021-09-05">The last session/)
  expect(html).toMatch(/as_of=2025-11-23">A year ago/)
})

describe('an address that cannot be read', () => {
  test.each([
    ['as_of=2020-02-30', 'as_of', '2020-02-30'],
    ['as_of=tomorrow&known_at=2026-11-23', 'as_of', 'tomorrow'],
    ['as_of=2026-11-24', 'as_of', '2026-11-24'],
    ['known_at=<b>yesterday', 'known_at', '&lt;b&gt;yesterday'],
  ])('%s is named, and asked again with what was typed', async (query, name, typed) => {
    const answer = await house.get(`/agreements/visit-2017?theme=border&${query}`)
    const html = await answer.text()
    expect(answer.status).toBe(400)
    expect(html).toContain(`“${name}”`)
    expect(html).toMatch(new RegExp(`name="${name}" value="${typed}"[^>]*aria-invalid="true"`))
    expect(html).toContain('name="theme" value="border"')
  })

  test('a day later than today is refused in words', async () => {
    const html = await (await house.get('/?as_of=2026-11-24')).text()
    expect(html).toContain('cannot be later than today')
  })

  test.each(['label=done', 'flag=late', 'year=20', 'party=A%20B', 'page=x'])(
    'a list names %s and offers itself without it',
    async (query) => {
      const [name = '', typed = ''] = query.split('=')
      const html = await (await house.get(`/agreements?theme=border&${query}`)).text()
      expect(html).toContain(`“${name}” cannot be “${decodeURIComponent(typed)}”`)
      expect(html).toContain('href="/agreements?theme=border"')
    },
  )

  test('what was not known yet leads to what is known now', async () => {
    const answer = await house.get('/agreements/visit-2017?known_at=2001-01-01')
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('href="/agreements/visit-2017"')
  })
})
