import { expect, test } from 'vitest'
import { newSite, SMALL_RECORD } from '../support/site'

const said = (party: string, stage: number, more: object = {}) => ({
  ...{ kind: 'claim', party, stage, as_of: '2026-10-01', evidence: [{ kind: 'act', title: 'A gazette' }], ...more },
}) // prettier-ignore
const [visit] = SMALL_RECORD.agreements
const recordOf = (...reports: object[][]) => ({
  ...SMALL_RECORD,
  agreements: [
    { ...visit!, measures: visit!.measures.map((one, index) => ({ ...one, weight: index + 1, reports: reports[index] ?? [] })) },
  ],
}) // prettier-ignore
const PAGE = '/agreements/visit-2017/score'
const textOf = (html: string): string =>
  html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

test('the numbers that were put in stand in each formula, and each measure says what it put in', async () => {
  const { get } = await newSite({
    record: recordOf([said('iran', 3), said('pakistan', 2)], [said('iran', 1)]),
  })
  const answer = await get(PAGE)
  expect(answer.status).toBe(200)
  const text = textOf(await answer.text())
  // 1·2 + 2·1 of 3·(1 + 2); Iran says 1·3 + 2·1, Pakistan 1·2 of its one.
  expect(text).toContain('over the assessed measures 100 × 4 ÷ (3 × 3) 44 %')
  expect(text).toContain('100 × 5 ÷ (3 × 3) 56 %')
  expect(text).toContain('100 × 2 ÷ (3 × 1) 67 %')
  expect(text).toContain('Measures assessed and not stale, of all 100 × 2 ÷ 2 100 %')
  expect(text).toContain('50 × (0 ÷ 2 + 1) 50 %')
  expect(text).toContain('100 × 1 ÷ (3 × 1) 33 %')
  expect(text).toContain('Hotline between commanders Partly implemented 1 2 2–3 2 3 yes no no 0')
  expect(text).toContain('Fence on the border In progress 2 1 1 not said 1 yes no no 0')
})

test('under 60 % coverage only coverage and range have their numbers', async () => {
  const { get } = await newSite({ record: recordOf([said('iran', 3)]) })
  const text = textOf(await (await get(PAGE)).text())
  expect(text).toContain('100 × 1 ÷ 2 50 %')
  expect(text).toContain('100 × 3 ÷ (3 × 3) 33 %')
  expect(text).toContain('100 × 9 ÷ (3 × 3) 100 %')
  expect(text).toContain('Coverage is under 60 %')
  expect(text).not.toContain('over the assessed measures')
})

test('a superseded measure puts in nothing, and before the conclusion none does', async () => {
  const gone = said('iran', 1, { condition: 'superseded', superseded_by: 'visit-2017/2' })
  const { get } = await newSite({ record: recordOf([gone], [said('iran', 1)]) })
  const text = textOf(await (await get(PAGE)).text())
  expect(text).toContain('One superseded measure counts under its label only')
  expect(text).toContain('Measures assessed and not stale, of all 100 × 1 ÷ 1 100 %')
  const early = textOf(await (await get(`${PAGE}?as_of=2017-01-01`)).text())
  expect(early).toContain('Not yet concluded')
  expect(early).not.toContain('Hotline between commanders')
})

test('the working is one click away from the scores of an agreement, and unknown agreements have none', async () => {
  const { get } = await newSite({ record: recordOf([said('iran', 3)], [said('iran', 2)]) })
  for (const address of ['/', '/agreements/visit-2017', '/parties/iran'])
    expect(await (await get(address)).text(), address).toContain('<summary>Formulas and numbers</summary>')
  expect(await (await get('/agreements/visit-2017')).text()).toContain(`href="${PAGE}"`)
  expect((await get('/agreements/nowhere/score')).status).toBe(404)
  expect((await get(`${PAGE}?page=x`)).status).toBe(400)
  expect((await get(`${PAGE}?as_of=yesterday`)).status).toBe(400)
})

test('a party that owes much shows it a page at a time', async () => {
  const measures = Array.from({ length: 60 }, (_, index) => ({
    ...{ code: String(index + 1), title: `Post ${index + 1}`, obligation: 'one_off', owed_by: ['iran'] },
  }))
  const { get } = await newSite({ record: { ...SMALL_RECORD, agreements: [{ ...visit!, measures }] } })
  const rows = async (address: string) => {
    const owes = /id="owes".*?<\/section>/s.exec(await (await get(address)).text())?.[0]
    return owes?.match(/href="\/agreements\/visit-2017\/measures\/\d+"/g)?.length
  }
  expect(await rows('/parties/iran')).toBe(50)
  expect(await rows('/parties/iran?page=2')).toBe(10)
  expect(await (await get('/parties/iran')).text()).toContain('href="/parties/iran?page=2#owes"')
  expect((await get('/parties/iran?page=0')).status).toBe(400)
})
