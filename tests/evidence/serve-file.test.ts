import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { CLAIM, FORM, idIn, newSite } from '../status-reports/site'
import { newSite as newWholeSite } from '../support/site'
import { formWith, GIF, JPEG, PDF, PNG, TEXT, WEBP } from './files'

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const pathOf = (bytes: Uint8Array) => `/files/${hashOf(bytes)}`
const HTML = Buffer.from('<html><script>alert(1)</script></html>')
const LARGE = Buffer.concat([PDF, Buffer.alloc(3_000_000, 7)])

let site: Awaited<ReturnType<typeof newSite>>
beforeAll(async () => {
  site = await newSite()
  const bytes = [PDF, PNG, JPEG, GIF, WEBP, TEXT, HTML, LARGE]
  const files = bytes.map((one, n) => ({
    name: `a "b" ${n}; x=‮é\r\nX-Evil: 1.html`,
    bytes: one,
    type: 'text/html',
  }))
  const kinds = { evidence_kind: bytes.map(() => 'record') }
  idIn(await site.send(FORM, formWith({ ...CLAIM, ...kinds }, { evidence_file: files }), 'irene'))
})

test.each([
  ['a PDF', PDF, 'application/pdf', 'attachment'],
  ['a PNG', PNG, 'image/png', 'inline'],
  ['a JPEG', JPEG, 'image/jpeg', 'inline'],
  ['a GIF', GIF, 'image/gif', 'inline'],
  ['a WebP', WEBP, 'image/webp', 'inline'],
  ['a text', TEXT, 'text/plain; charset=utf-8', 'attachment'],
  ['what would be a page elsewhere', HTML, 'text/plain; charset=utf-8', 'attachment'],
  ['a file in many pieces', LARGE, 'application/pdf', 'attachment'],
])('%s comes whole, as what it is, and can do nothing', async (_, bytes, type, how) => {
  const answer = await site.get(pathOf(bytes))
  expect(answer.status).toBe(200)
  const headers = Object.fromEntries(answer.headers)
  expect(headers).toMatchObject({
    'content-type': type,
    'content-length': String(bytes.byteLength),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    etag: `"${hashOf(bytes)}"`,
    'cache-control': 'no-cache',
  })
  expect(headers['x-evil']).toBeUndefined()
  expect(headers['content-disposition']).toMatch(
    new RegExp(
      `^${how}; filename="[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]+"; filename\\*=UTF-8''[A-Za-z0-9%._~!&+-]+$`,
    ),
  )
  expect(headers['content-disposition']).not.toMatch(/%0[ad]|%E2%80%AE|\.html"/i)
  const got = Buffer.from(await answer.arrayBuffer())
  expect(got.equals(bytes)).toBe(true)
})

test('is asked for anew and answered 304 while it may be had', async () => {
  for (const who of ['stranger', 'irene'] as const) {
    const headers = { 'if-none-match': `"${hashOf(PDF)}"` }
    const answer = await site.get(pathOf(PDF), who, headers)
    expect([answer.status, await answer.text()]).toEqual([304, ''])
    expect((await site.get(pathOf(PDF), who, { 'if-none-match': '"x"' })).status).toBe(200)
  }
})

test.each([
  'f'.repeat(64),
  hashOf(PDF).toUpperCase(),
  hashOf(PDF).slice(1),
  `${hashOf(PDF)}0`,
  '..%2f..%2fetc%2fpasswd',
  '%00',
  `${hashOf(PDF)}%0d%0aX-Evil:1`,
  "' or 1=1 --",
])('%s is no file', async (hash) => {
  const answer = await site.get(`/files/${hash}`)
  expect(answer.status).toBe(404)
  expect(answer.headers.get('x-evil')).toBeNull()
})

test('only reading is possible at its address', async () => {
  const answer = await site.post(pathOf(PDF), {}, 'irene')
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
})

describe('a register for members', () => {
  test('closes its files to a stranger', async () => {
    const { app, world, get, load } = await newWholeSite({ settings: { READ_ACCESS: 'members' } })
    const sha256 = hashOf(PDF)
    await world.db.write(async (tx) => {
      await tx.insertInto('file').values({ sha256, type: 'application/pdf', size: PDF.byteLength }).execute()
      await tx.insertInto('file_chunk').values({ sha256, position: 0, data: PDF }).execute()
    })
    const file = { sha256, name: 'a.pdf', type: 'application/pdf', size: PDF.byteLength }
    await load(recordWith({ kind: 'record', file }))
    expect((await get(pathOf(PDF), 'irene')).status).toBe(200)
    expect((await get(pathOf(PDF))).status).toBe(303)
    expect((await app.request(pathOf(PDF), { method: 'HEAD' })).status).toBe(303)
    expect((await get(pathOf(PDF), 'stranger', { 'if-none-match': `"${sha256}"` })).status).toBe(303)
  })
})

const recordWith = (evidence: object) => ({
  format: 'followthrough-dataset/1',
  agreements: [
    {
      slug: 'visit-2017',
      title: 'Visit to Tehran',
      kind: 'announcement',
      concluded_on: '2017-11-07',
      parties: ['pakistan', 'iran'],
      measures: [
        {
          code: '1',
          title: 'Hotline between commanders',
          obligation: 'one_off',
          owed_by: ['pakistan', 'iran'],
          reports: [{ kind: 'claim', party: 'iran', stage: 1, as_of: '2020-01-01', evidence: [evidence] }],
        },
      ],
    },
  ],
})
