import { beforeEach, describe, expect, test } from 'vitest'
import { fileName, hashOf } from '../../src/evidence/file'
import { EXE, PDF, PNG, ZIP } from '../evidence/files'
import { newApi, type TestApi, type Who } from './app'

const REPORTS = '/api/v1/agreements/border-2017/measures/2/reports'
const CLAIM = { kind: 'claim', party: 'iran', stage: 1, as_of: '2020-01-01' }
const FILE = { sha256: hashOf(PDF), name: 'minutes.pdf', type: 'application/pdf', size: PDF.byteLength }

let api: TestApi
beforeEach(async () => {
  api = await newApi()
})

const sendTo = (
  path: string,
  bytes: Uint8Array,
  who: Who | null = 'irene',
  headers: Record<string, string> = {},
) =>
  api.app.request(path, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: {
      'content-type': 'application/octet-stream',
      ...(who ? { authorization: `Bearer ${api.keys[who]}` } : {}),
      ...headers,
    },
  })
const send = (bytes: Uint8Array, who: Who | null = 'irene', headers: Record<string, string> = {}) =>
  sendTo('/api/v1/files?name=minutes.pdf', bytes, who, headers)

async function refused(answer: Response, status: number) {
  const problem: any = await answer.json()
  expect([answer.status, problem.status], JSON.stringify(problem)).toEqual([status, status])
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  return problem
}
const kept = async () => (await api.world.db.read.selectFrom('file').select('sha256').execute()).length

test('a file that was sent goes into a report by what its sending answered', async () => {
  const answer = await send(PDF)
  expect([answer.status, answer.headers.get('location')]).toEqual([201, `/files/${FILE.sha256}`])
  expect(await answer.json()).toEqual(FILE)
  const filed = await api.post(REPORTS, { ...CLAIM, evidence: [{ kind: 'act', file: FILE }] }, 'irene')
  const report: any = await filed.json()
  expect(filed.status, JSON.stringify(report)).toBe(201)
  expect(report.evidence[0]).toMatchObject({ kind: 'act', title: null, file: FILE, restricted: null })
  const { items } = await api.json(REPORTS)
  expect(items[0].evidence).toEqual(report.evidence)
  expect((await api.get(`/files/${FILE.sha256}`)).status).toBe(200)
})

test('sent again it is kept once, and answered alike', async () => {
  expect(await (await send(PDF)).json()).toEqual(await (await send(PDF)).json())
  expect(await kept()).toBe(1)
})

test('what it is called a type does not count, and its name is made harmless', async () => {
  const headers = { 'content-type': 'text/html' }
  const answer = await sendTo(
    `/api/v1/files?name=${encodeURIComponent('../x\r\n‮.html')}`,
    PNG,
    'irene',
    headers,
  )
  expect(await answer.json()).toMatchObject({ type: 'image/png', name: 'x.html.png' })
  const nameless = await sendTo('/api/v1/files', PNG)
  expect(await nameless.json()).toMatchObject({ name: fileName('', 'image/png') })
})

test.each([
  ['a program', EXE],
  ['an archive', ZIP],
  ['nothing', Buffer.alloc(0)],
])('%s is refused', async (_, bytes) => {
  const problem = await refused(await send(bytes), 422)
  expect(problem.errors).toHaveLength(1)
  expect(await kept()).toBe(0)
})

test('more than 20 MB is refused, whether or not it says so beforehand', async () => {
  const large = Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)])
  const problem = await refused(
    await send(large, 'irene', { 'content-length': String(large.byteLength) }),
    413,
  )
  expect(problem.detail).toContain('20 MB')
  await refused(await send(large), 413)
  await refused(await sendTo(`/api/v1/files?name=${'x'.repeat(401)}`, PDF), 400)
  expect(await kept()).toBe(0)
})

describe('who', () => {
  test('sends nothing: a stranger, and whoever files no reports', async () => {
    await refused(await send(PDF, null), 401)
    await refused(await send(PDF, null, { authorization: 'Bearer wrong' }), 401)
    await refused(await send(PDF, 'adam'), 403)
    expect(await kept()).toBe(0)
  })

  test('gets it before it is in a report: its sender alone', async () => {
    await send(PDF)
    const get = (who: Who) => api.get(`/files/${FILE.sha256}`, { authorization: `Bearer ${api.keys[who]}` })
    expect((await get('irene')).status).toBe(200)
    for (const who of ['pervez', 'vera', 'edith', 'adam'] as const) expect((await get(who)).status).toBe(404)
    expect((await api.get(`/files/${FILE.sha256}`)).status).toBe(404)
  })
})

test.each([
  ['a hash never sent', { ...FILE, sha256: 'f'.repeat(64) }, 'evidence.0.file'],
  ['another size', { ...FILE, size: 1 }, 'evidence.0.file'],
  ['another type', { ...FILE, type: 'image/png' }, 'evidence.0.file'],
  ['a type that is not kept', { ...FILE, type: 'text/html' }, 'evidence.0.file.type'],
  ['no hash', { ...FILE, sha256: 'x' }, 'evidence.0.file.sha256'],
  ['no size', { ...FILE, size: '5' }, 'evidence.0.file.size'],
  ['its bytes', { ...FILE, data: 'JVBERg==' }, 'evidence.0.file.data'],
  ['no object', FILE.sha256, 'evidence.0.file'],
])('a report that names a file by %s is refused', async (_, file, field) => {
  await send(PDF)
  const before = await api.world.db.head()
  for (const preview of [true, false]) {
    const body = { ...CLAIM, evidence: [{ kind: 'act', file }], preview }
    const problem = await refused(await api.post(REPORTS, body, 'irene'), 422)
    expect(problem.errors.map((error: any) => error.field)).toEqual([field])
  }
  expect(await api.world.db.head()).toBe(before)
})

test('restricted evidence answers, to its author too, with what everybody may know', async () => {
  await send(PDF, 'vera')
  const evidence = [
    { kind: 'record', title: 'A private letter', file: FILE, restricted: { review_on: '2027-01-01' } },
  ]
  const answer = await api.post(REPORTS, { kind: 'finding', stage: 2, as_of: '2020-01-01', evidence }, 'vera')
  const text = await answer.text()
  expect(answer.status, text).toBe(201)
  expect(text).not.toMatch(/private letter|minutes/)
  expect(JSON.parse(text).evidence[0]).toMatchObject({
    kind: 'record',
    title: null,
    file: null,
    restricted: { review_on: '2027-01-01' },
  })
  const own = { ...evidence[0], restricted: { review_on: '2027-01-01', salt: '0'.repeat(64) } }
  const salted = await api.post(REPORTS, { ...CLAIM, evidence: [own] }, 'irene')
  expect((await refused(salted, 422)).errors[0].field).toBe('evidence.0.restricted.salt')
})

describe('JSON without end', () => {
  test.each([
    ['nested deeply', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['nested deeply in a field', `{"summary":${'{"a":'.repeat(500)}1${'}'.repeat(500)}}`],
    ['of very many keys', `{${Array.from({ length: 20_000 }, (_, n) => `"k${n}":1`).join(',')}}`],
    ['of very many values', `{"evidence":[${'0,'.repeat(20_000)}0]}`],
  ])('%s is refused at once', async (_, text) => {
    const started = performance.now()
    await refused(await api.post(REPORTS, text, 'irene'), 400)
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  test('longer than a megabyte is refused', async () => {
    await refused(await api.post(REPORTS, { ...CLAIM, summary: 'x'.repeat(1_100_000) }, 'irene'), 413)
  })
})
