import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { takesGzip } from '../../src/web/gzip'
import { newSite } from '../support/site'

const GZIP = { 'accept-encoding': 'gzip, deflate, br' }
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

test.each([
  ['gzip', true],
  ['deflate, gzip;q=0.5', true],
  ['GZIP', true],
  ['gzip;q=0', false],
  ['gzip; q=0.000', false],
  ['br', false],
  ['', false],
  [undefined, false],
])('“%s” takes gzip: %s', (accepted, takes) => {
  expect(takesGzip(accepted)).toBe(takes)
})

test.each(['/', '/feed.json', '/feed.atom', '/api/v1/openapi.json', '/assets/site.css'])(
  '%s goes out squeezed to who takes it, and is the same',
  async (address) => {
    const site = await newSite()
    const plain = await site.get(address)
    const squeezed = await site.get(address, 'stranger', GZIP)
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(squeezed.headers.get('content-encoding')).toBe('gzip')
    for (const answer of [plain, squeezed])
      expect(answer.headers.get('vary')?.match(/accept-encoding/gi)).toHaveLength(1)
    const bytes = await bytesOf(squeezed)
    const whole = await bytesOf(plain)
    expect(gunzipSync(bytes).equals(whole)).toBe(true)
    expect(bytes.length).toBeLessThan(whole.length / 2)
  },
)

test.each(['/', '/feed.json', '/assets/site.css'])(
  'each form of %s has its own strong validator',
  async (address) => {
    const site = await newSite()
    const tags = []
    for (const headers of [GZIP, {}]) {
      const etag = (await site.get(address, 'stranger', headers)).headers.get('etag') ?? ''
      expect(etag).toMatch(/^"[^"]+"$/)
      const again = await site.get(address, 'stranger', { ...headers, 'if-none-match': etag })
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, ''])
      expect(again.headers.get('content-encoding')).toBeNull()
      tags.push(etag)
    }
    expect(new Set(tags).size).toBe(2)
  },
)

test('a program with a session or a key gets 304 as well', async () => {
  const site = await newSite()
  const first = await site.get('/api/v1/openapi.json', 'irene', GZIP)
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[^"]+-gzip"$/)
  const again = await site.get('/api/v1/openapi.json', 'irene', { ...GZIP, 'if-none-match': etag })
  expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, ''])
})

test('a page made for one person is squeezed as well, and so is a refused form', async () => {
  const site = await newSite()
  const page = await site.get('/account', 'irene', GZIP)
  expect(gunzipSync(await bytesOf(page)).toString()).toContain('Irene')
  const refused = await site.post(
    '/agreements/visit-2017/measures/1/report',
    { kind: 'claim' },
    'irene',
    GZIP,
  )
  expect([refused.status, refused.headers.get('content-encoding')]).toEqual([422, 'gzip'])
  expect(gunzipSync(await bytesOf(refused)).toString()).toContain('error-summary')
})

test('what is small, streamed or dense already goes out as it is', async () => {
  const site = await newSite()
  for (const address of [
    '/healthz',
    '/agreements/list.csv',
    '/assets/fonts/source-sans-3-latin-wght-normal.woff2',
  ]) {
    const answer = await site.get(address, 'stranger', GZIP)
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, null])
  }
})

test('a HEAD names what a GET would send', async () => {
  const site = await newSite()
  const whole = await site.get('/', 'stranger', GZIP)
  const head = await site.app.request('/', { method: 'HEAD', headers: GZIP })
  expect(await head.text()).toBe('')
  for (const name of ['etag', 'content-encoding', 'content-type', 'vary'])
    expect(head.headers.get(name)).toBe(whole.headers.get(name))
})
