import { expect, test } from 'vitest'
import { agreement, claim, dataset, measure, newApi, PARTIES, PUBLIC_URL, type TestApi } from './app'

const API = '/api/v1'
const codes = Array.from({ length: 7 }, (_, i) => String(i + 1))

/** Every page of a list; `between` runs after each but the last. */
async function everyPage(
  api: TestApi,
  path: string,
  between: (page: number) => Promise<void> = async () => {},
) {
  const items: any[] = []
  for (let next: string | null = path, page = 1; next !== null; page++) {
    const answer = await api.get(next)
    const body: any = await answer.json()
    expect(answer.status, JSON.stringify(body)).toBe(200)
    items.push(...body.items)
    next = body.next
    expect(answer.headers.get('link')).toBe(next === null ? null : `<${next}>; rel="next"`)
    if (next !== null) await between(page)
  }
  return items
}

const many = (slug: string, more: object = {}) =>
  agreement(slug, { measures: codes.map((code) => measure(code, more)) })

test('a next page asks the same question of the same record, in full', async () => {
  const api = await newApi({ record: dataset([many('a')]) })
  const first = await api.json(
    `${API}/agreements/a/measures?limit=3&as_of=2025-01-01&label=not_assessed&party=iran&junk=1`,
  )
  expect(first.items.map(({ code }: any) => code)).toEqual(['1', '2', '3'])
  const next = new URL(first.next)
  expect(next.origin + next.pathname).toBe(`${PUBLIC_URL}${API}/agreements/a/measures`)
  expect(Object.fromEntries(next.searchParams)).toEqual({
    as_of: '2025-01-01',
    known_at: '2026-11-23T12:00:00.000Z',
    at: String(await api.world.db.head()),
    label: 'not_assessed',
    party: 'iran',
    limit: '3',
    after: '3',
  })
})

test('a page that ends with the list has no next', async () => {
  const api = await newApi({ record: dataset([many('a')]) })
  expect((await api.json(`${API}/agreements/a/measures?limit=7`)).next).toBeNull()
  expect((await api.json(`${API}/agreements/a/measures?limit=6`)).next).not.toBeNull()
})

test('every list can be read to its end, each thing once', async () => {
  const api = await newApi({ record: dataset(codes.map((code) => many(`a-${code}`))) })
  const read = async (path: string, key: string) =>
    (await everyPage(api, `${API}${path}`)).map((item) => item[key])
  expect(await read('/agreements?limit=2', 'slug')).toEqual(codes.map((code) => `a-${code}`))
  expect(await read('/agreements/a-1/measures?limit=2', 'code')).toEqual(codes)
  expect(await read('/parties?limit=1', 'slug')).toEqual(['iran', 'pakistan'])
  expect(await read('/agreements?limit=500', 'slug')).toHaveLength(7)
})

test('what enters while a list is read is on none of its later pages', async () => {
  const api = await newApi({ record: dataset([many('b')]) })
  const late = async (page: number) => {
    await api.load(dataset([agreement('b', { measures: [measure(`2${page}`, {})] }), agreement(`a-${page}`)]))
    await api.post(
      `${API}/agreements/b/measures/7/reports`,
      { kind: 'claim', party: 'iran', stage: 3, as_of: '2020-01-01' },
      'irene',
    )
  }
  const items = await everyPage(api, `${API}/agreements/b/measures?limit=2`, late)
  expect(items.map(({ code }) => code)).toEqual(codes)
  expect(items.map(({ standing }) => standing.stage)).toEqual(codes.map(() => null))
})

test('a status history read by pages loses and repeats nothing while reports come in', async () => {
  const reports = codes.map((code) => claim('iran', 1, `2020-01-0${code}`))
  const api = await newApi({ record: dataset([agreement('a', { measures: [measure('1', { reports })] })]) })
  const path = `${API}/agreements/a/measures/1/reports`
  const items = await everyPage(api, `${path}?limit=2`, async () => {
    await api.post(path, { kind: 'claim', party: 'iran', stage: 2, as_of: '2021-01-01' }, 'irene')
  })
  expect(items.map(({ as_of }) => as_of)).toEqual(codes.map((code) => `2020-01-0${code}`).reverse())
  expect(items[0].state).toBe('live')
})

test('an import that dates itself back changes no list that is being read', async () => {
  const old = '2020-01-01T00:00:00.000Z'
  const parties = PARTIES.map((party) => ({ ...party, recorded_at: old }))
  const api = await newApi({ record: null })
  await api.load(dataset([{ ...many('b', { recorded_at: old }), recorded_at: old }], parties), {
    keepRecordedAt: true,
  })
  const backdated = dataset(
    [
      agreement('b', {
        recorded_at: old,
        measures: [
          measure('7', { recorded_at: old, reports: [claim('iran', 3, '2019-01-01', { recorded_at: old })] }),
          measure('8', { recorded_at: old }),
        ],
      }),
    ],
    parties,
  )
  const items = await everyPage(api, `${API}/agreements/b/measures?limit=4`, () =>
    api.load(backdated, { keepRecordedAt: true }),
  )
  expect(items.map(({ code }) => code)).toEqual(codes)
  expect(items.at(-1).standing.claims).toEqual([])
  expect((await api.json(`${API}/agreements/b/measures/7`)).standing.stage).toBe(3)
})

test('the day of the first page is the day of all', async () => {
  const api = await newApi({ record: dataset([many('a')]) })
  const first = await api.json(`${API}/agreements/a/measures?limit=3`)
  api.world.now = '2026-11-25T00:00:00.000Z'
  const { next } = await api.json(first.next)
  expect(new URL(next).searchParams.get('as_of')).toBe('2026-11-23')
})
