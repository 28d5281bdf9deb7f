import { describe, expect, test } from 'vitest'
import { findAgreement } from '../../src/agreements/agreement.store'
import { overTime } from '../../src/dashboards/history.queries'
import { placedMeasures, scoreOfPlaced } from '../../src/dashboards/placed.queries'
import { deadlinesAt } from '../../src/deadlines/deadline.store'
import { importDataset } from '../../src/exchange/import-dataset'
import { operatorActor } from '../../src/exchange/operator.store'
import { addDays, lastInstantOf, lastOfPeriod } from '../../src/lib/dates'
import { countsAt } from '../../src/standing/history'
import { newWorld, type World } from '../support/world'
import { newSite } from '../support/site'

const said = (n: number, stage: number, asOf: string, recorded: string, more: object = {}) => ({
  ...{ id: `01900000-0000-7000-8000-00000000000${n}`, kind: 'claim', party: 'iran', stage, as_of: asOf },
  ...{ recorded_at: `${recorded}T12:00:00.000Z`, evidence: [{ kind: 'act', title: 'A gazette' }], ...more },
})
const [FENCE, PATROL] = [
  [said(1, 1, '2018-02-01', '2018-02-02'), said(2, 3, '2019-01-01', '2021-06-01')],
  [
    said(3, 2, '2018-05-01', '2018-05-02'),
    said(4, 1, '2018-05-01', '2019-09-01', { corrects: '01900000-0000-7000-8000-000000000003' }),
    said(5, 3, '2020-01-01', '2020-01-02', {
      withdrawn: { at: '2020-03-03T12:00:00.000Z', reason: 'An error' },
    }),
  ],
]
const since = { recorded_at: '2018-01-01T08:00:00.000Z' }
const due = (due_on: string, decided_on: string, recorded: string) => ({
  ...{ due_on, decided_on, recorded_at: `${recorded}T12:00:00.000Z` },
})
const measure = (code: string, reports: object[], more: object = {}) => ({
  ...{ code, title: `Measure ${code}`, obligation: 'one_off', owed_by: ['iran'], reports, ...since, ...more },
})
const RECORD = {
  format: 'followthrough-dataset/1',
  parties: [{ slug: 'iran', name: 'Iran', kind: 'state', ...since }],
  agreements: [
    {
      ...{ slug: 'a', title: 'A', kind: 'treaty', concluded_on: '2017-11-07', parties: ['iran'], ...since },
      measures: [
        measure('1', FENCE, { deadlines: [due('2018-12-31', '2018-01-01', '2018-01-02'), due('2019-06-30', '2018-06-01', '2022-02-02')] }),
        measure('2', PATROL),
        measure('3', [], { withdrawn: { at: '2019-03-03T12:00:00.000Z', reason: 'Entered twice' } }),
      ],
    },
  ],
} // prettier-ignore

async function recorded(record: object = RECORD): Promise<World> {
  const world = await newWorld()
  const how = { keepRecordedAt: true, revise: null, dryRun: false }
  const { deps } = world
  const done = await importDataset(deps, await operatorActor(deps), [{ name: 'test', data: record }], how)
  expect(done).toMatchObject({ outcome: 'imported' })
  return world
}

async function past(
  { db }: World,
  reading: 'true' | 'known',
  asked = { asOf: '2023-01-01', knownAt: null as string | null },
) {
  const found = (await findAgreement(db.read, 'a', asked.knownAt))!
  const places = await placedMeasures(db.read, asked, [found.agreement.id])
  const ids = places.map(({ measure }) => measure.id)
  const deadlines = await deadlinesAt(db.read, asked.knownAt, { measureIds: ids })
  return overTime(db.read, { found, places, deadlines }, asked, reading)
}

/** One measure with a report every five days, each recorded twelve days later. */
const CROWDED = {
  ...RECORD,
  agreements: RECORD.agreements.map((one) => ({
    ...one,
    measures: [
      measure(
        '1',
        Array.from({ length: 180 }, (_, i) => ({
          ...said(1, i % 4, addDays('2018-01-10', 5 * i), addDays('2018-01-22', 5 * i)),
          id: `01900000-0000-7000-8000-000000000${100 + i}`,
        })),
      ),
    ],
  })),
}

