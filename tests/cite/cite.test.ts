import { expect, test } from 'vitest'
import { agreement, claim, dataset, measure } from '../api/app'
import { newSite } from '../support/site'
import { readBack } from './reader'

const TITLE = 'Fence {50 %} & <script>alert(1)</script> حصار'
const finding = {
  ...claim('iran', 2, '2020-01-01', { kind: 'finding', by: { name: 'Vera Q', organisation: 'Observers' } }),
  party: undefined,
}
const border = (reports: object[]) =>
  dataset([agreement('border', { title: TITLE, measures: [measure('1.a', { title: 'Patrols', reports })] })])
const SITE = {
  record: border([claim('iran', 3, '2019-05-01'), finding]),
  settings: { OPERATOR: 'The Joint Commission', PUBLIC_URL: 'https://register.example' },
}
const BOTH = ['bib', 'json'] as const
const TYPES = { bib: 'text/x-bibtex; charset=utf-8', json: 'application/vnd.citationstyles.csl+json' }

const reportIds = async ({ world }: Awaited<ReturnType<typeof newSite>>) =>
  (await world.db.read.selectFrom('report').select('id').orderBy('entry').execute()).map(({ id }) => id)

test.each(BOTH)('every page can be cited by a file, %s', async (format) => {
  const site = await newSite(SITE)
  const [claimed, found] = await reportIds(site)
  const at = (query = '') => `${query}as_of=2026-11-23&known_at=`
  const pages = [
    ['/agreements/border', TITLE, 'The Joint Commission', `/agreements/border?${at()}`, 'border-2026-11-23'],
    ['/agreements/border/brief', `Brief: ${TITLE}`, 'The Joint Commission', `/agreements/border/brief?${at('since=2026-08-25&')}`, 'border-brief-2026-11-23'],
    ['/agreements/border/measures/1.a', `Patrols (measure 1.a of ${TITLE})`, 'The Joint Commission', `/agreements/border/measures/1.a?${at()}`, 'border-1.a-2026-11-23'],
    [`/reports/${claimed}`, 'Iran on Patrols', 'Iran', `/reports/${claimed}`, `report-${claimed}`],
    [`/reports/${found}`, 'Finding on Patrols', 'Vera Q, Observers', `/reports/${found}`, `report-${found}`],
  ] as const // prettier-ignore
  for (const [page, title, author, address, key] of pages) {
    const answer = await site.get(`${page}/cite.${format}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, TYPES[format]])
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${key}.${format}"`)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const [item] = readBack(await answer.text())
    expect(item).toMatchObject({ title, id: key })
    expect(item.author[0].literal ?? item.author[0].family).toBe(author)
    expect(item.URL.startsWith(`https://register.example${address}`)).toBe(true)
  }
})

test('a page shows how to cite it, with links to the files that keep the day asked for', async () => {
  const site = await newSite(SITE)
  const html = await (await site.get('/agreements/border?as_of=2020-01-01')).text()
  expect(html).toContain('<details class="cite" id="cite">')
  expect(html).toContain('href="/agreements/border/cite.bib?as_of=2020-01-01"')
  expect(html).toContain('As of 1 January 2020, as the record was known at 2026-11-23T12:00:00.000Z')
  expect(html).not.toContain('<script>alert')
  const [item] = readBack(await (await site.get('/agreements/border/cite.json?as_of=2020-01-01')).text())
  expect(item.issued['date-parts']).toEqual([[2020, 1, 1]])
})

test('without an operator the register itself answers for its pages', async () => {
  const site = await newSite({ record: SITE.record })
  const [item] = readBack(await (await site.get('/agreements/border/cite.json')).text())
  expect(item.author).toEqual([{ literal: 'Followthrough' }])
})

test('the cited page does not change when more is recorded, though the page itself does', async () => {
  const site = await newSite(SITE)
  const [item] = readBack(await (await site.get('/agreements/border/measures/1.a/cite.json')).text())
  const cited = item.URL.slice('https://register.example'.length)
  const main = async (path: string) => {
    const html = await (await site.get(path)).text()
    return html.slice(html.indexOf('<main'), html.indexOf('</main>')).replace(/<[^>]+>/g, '')
  }
  const before = await main(cited)
  site.world.now = '2026-11-23T15:00:00.000Z'
  await site.load(border([claim('iran', 3, '2019-05-01'), finding, claim('pakistan', 0, '2026-11-20')]))
  expect(await main('/agreements/border/measures/1.a')).toContain('Pakistan claims')
  expect(await main(cited)).toBe(before)
})

test.each([
  ['/agreements/nobody/cite.bib', 404],
  ['/agreements/border/measures/77/cite.json', 404],
  ['/reports/nobody/cite.bib', 404],
  ['/agreements/border/cite.bib?as_of=2099-01-01', 400],
  ['/agreements/border/brief/cite.json?since=never', 400],
  ['/agreements/border%0d%0aset-cookie:%20a=b/cite.bib', 404],
  ['/agreements/%22;filename=x.exe/cite.bib', 404],
])('%s is %i and sets no header of its own', async (path, status) => {
  const answer = await (await newSite(SITE)).get(path)
  expect(answer.status).toBe(status)
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(answer.headers.get('content-disposition')).toBeNull()
})
