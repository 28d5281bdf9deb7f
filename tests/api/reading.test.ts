import { beforeAll, describe, expect, test } from 'vitest'
import { agreement, claim, dataset, measure, newApi, type TestApi } from './app'

const API = '/api/v1'
let api: TestApi
beforeAll(async () => {
  api = await newApi()
})
const json = (path: string, status?: number) => api.json(`${API}${path}`, status)

const STANDING =
  'stage condition label basis disputed awaiting_verification freshness last_heard_on last_looked_on since met_on time due_on original_due_on times_moved slippage_days days_overdue claims finding'
const SCORE = 'n coverage progress low high claimed strict by_party g20 g20_percent disagreement counts'
const LABELS =
  'not_assessed not_started in_progress partly_implemented implemented lapsed reversed abandoned superseded'

describe('the shapes', () => {
  test('an agreement says what it is, with its counts and score', async () => {
    const found = await json('/agreements/border-2017')
    expect(found).toMatchObject({
      slug: 'border-2017',
      title: 'Agreement border-2017',
      kind: 'memorandum',
      concluded_on: '2017-11-07',
      concluded_on_precision: 'day',
      place: null,
      parties: ['iran', 'pakistan'],
      sources: [],
      withdrawn: null,
      counts: { in_progress: 1, not_assessed: 2 },
      score: { n: 3 },
    })
    expect(Object.keys(found.score)).toEqual(SCORE.split(' '))
    expect(Object.keys(found.counts)).toEqual(LABELS.split(' '))
    expect(await json('/agreements/border-2017/score')).toEqual(found.score)
  })

  test('a measure stands as the rule says, in the words of the contract', async () => {
    const found = await json('/agreements/border-2017/measures/1')
    expect(Object.keys(found.standing)).toEqual(STANDING.split(' '))
    expect(found.standing).toMatchObject({
      stage: 1,
      label: 'in_progress',
      basis: 'verified',
      disputed: true,
      claims: [
        { party: 'iran', stage: 2, condition: 'active', as_of: '2018-03-01', channel: 'public_source' },
      ],
      finding: { stage: 1, as_of: '2018-06-01', by: { name: 'An observer', organisation: null } },
    })
    expect(Object.keys(found.standing.claims[0])).toEqual(
      'party stage condition as_of channel report'.split(' '),
    )
    expect(Object.keys(found.standing.finding)).toEqual('stage condition as_of by report'.split(' '))
    expect(found.implementability).toEqual({ score: 0, met: [] })
    expect(found.notes).toMatchObject([{ on: '2018-01-01', text: 'A remark.', withdrawn: null }])
  })

  test('a measure carries its deadlines, figures and unrounded numbers', async () => {
    const found = await json('/agreements/border-2017/measures/2')
    expect(found.target).toEqual({ quantity: 959.5, unit: 'km', baseline: null })
    expect(found.deadlines.map(({ due_on }: any) => due_on)).toEqual(['2019-12-31', '2024-12-31'])
    expect(found.observations).toMatchObject([{ observed_on: '2020-05-05', quantity: 350.5 }])
    expect(found.standing).toMatchObject({ times_moved: 1, original_due_on: '2019-12-31', time: 'overdue' })
    expect(found.implementability).toEqual({ score: 1, met: ['deadline'] })
    expect((await json('/agreements/border-2017')).score.progress).toBe(100 / 3)
  })

  test('a status history is newest entry first, each report with what became of it', async () => {
    const { items } = await json('/agreements/border-2017/measures/1/reports')
    expect(items.map(({ kind, state }: any) => [kind, state])).toEqual([
      ['finding', 'live'],
      ['claim', 'live'],
    ])
    expect(items[0]).toMatchObject({
      party: null,
      by: { name: 'An observer', organisation: null },
      corrects: null,
      corrected_by: null,
      withdrawn: null,
      replies: [{ party: 'iran', text: 'It goes on.' }],
    })
    expect(items[0].entry).toBeGreaterThan(items[1].entry)
  })

  test('parties say which agreements name them and what they owe', async () => {
    const { items } = await json('/parties')
    expect(items.map(({ slug, agreements, owed }: any) => [slug, agreements, owed])).toEqual([
      ['iran', ['border-2017', 'trade-2024'], 4],
      ['pakistan', ['border-2017', 'trade-2024'], 1],
    ])
    expect(await json('/parties/iran')).toMatchObject({ name: 'Iran', names: { fa: 'ایران' }, part_of: null })
  })

  test('measures come in natural order, agreements by slug', async () => {
    const measures = await json('/agreements/border-2017/measures')
    expect(measures.items.map(({ code }: any) => code)).toEqual(['1', '2', '10'])
    expect((await json('/agreements')).items.map(({ slug }: any) => slug)).toEqual([
      'border-2017',
      'trade-2024',
    ])
  })

  test('the score over everything pools all measures', async () => {
    expect((await json('/score')).n).toBe(4)
  })
})

