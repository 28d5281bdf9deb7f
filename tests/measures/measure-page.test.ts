import { describe, expect, test } from 'vitest'
import { newSite, SMALL_RECORD } from '../support/site'
import { textOf } from '../views/html'

const [visit] = SMALL_RECORD.agreements
const PAGE = '/agreements/visit-2017/measures/1'
const idOf = (n: number) => `01930000-0000-8000-8000-${String(n).padStart(12, '0')}`
const dayOf = (n: number) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10)
const said = (n: number, more: object = {}) => ({
  id: idOf(n),
  kind: 'claim',
  party: n % 2 === 0 ? 'iran' : 'pakistan',
  stage: n % 4,
  as_of: dayOf(n),
  evidence: [{ kind: 'act', title: `Gazette ${n}` }],
  ...more,
})
const siteWith = (reports: object[]) =>
  newSite({
    record: {
      ...SMALL_RECORD,
      agreements: [
        { ...visit!, measures: visit!.measures.map((one, n) => (n === 0 ? { ...one, reports } : one)) },
      ],
    },
  })
const titlesIn = (html: string) => [...html.matchAll(/Gazette (\d+)/g)].map(([, n]) => Number(n))
const pictureIn = (html: string): string => /<section id="positions">.*?<\/section>/s.exec(html)?.[0] ?? ''

describe('the page of a measure', () => {
  test('has fifty reports a page, each once, and those that count on every page', async () => {
    const site = await siteWith(Array.from({ length: 120 }, (_, n) => said(n)))
    const pages = await Promise.all([1, 2, 3].map(async (n) => (await site.get(`${PAGE}?page=${n}`)).text()))
    const titles = pages.map(titlesIn)
    expect(titles.map(({ length }) => length)).toEqual([50, 50, 20])
    expect(new Set(titles.flat()).size).toBe(120)
    for (const html of pages) {
      expect(textOf(html)).toContain('120 reports, the newest entry first.')
      expect(textOf(pictureIn(html))).toContain('Iran: partly implemented, since 29 April 2018')
    }
    expect(pages[1]).toMatch(/rel="prev"/)
    expect(pages[1]).toMatch(/href="[^"]*page=3#history"/)
    for (const page of ['0', 'x', '1.5']) expect((await site.get(`${PAGE}?page=${page}`)).status).toBe(400)
    expect((await site.get(`${PAGE}?page=99`)).status).toBe(200)
  })

  test('draws every visible report as of the day asked for, and none that was withdrawn or corrected', async () => {
    const site = await siteWith([
      said(0),
      said(1),
      said(2, { withdrawn: { at: '2026-01-01T00:00:00.000Z', reason: 'Wrong.' } }),
      said(5),
      said(9, { corrects: idOf(5) }),
    ])
    const drawn = async (query: string) => {
      const html = pictureIn(await (await site.get(PAGE + query)).text())
      return new Set([...html.matchAll(/\/reports\/([0-9a-f-]+)/g)].map(([, id]) => id))
    }
    expect(await drawn('')).toEqual(new Set([0, 1, 9].map(idOf)))
    expect(await drawn(`?as_of=${dayOf(0)}`)).toEqual(new Set([idOf(0)]))
    const past = pictureIn(await (await site.get(`${PAGE}?as_of=${dayOf(3)}`)).text())
    expect(past).toContain(`/reports/${idOf(1)}?as_of=${dayOf(3)}`)
  })

  test('says what became of a report on its page of the history', async () => {
    const many = Array.from({ length: 60 }, (_, n) => said(n))
    const site = await siteWith([...many, said(70, { corrects: idOf(0), party: 'iran' })])
    const last = await (await site.get(`${PAGE}?page=2`)).text()
    expect(last).toContain(`/reports/${idOf(70)}`)
    expect(titlesIn(last)).not.toContain(70)
  })
})