const DAYS = ['2017', '2018', '2019', '2020', '2021', '2022'].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => ['01', '02', '03', '15'].map((day) => `${year}-${String(month + 1).padStart(2, '0')}-${day}`)).flat(),
) // prettier-ignore
const afterwards = DAYS.filter((day) => day >= '2017-11-07')

const scoreAt = async ({ db }: World, asOf: string, knownAt: string | null) =>
  scoreOfPlaced(await placedMeasures(db.read, { asOf, knownAt }), asOf).counts

describe('an agreement over time', () => {
  test(
    'is by either reading on every day what the scores of that day count',
    { timeout: 60_000 },
    async () => {
      const world = await recorded()
      const [truly, known] = [await past(world, 'true'), await past(world, 'known')]
      for (const day of afterwards) {
        expect(countsAt(truly.counts, day)?.counts, day).toEqual(await scoreAt(world, day, null))
        expect(countsAt(known.counts, day)?.counts, day).toEqual(
          await scoreAt(world, day, lastInstantOf(day)),
        )
      }
    },
  )

  test('of very many reports is exact at the end of each month', async () => {
    const world = await recorded(CROWDED)
    const asked = { asOf: '2020-03-17', knownAt: null }
    const [truly, known] = [await past(world, 'true', asked), await past(world, 'known', asked)]
    expect([truly.byMonth, known.byMonth]).toEqual([true, true])
    const months = [...new Set(afterwards.map((day) => lastOfPeriod(day, 'month')))]
    for (const day of [...months.filter((end) => end < asked.asOf), asked.asOf]) {
      expect(countsAt(truly.counts, day)?.counts, day).toEqual(await scoreAt(world, day, null))
      expect(countsAt(known.counts, day)?.counts, day).toEqual(await scoreAt(world, day, lastInstantOf(day)))
    }
    const few = await past(await recorded(), 'known', asked)
    expect(few.byMonth).toBe(false)
  })

  test('turns where a label turned, by the knowledge asked for', async () => {
    const world = await recorded()
    expect((await past(world, 'true')).counts.map(({ on }) => on)).toEqual([
      ...['2017-11-07', '2018-02-01', '2018-05-01', '2019-01-01'],
    ])
    // Known before the correction, the late report and the withdrawal.
    const early = { asOf: '2023-01-01', knownAt: '2019-01-01T00:00:00.000Z' }
    expect((await past(world, 'true', early)).counts.at(-1)?.counts).toMatchObject({
      ...{ not_assessed: 1, in_progress: 1, partly_implemented: 1 },
    })
  })

  test('shows what was learnt late on the day it describes, or from the day it was learnt', async () => {
    const world = await recorded()
    const known = (await past(world, 'known')).counts
    expect(known.map(({ on }) => on)).toEqual([
      ...['2017-11-07', '2018-01-01', '2018-02-02', '2018-05-02', '2019-03-03', '2019-09-01'],
      ...['2020-01-02', '2020-03-03', '2021-06-01'],
    ])
    expect(countsAt(known, '2020-02-02')?.counts).toMatchObject({ in_progress: 1, implemented: 1 })
    expect(countsAt((await past(world, 'true')).counts, '2020-02-02')?.counts).toMatchObject({
      ...{ in_progress: 1, implemented: 1, not_assessed: 0 },
    })
    const early = { asOf: '2023-01-01', knownAt: '2018-03-01T00:00:00.000Z' }
    expect((await past(world, 'known', early)).counts.map(({ on }) => on)).toEqual([
      ...['2017-11-07', '2018-01-01', '2018-02-02'],
    ])
  })

  test('knew of a deadline only where it was recorded before it fell due', async () => {
    const world = await recorded()
    const days = async (reading: 'true' | 'known') =>
      (await past(world, reading)).deadlines.map((its) => its.map(({ dueOn }) => dueOn))
    expect(await days('true')).toEqual([['2018-12-31', '2019-06-30']])
    expect(await days('known')).toEqual([['2018-12-31']])
  })

  test('is empty before the conclusion', async () => {
    const world = await recorded()
    expect(await past(world, 'true', { asOf: '2017-11-06', knownAt: null })).toMatchObject({ counts: [] })
  })
})