describe('another day, another instant', () => {
  test('a day before the reports shows what was said by then', async () => {
    const path = '/agreements/border-2017/measures/1'
    expect((await json(`${path}?as_of=2018-04-01`)).standing).toMatchObject({
      label: 'partly_implemented',
      finding: null,
    })
    expect((await json(`${path}/reports?as_of=2018-04-01`)).items).toHaveLength(1)
    expect((await json('/agreements/border-2017/measures/2?as_of=2019-01-01')).deadlines).toHaveLength(1)
  })

  test('before its conclusion an agreement is there, with n = 0', async () => {
    expect((await json('/agreements/trade-2024?as_of=2024-02-01')).score).toMatchObject({
      n: 0,
      progress: null,
      by_party: {},
    })
    expect((await json('/agreements/trade-2024?as_of=2024-02-02')).score.n).toBe(1)
  })

  test('what a text gave at its conclusion does not depend on the day asked for', async () => {
    const early = await newApi({
      record: dataset([
        agreement('early', {
          measures: [measure('1', { deadlines: [{ due_on: '2018-01-01', decided_on: '2017-11-01' }] })],
        }),
      ]),
    })
    for (const day of ['2017-10-31', '2017-11-01', '2026-01-01'])
      for (const path of ['/agreements/early/measures/1', '/agreements/early/measures']) {
        const found = await early.json(`${API}${path}?as_of=${day}`)
        const { implementability, deadlines } = found.items?.[0] ?? found
        expect(implementability).toEqual({ score: 1, met: ['deadline'] })
        expect(deadlines).toHaveLength(day < '2017-11-01' ? 0 : 1)
      }
  })

  test('what was not yet recorded is not found, and is in no list', async () => {
    const then = '?known_at=2020-01-01'
    for (const path of [
      '/agreements/border-2017',
      '/agreements/border-2017/measures',
      '/agreements/border-2017/score',
      '/agreements/border-2017/measures/1',
      '/agreements/border-2017/measures/1/reports',
      '/parties/iran',
      '/ledger/entries/1',
    ])
      // prettier-ignore
      expect((await json(`${path}${then}`, 404)).status).toBe(404)
    expect(await json(`/agreements${then}`)).toEqual({ items: [], next: null })
    expect((await json(`/score${then}`)).n).toBe(0)
  })

  test('every form of an instant is the same instant, and a day means all of it', async () => {
    const known = '/agreements?known_at='
    const now = await json(`${known}${encodeURIComponent(api.world.now)}`)
    expect(now.items).toHaveLength(2)
    for (const form of [
      '2026-11-23',
      '2026-11-23T12:00:00z',
      '2026-11-23T12:00:00.0000000000Z',
      '2026-11-23T13:00:00%2B01:00',
      '2026-11-23T13:00:00+01:00',
      '2040-01-01',
    ])
      expect(await json(`${known}${form}`)).toEqual(now)
    expect((await json(`${known}2026-11-23T11:59:59.999Z`)).items).toEqual([])
    expect((await json(`${known}2026-11-22`)).items).toEqual([])
  })

  test.each([
    ['as_of=2026-11-24', 'as_of'],
    ['as_of=2026-02-30', 'as_of'],
    ['as_of=yesterday', 'as_of'],
    ['known_at=soon', 'known_at'],
    ['known_at=2026-11-23T24:00:00Z', 'known_at'],
    ['known_at=2026-11-23T25:00:00Z', 'known_at'],
    ['limit=0', 'limit'],
    ['limit=501', 'limit'],
    ['limit=many', 'limit'],
    ['limit=1.5', 'limit'],
    ['at=-1', 'at'],
    ['after=A%20B', 'after'],
    ['label=done', 'label'],
    ['flag=late', 'flag'],
    ['year=17', 'year'],
    ['party=Iran!', 'party'],
    ['limit=1&limit=2', 'limit'],
  ])('%s is refused, and said which', async (query, field) => {
    const answer = await api.get(`${API}/agreements?${query}`)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    const problem: any = await answer.json()
    expect(problem).toMatchObject({ type: 'about:blank', title: 'Bad Request', status: 400 })
    expect(problem.errors.map((error: any) => error.field)).toContain(field)
    expect(problem.errors[0].message).toMatch(/^[A-Z].*\.$/)
  })

  test('an empty parameter is an absent one, an unknown one is not looked at', async () => {
    expect(await json('/agreements?as_of=&known_at=&limit=&party=&tracking=1')).toEqual(
      await json('/agreements'),
    )
  })
})

