import { expect, test } from 'vitest'
import { implementabilityAt } from '../../src/dashboards/agreement.queries'
import { weighedIn } from '../../src/dashboards/implementability.queries'
import { openRegister } from '../../src/dashboards/register'
import { deadlinesAt } from '../../src/deadlines/deadline.store'
import { headOf } from '../../src/ledger/ledger.store'
import { newSite } from '../support/site'

const PAGE = '/about/implementability'
const LIST = `${PAGE}/list.csv`
const done = {
  kind: 'claim',
  party: 'iran',
  stage: 3,
  as_of: '2019-01-01',
  evidence: [{ kind: 'act', title: 'A gazette' }],
}
const withdrawn = { at: '2026-11-23T12:00:00.000Z', reason: 'An error' }
const measure = (code: string, more: object = {}) => ({
  ...{ code, title: `Measure ${code}`, obligation: 'one_off', owed_by: ['iran'], ...more },
})
const agreement = (slug: string, concluded_on: string, parties: string[], measures: object[]) => ({
  ...{ slug, title: `Agreement ${slug}`, kind: 'treaty', concluded_on, parties, measures },
})
const early = { due_on: '2020-01-01', decided_on: '2018-01-01' }
const late = { due_on: '2020-01-01', decided_on: '2018-01-02' }

const RECORD = {
  format: 'followthrough-dataset/1',
  parties: ['iran', 'pakistan', 'turkey'].map((slug) => ({ slug, name: slug, kind: 'state' })),
  agreements: [
    agreement('a', '2018-01-01', ['iran', 'pakistan'], [
      measure('1', { theme: 'border', criterion: 'Built', text_public: true, deadlines: [early], reports: [done] }),
      measure('2', { theme: 'trade', deadlines: [late] }),
      measure('3', { deadlines: [{ ...early, withdrawn }, { ...early, due_on: null }, late] }),
    ]),
    agreement('b', '2024-05-05', ['iran', 'turkey'], [measure('1', { theme: 'border' })]),
  ],
} // prettier-ignore

const rowsOf = async (answer: Response) => {
  const [head = '', ...lines] = (await answer.text()).trim().split('\r\n')
  const fields = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [fields[i] ?? '', cell])))
}
const scoresOf = async (answer: Response) =>
  (await rowsOf(answer)).map((row) => [
    `${row['agreement']}/${row['code']}`,
    row['implementability'],
    row['deadline'],
    row['label'],
  ])

test('the page sets the score of the text beside what became of each measure', async () => {
  const { get } = await newSite({ record: RECORD })
  const text = (await (await get(PAGE)).text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  expect(text).toContain('Of 4 measures, one was ever assessed, and one counts as implemented')
  expect(text).toContain('3 of 8 points for what was implemented')
  expect(text).toContain('Measures whose text has 3 points of 8 Implemented: 1')
  expect(text).toContain('0 of 8 Measures whose text has 0 points of 8 Not assessed: 3')
})

test('the CSV has every measure with its points, and the filters and the day narrow both', async () => {
  const { get } = await newSite({ record: RECORD })
  expect(await scoresOf(await get(LIST))).toEqual([
    ['b/1', '0', 'false', 'not_assessed'],
    ['a/1', '3', 'true', 'implemented'],
    ['a/2', '0', 'false', 'not_assessed'],
    ['a/3', '0', 'false', 'not_assessed'],
  ])
  const addresses = async (query: string) =>
    (await scoresOf(await get(`${LIST}?${query}`))).map(([one]) => one)
  expect(await addresses('party=turkey')).toEqual(['b/1'])
  expect(await addresses('theme=border&year=2018')).toEqual(['a/1'])
  expect(await addresses('as_of=2023-01-01')).toEqual(['a/1', 'a/2', 'a/3'])
  expect(await scoresOf(await get(`${LIST}?as_of=2018-12-31&theme=border`))).toEqual([
    ['a/1', '3', 'true', 'not_assessed'],
  ])
  const html = await (await get(`${PAGE}?theme=trade&as_of=2020-01-01`)).text()
  expect(html).toContain('Of one measure, none was ever assessed')
  expect(html).toContain('/about/implementability/list.csv?theme=trade&amp;as_of=2020-01-01')
  for (const wrong of ['year=18', 'party=%3Cb%3E', 'as_of=soon'])
    for (const address of [PAGE, LIST]) expect((await get(`${address}?${wrong}`)).status).toBe(400)
  expect(await (await get(`${PAGE}?theme=nothing`)).text()).toContain(
    'No measure of the record is among these',
  )
})

test('the scores are those of the measures’ own pages, at any knowledge', async () => {
  const { world } = await newSite({ seeds: true })
  const { read } = world.db
  const register = openRegister(world.deps)
  const all = { party: null, label: null, flag: null, theme: null, year: null }
  for (const knownAt of [null, '2026-11-24T00:00:00.000Z']) {
    const weighed = await weighedIn(read, register, { asOf: '2026-11-23', knownAt }, all)
    expect(weighed.length).toBeGreaterThan(50)
    for (const { agreement: of, measure: it, implementability } of weighed)
      expect(implementability, `${of.slug}/${it.code}`).toEqual(
        implementabilityAt(of, it, await deadlinesAt(read, knownAt, { measureIds: [it.id] })),
      )
  }
})

test('a deadline counts until it is known to be withdrawn', async () => {
  const only = (deadline: object) => ({
    ...RECORD,
    agreements: [
      agreement('a', '2018-01-01', ['iran', 'pakistan'], [measure('1', { deadlines: [deadline] })]),
    ],
  })
  const dated = { ...early, id: '01900000-0000-7000-8000-000000000001' }
  const { world, load } = await newSite({ record: only(dated) })
  const first = async (knownAt: string | null) => {
    const asked = { asOf: '2026-01-01', knownAt }
    const all = { party: null, label: null, flag: null, theme: null, year: null }
    return (await weighedIn(world.db.read, openRegister(world.deps), asked, all))[0]?.implementability
  }
  const before = (await headOf(world.db.read)).enteredAt
  expect(await first(null)).toEqual({ score: 1, met: ['deadline'] })
  await load(only({ ...dated, withdrawn }))
  expect(await first(null)).toEqual({ score: 0, met: [] })
  expect(await first('2999-01-01T00:00:00.000Z')).toEqual({ score: 0, met: [] })
  expect(await first(before)).toEqual({ score: 1, met: ['deadline'] })
})

test('the page is linked from the method, from every page’s foot and from what an agreement is on paper', async () => {
  const { get } = await newSite({ record: RECORD })
  for (const address of ['/about/method', '/parties', '/agreements/a']) {
    const main = /<main.*<\/main>/s.exec(await (await get(address)).text())?.[0] ?? ''
    expect(main.includes(`href="${PAGE}"`), address).toBe(address !== '/parties')
  }
  expect(await (await get('/parties')).text()).toContain(`href="${PAGE}"`)
})
