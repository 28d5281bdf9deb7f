import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { verifyLedgerLines } from '../../src/exchange/verify/verify-ledger-file'
import { rotateKey } from '../../src/ledger/adopt-key'
import { canonical } from '../../src/ledger/content'
import { leafHash, rootFromInclusion } from '../../src/ledger/merkle'
import { newSite, type Site } from '../support/site'
import { keyOf } from '../support/world'

const ABOUT = '/ledger/about'
const ACTOR = { id: 'a-0', capacity: 'operator', party: null } as const

let site: Site
beforeAll(async () => {
  site = await newSite({ seeds: true })
})

const page = async (path: string) => {
  const answer = await site.get(path)
  expect(answer.status).toBe(200)
  return answer.text()
}
const plain = (html: string) => html.replaceAll('&#39;', "'").replaceAll('&amp;', '&')

test('the page shows the checkpoint and the key, and how to check them', async () => {
  const html = plain(await page(ABOUT))
  const { key } = await keyOf(site.world)
  expect(html).toContain(`<code>${key.public.text}</code>`)
  expect(html).toContain(await (await site.get('/api/v1/ledger/checkpoint')).text())
  expect(html).toContain(`verify ledger.ndjson --since checkpoint.txt --key '${key.public.text}'`)
})

test.each(['/ledger', '/about/method'])('%s leads to it', async (from) => {
  expect(await page(from)).toContain(`href="${ABOUT}"`)
})

test('the ledger that anybody can take holds', async () => {
  const answer = await site.get('/ledger/list.ndjson')
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
  const text = await answer.text()
  const { key } = await keyOf(site.world)
  const faults: string[] = []
  // Opened last: it reads at once, and whoever waits before listening misses the lines.
  const lines = createInterface({ input: Readable.from([text]) })
  await verifyLedgerLines(lines, (line) => faults.push(line), { since: null, key: key.public })
  expect(faults).toEqual([])
})

test('whoever stops reading it stops its writing', async () => {
  const answer = await site.get('/ledger/list.ndjson')
  const reader = answer.body?.getReader()
  expect((await reader?.read())?.done).toBe(false)
  await reader?.cancel()
  expect((await site.get('/ledger/list.ndjson')).status).toBe(200)
})

test('every report’s page has its entry’s number, and a proof that leads to the root', async () => {
  const reports = await site.world.db.read.selectFrom('report').select(['id', 'entry']).execute()
  for (const { id, entry } of reports.filter((_, i) => i % 9 === 0)) {
    const html = await page(`/reports/${id}`)
    const section = html.slice(html.indexOf('class="inclusion"'))
    expect(section).toContain(`This report is entry ${entry} of the ledger`)
    const [leaf, ...rest] = [...section.matchAll(/<code>([A-Za-z0-9+/]{43}=)<\/code>/g)].map(
      ([, hash]) => hash ?? '',
    )
    const root = rest.pop() ?? ''
    const told = await (await site.get(`/api/v1/ledger/entries/${entry}`)).json()
    expect(leafHash(canonical((told as { entry: object }).entry)).toString('base64')).toBe(leaf)
    const proof = rest.map((hash) => Buffer.from(hash, 'base64'))
    const size = await site.entries()
    expect(
      rootFromInclusion(entry - 1, size, Buffer.from(leaf ?? '', 'base64'), proof)?.toString('base64'),
    ).toBe(root)
    const checkpoint = await (await site.get('/api/v1/ledger/checkpoint')).text()
    expect(checkpoint.split('\n')[2]).toBe(root)
  }
})

describe('when the key', () => {
  test('is changed, the page has both, and the ledger says so', async () => {
    const other = await newSite()
    const { key: old } = await keyOf(other.world)
    const secretFile = join(other.world.folder, 'secret')
    const done = await rotateKey(other.world.deps, { actor: ACTOR, secretFile })
    if (done.outcome !== 'changed') throw new Error(done.outcome)
    const html = await (await other.get(ABOUT)).text()
    for (const key of [old, done.key]) expect(html).toContain(`<code>${key.public.text}</code>`)
    expect(html).toContain('it signed the change to the next')
    expect(await (await other.get('/ledger')).text()).toContain('The key that signs the ledger was changed.')
    const feed = (await (await other.get('/feed.json')).json()) as { items: { title: string }[] }
    expect(feed.items[0]?.title).toBe('Signing key changed')
  })

  test.each([
    ['is gone', ''],
    ['is another one', 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\n'],
    ['was spoilt', 'x'],
  ])('%s, nothing is signed and everything else goes on', async (_, text) => {
    const other = await newSite()
    const secretFile = join(other.world.folder, 'secret')
    const before = readFileSync(secretFile, 'utf8')
    writeFileSync(secretFile, text)
    const answer = await other.get(ABOUT)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('is not at hand')
    expect((await other.get('/api/v1/ledger/checkpoint')).status).toBe(503)
    expect((await other.get('/ledger/list.ndjson')).status).toBe(404)
    expect((await other.get('/api/v1/ledger/proof?entry=1')).status).toBe(200)
    writeFileSync(secretFile, before)
    expect(await (await other.get(ABOUT)).text()).not.toContain('is not at hand')
  })
})

test('what is for members is for members', async () => {
  const closed = await newSite({ settings: { READ_ACCESS: 'members' } })
  for (const path of [ABOUT, '/ledger/list.ndjson'])
    expect([path, (await closed.get(path)).status, (await closed.get(path, 'vera')).status]).toEqual([
      path,
      303,
      200,
    ])
  for (const path of ['checkpoint', 'proof?entry=1', 'consistency?from=1'])
    expect((await closed.get(`/api/v1/ledger/${path}`)).status).toBe(401)
})