describe('filters', () => {
  test.each([
    ['/agreements?year=2024', ['trade-2024']],
    ['/agreements?label=implemented', ['trade-2024']],
    ['/agreements?flag=disputed', ['border-2017']],
    ['/agreements?theme=border', ['border-2017']],
    ['/agreements?party=iran', ['border-2017', 'trade-2024']],
    ['/agreements?party=nobody', []],
    ['/agreements?label=implemented&year=2017', []],
  ])('%s', async (path, slugs) => {
    expect((await json(path)).items.map(({ slug }: any) => slug)).toEqual(slugs)
  })

  test.each([
    ['label=not_assessed', ['2', '10']],
    ['flag=overdue', ['2']],
    ['theme=border', ['1']],
    ['year=2024', []],
    ['party=pakistan', ['1', '2', '10']],
  ])('measures with %s', async (query, codes) => {
    const { items } = await json(`/agreements/border-2017/measures?${query}`)
    expect(items.map(({ code }: any) => code)).toEqual(codes)
  })
})

test('what was withdrawn leaves lists and scores and stays readable at its address', async () => {
  const record = (withdrawn?: object) =>
    dataset([
      agreement('kept', {
        measures: [
          measure('1', {
            reports: [claim('iran', 3, '2020-01-01', { withdrawn }), claim('iran', 1, '2019-01-01')],
          }),
          measure('2', { withdrawn, reports: [claim('iran', 3, '2020-01-01')] }),
        ],
      }),
      agreement('gone', { withdrawn, measures: [measure('1')] }),
    ])
  const gone = await newApi({ record: record() })
  await gone.load(record({ at: '2026-11-23T12:00:00Z', reason: 'In error.' }))
  const read = (path: string) => gone.json(`${API}${path}`)
  expect((await read('/agreements')).items.map(({ slug }: any) => slug)).toEqual(['kept'])
  expect((await read('/agreements/kept')).score).toMatchObject({
    n: 1,
    counts: { in_progress: 1, implemented: 0 },
  })
  expect((await read('/agreements/kept/measures')).items.map(({ code }: any) => code)).toEqual(['1'])
  expect((await read('/score')).n).toBe(1)
  expect(await read('/agreements/gone')).toMatchObject({
    withdrawn: { reason: 'In error.' },
    score: { n: 0 },
  })
  expect((await read('/agreements/gone/measures')).items).toEqual([])
  expect((await read('/agreements/gone/measures/1')).withdrawn.reason).toBe('In error.')
  expect((await read('/agreements/kept/measures/2')).withdrawn.reason).toBe('In error.')
  const history = (await read('/agreements/kept/measures/1/reports')).items
  expect(history.map(({ stage, state }: any) => [stage, state]).sort()).toEqual([
    [1, 'live'],
    [3, 'withdrawn'],
  ])
})

test('a corrected report names its correction', async () => {
  const id = '01890000-0000-7000-8000-000000000001'
  const other = '01890000-0000-7000-8000-000000000002'
  const corrected = await newApi({
    record: dataset([
      agreement('a', {
        measures: [
          measure('1', {
            reports: [
              claim('iran', 3, '2020-01-01', { id }),
              claim('iran', 1, '2020-01-01', { id: other, corrects: id }),
            ],
          }),
        ],
      }),
    ]),
  })
  const { items } = await corrected.json(`${API}/agreements/a/measures/1/reports`)
  expect(items.map((report: any) => [report.id, report.state, report.corrected_by, report.corrects])).toEqual(
    [
      [other, 'live', null, id],
      [id, 'corrected', other, null],
    ],
  )
})

test('an empty record answers', async () => {
  const empty = await newApi({ record: null })
  expect(await empty.json(`${API}/agreements`)).toEqual({ items: [], next: null })
  expect(await empty.json(`${API}/score`)).toMatchObject({
    n: 0,
    progress: null,
    by_party: {},
    counts: { implemented: 0 },
  })
  expect(await empty.json(`${API}/changes`)).toEqual({ items: [], next_after: 0 })
})
