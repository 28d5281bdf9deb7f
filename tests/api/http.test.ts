import { beforeAll, describe, expect, test } from 'vitest'
import { newApi, type TestApi } from './app'

const API = '/api/v1'
const READ = ['/agreements', '/agreements/border-2017', '/agreements/border-2017/measures', '/agreements/border-2017/score',
  '/agreements/border-2017/measures/1', '/agreements/border-2017/measures/1/reports', '/score', '/parties', '/parties/iran',
  '/changes', '/ledger/entries/1', '/openapi.json'] // prettier-ignore
let api: TestApi
beforeAll(async () => {
  api = await newApi()
})

describe.each(READ)('GET %s', (path) => {
  test('has a strong validator, answers 304 and may be read by any page', async () => {
    const answer = await api.get(`${API}${path}`)
    const etag = answer.headers.get('etag') ?? ''
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    expect(etag).toMatch(/^"[^"]+"$/)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await api.get(`${API}${path}`, { 'if-none-match': tag })
      expect([tag, again.status, await again.text()]).toEqual([tag, 304, ''])
      expect(again.headers.get('etag')).toBe(etag)
      expect(again.headers.get('access-control-allow-origin')).toBe('*')
    }
    expect((await api.get(`${API}${path}`, { 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('answers HEAD without a body', async () => {
    const answer = await api.app.request(`${API}${path}`, { method: 'HEAD' })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
    expect(answer.headers.get('etag')).toBe((await api.get(`${API}${path}`)).headers.get('etag'))
  })

  test('refuses another method and says which it takes', async () => {
    for (const method of ['DELETE', 'PUT', 'PATCH']) {
      const answer = await api.app.request(`${API}${path}`, { method })
      expect(answer.status).toBe(405)
      expect(answer.headers.get('allow')).toMatch(/^GET, HEAD(, POST)?, OPTIONS$/)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(await answer.json()).toMatchObject({ status: 405, errors: [] })
    }
  })

  test('answers a preflight', async () => {
    const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' }
    const answer = await api.app.request(`${API}${path}`, { method: 'OPTIONS', headers })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS')
    expect(answer.headers.get('allow')).toContain('GET')
  })
})

test.each(['/api/v1/nothing', '/api/v1', '/api/v1/agreements/nobody', '/api/v1/agreements/BAD!/measures',
  '/api/v1/agreements/border-2017/measures/77', '/api/v1/agreements/border-2017/measures/%00/reports', '/api/v1/agreements/%00',
  '/api/v1/parties/nobody', '/api/v1/ledger/entries/9999', '/api/v1/ledger/entries/x', '/api/v1/ledger/entries/99999999999',
  '/api/v1/agreements/%E0%A4', '/api/v2/agreements', '/api/nothing']) ('%s is a problem: not found', async (path) => {
  const answer = await api.get(path)
  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toMatchObject({ type: 'about:blank', status: 404, errors: [] })
}) // prettier-ignore

test('a validator changes with the record', async () => {
  const path = `${API}/agreements/border-2017/measures/10`
  const before = (await api.get(path)).headers.get('etag') ?? ''
  await api.post(`${path}/reports`, { kind: 'claim', party: 'iran', stage: 1, as_of: '2020-01-01' }, 'irene')
  const after = await api.get(path, { 'if-none-match': before })
  expect(after.status).toBe(200)
  expect(after.headers.get('etag')).not.toBe(before)
})

test('a posted report is not for other pages to read', async () => {
  const answer = await api.post(`${API}/agreements/border-2017/measures/1/reports`, {}, null, {
    origin: 'https://elsewhere.example',
  })
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
})
