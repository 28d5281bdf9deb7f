import { expect, test } from 'vitest'
import { newApi } from './app'
test('smoke', async () => {
  const api = await newApi()
  for (const p of ['/agreements', '/agreements/border-2017/measures', '/agreements/border-2017/measures/1/reports', '/score', '/parties', '/changes?limit=2', '/ledger/entries/1', '/openapi.json', '/nope', '/agreements?limit=0&as_of=2030-01-01', '/agreements/border-2017/measures?limit=1','/agreements/border-2017/measures?limit=1&at=5']) {
    const a = await api.get('/api/v1' + p)
    console.log(p, a.status, [...a.headers], (await a.text()).slice(0, 1500))
  }
  const d = await api.get('/api/v1/docs'); console.log(d.status, (await d.text()).slice(0, 300))
  const r = await api.post('/api/v1/agreements/border-2017/measures/2/reports', { kind: 'claim', party: 'iran', stage: 1, as_of: '2020-01-01' }, 'irene')
  console.log(r.status, [...r.headers], await r.text())
  expect(1).toBe(1)
})