describe('the page of an agreement', () => {
  const many = (number: number) => ({
    ...RECORD,
    agreements: [
      {
        ...RECORD.agreements[0],
        measures: Array.from({ length: number }, (_, index) => ({
          ...{
            code: String(index + 1),
            title: `Post ${index + 1}`,
            obligation: 'one_off',
            owed_by: ['iran'],
          },
          theme: index % 10 === 9 ? null : ['Border', 'Trade'][index % 2],
        })),
      },
    ],
  })
  const rows = (html: string) => html.match(/class="measure-row"/g)?.length ?? 0

  test('shows its past by the reading that the address chooses', async () => {
    const { get, load } = await newSite({ record: many(3) })
    await load(many(3))
    const page = await (await get('/agreements/a')).text()
    expect(page).not.toContain('class="filters"')
    expect(page).not.toContain('class="pager"')
    expect(page).not.toContain('class="theme-heading"')
    const known = await (await get('/agreements/a?history=known')).text()
    expect(known).toContain('<b>What we knew then:</b>')
    expect((await get('/agreements/a?history=nonsense')).status).toBe(200)
  })

  test('groups many measures by theme and shows them a page at a time', async () => {
    const { get } = await newSite({ record: many(130) })
    const first = await (await get('/agreements/a')).text()
    expect(rows(first)).toBe(50)
    expect(first).toContain('130 measures; page 1 of 3.')
    expect(first).toMatch(/<h3>Border \(65\)<\/h3>.*Not assessed: 65/)
    expect(first).toContain('href="/agreements/a?page=2#theme-2">Trade</a>')
    expect(first).toContain('href="/agreements/a?page=3#theme-3">No theme</a>')
    const last = await (await get('/agreements/a?page=3')).text()
    expect(rows(last)).toBe(30)
    expect(last).toContain('Trade (52), continued')
    expect(last).toContain('id="theme-3"')
    const some = await (await get('/agreements/a?q=post+1')).text()
    expect(some).toContain('50 measures fit, of 130.')
    expect(some).toMatch(/<h3>Border \(29 of 65\)<\/h3>/)
    expect(rows(await (await get('/agreements/a?page=4')).text())).toBe(0)
    for (const page of ['0', 'x', '-1', '1.5'])
      expect((await get(`/agreements/a?page=${page}`)).status).toBe(400)
  })

  test('is narrowed by words and filters in the address, as its CSV is, while its scores stay over all', async () => {
    const { get } = await newSite({ record: many(130) })
    const found = await (await get('/agreements/a?q=POST+12&theme=Border')).text()
    expect(rows(found)).toBe(5)
    expect(found).toContain('5 measures fit, of 130.')
    expect(found).toContain('It holds 130 measures.')
    expect(found).toContain('value="POST 12"')
    const csv = await (await get('/agreements/a/list.csv?q=POST+12&theme=Border')).text()
    expect(csv.trim().split('\r\n')).toHaveLength(6)
    const past = '/agreements/a?history=known&as_of=2023-01-01&theme=Border&page=2'
    const form = /<form method="get" action="\/agreements\/a#measures".*?<\/form>/s.exec(
      await (await get(past)).text(),
    )?.[0]
    expect(form).toContain('type="hidden" name="history" value="known"')
    expect(form).toContain('type="hidden" name="as_of" value="2023-01-01"')
    expect(form).not.toContain('name="page"')
    expect(form).toContain('href="/agreements/a?as_of=2023-01-01&amp;history=known#measures">Show everything')
    const none = await (await get('/agreements/a?label=implemented')).text()
    expect(none).toContain('No measure fits, of 130.')
    expect((await get('/agreements/a?label=nonsense')).status).toBe(400)
  })
})
