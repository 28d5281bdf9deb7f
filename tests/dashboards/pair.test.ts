import { expect, test } from 'vitest'
import { newSite } from '../support/site'

const PAIR = '/parties/pakistan/with/iran'
const sourced = (report: object) => ({ ...report, evidence: [{ kind: 'act', title: 'A gazette' }] })
const done = (as_of: string, stage = 3, more: object = {}) =>
  sourced({ kind: 'claim', party: 'iran', stage, as_of, ...more })
const measure = (code: string, more: object = {}) => ({
  ...{ code, title: `Measure ${code}`, obligation: 'one_off', owed_by: ['iran'], theme: 'border', ...more },
})
const agreement = (
  slug: string,
  concluded_on: string,
  measures: object[],
  parties = ['iran', 'pakistan'],
) => ({
  ...{ slug, title: `Agreement ${slug}`, kind: 'treaty', concluded_on, parties, measures },
})

const RECORD = {
  format: 'followthrough-dataset/1',
  parties: ['iran', 'pakistan', 'turkey'].map((slug) => ({ slug, name: slug, kind: 'state' })),
  agreements: [
    agreement('first', '2010-01-01', [
      measure('1', { reports: [done('2012-01-01')] }),
      measure('2', {
        reports: [done('2011-01-01'), done('2013-01-01', 2, { condition: 'reversed' })],
        deadlines: [
          { due_on: '2011-12-31', due_on_precision: 'year', decided_on: '2010-01-01' },
          { due_on: '2012-12-31', decided_on: '2011-01-01' },
          { due_on: '2013-12-31', decided_on: '2011-06-01' },
        ],
      }),
      measure('3'),
    ]),
    agreement('second', '2020-01-01', [
      measure('1', { repeats: ['first/3'], theme: 'trade', reports: [done('2024-06-01')] }),
    ]),
    agreement('others', '2015-01-01', [measure('1', { reports: [done('2015-02-01')] })], ['iran', 'turkey']),
  ],
}

const rowsOf = async (answer: Response) => {
  const [head = '', ...lines] = (await answer.text()).trim().split('\r\n')
  const fields = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [fields[i] ?? '', cell])))
}
const timesOf = async (answer: Response) =>
  (await rowsOf(answer)).map((row) => [
    `${row['agreement']}/${row['code']}`,
    row['promise'],
    row['implemented_after_days'],
    row['watched_for_days'],
  ])

test('the page tells promised from done, how long it took, and how far deadlines moved', async () => {
  const { get } = await newSite({ record: RECORD })
  const html = await (await get(PAIR)).text()
  const text = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  expect(text).toContain('Of 3 promises in 4 measures, 2 are known to be implemented')
  expect(text).toContain('Each was assessed at least once.')
  expect(text).toContain('1 of 3 implemented, 1 never assessed')
  expect(text).toContain('One measure ever had a deadline; one was moved, 2 times in all.')
  // The moves, not the measures that were moved.
  expect(text).toContain('deadlines were moved twice')
  // Known to the year only, so it is printed as no more.
  expect(html).toContain('<time datetime="2011">2011</time>')
  expect(html.match(/<ol class="thread">.*?<\/ol>/s)?.[0].match(/<li/g)).toHaveLength(2)
  expect(html).not.toContain('Agreement others')
})

test('the CSV has every measure with its promise; what fell again is not implemented', async () => {
  const { get } = await newSite({ record: RECORD })
  const answer = await get(`${PAIR}/list.csv?as_of=2026-01-01`)
  expect(answer.headers.get('content-disposition')).toContain('pakistan-iran.csv')
  expect(await timesOf(answer)).toEqual([
    ['second/1', 'first/3', '5265', '5265'],
    ['first/1', 'first/1', '730', '730'],
    ['first/2', 'first/2', '', '5844'],
    ['first/3', 'first/3', '5265', '5265'],
  ])
})

test('a past day knows neither what was done later nor what was agreed later', async () => {
  const { get } = await newSite({ record: RECORD })
  expect(await timesOf(await get(`${PAIR}/list.csv?as_of=2012-12-31`))).toEqual([
    ['first/1', 'first/1', '730', '730'],
    // Implemented as that day saw it, for it was reversed only after.
    ['first/2', 'first/2', '365', '365'],
    ['first/3', 'first/3', '', '1095'],
  ])
  const then = await (await get(`${PAIR}?as_of=2012-12-31`)).text()
  expect(then).toContain('with 3 measures')
  expect(then).toContain('none was promised again')
  expect(then).toContain('<dt>Measures owed</dt><dd>3</dd>')
  const early = await (await get(`${PAIR}?as_of=2009-01-01`)).text()
  expect(early).toContain('Nothing is recorded between them on this day.')
  expect(early).not.toContain('id="how-long"')
})

test('the page of a party counts on a past day only what was concluded by then', async () => {
  const { get } = await newSite({ record: RECORD })
  const textAt = async (query: string) =>
    (await (await get(`/parties/iran${query}`)).text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  const now = await textAt('')
  expect(now).toContain('It owes 5 measures.')
  expect(now).toContain('Promised again later 1')
  expect(now).toContain('Promised again in 2020')
  const then = await textAt('?as_of=2012-12-31')
  expect(then).toContain('It owes 3 measures.')
  expect(then).toContain('Measures owed 3')
  expect(then).toContain('Promised again later 0')
  expect(then).not.toMatch(/Promised again in|Agreement (second|others)|turkey/)
  const parties = (await (await get('/parties?as_of=2012-12-31')).text()).split('</tr>')
  const row = parties.find((each) => each.includes('href="/parties/iran'))
  expect(row).toMatch(/>1<\/td>.*>3<\/td>/s)
})

test('an instant before a report was recorded does not know it', async () => {
  const { get, world, load } = await newSite({ record: RECORD })
  const before = world.now
  const more = measure('3', { reports: [done('2014-01-01')] })
  await load({ ...RECORD, agreements: [agreement('first', '2010-01-01', [more])] })
  const at = (query: string) => get(`${PAIR}/list.csv?as_of=2015-01-01${query}`)
  const third = (rows: string[][]) => rows.find(([address]) => address === 'first/3')
  expect(third((await timesOf(await at(''))) as string[][])).toEqual(['first/3', 'first/3', '1461', '1461'])
  expect(third((await timesOf(await at(`&known_at=${before}`))) as string[][])).toEqual([
    ...['first/3', 'first/3', '', '1826'],
  ])
})

test('parties that are not known have no page and no list', async () => {
  const { get } = await newSite({ record: RECORD })
  for (const address of ['/parties/iran/with/atlantis', '/parties/iran/with/iran'])
    for (const each of [address, `${address}/list.csv`]) expect((await get(each)).status, each).toBe(404)
  expect((await get(`${PAIR}/list.csv?as_of=yesterday`)).status).toBe(400)
})

test('the five promises of the seeded hotline are one thread', async () => {
  const { get } = await newSite({ seeds: true })
  const html = await (await get(PAIR)).text()
  const picture = html.slice(html.indexOf('Hotline between the border forces: from promise to promise'))
  expect(picture.split('</li>')[0]?.match(/<circle class="ground"/g)).toHaveLength(5)
})
