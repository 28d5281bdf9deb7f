import { beforeAll, describe, expect, test } from 'vitest'
import { readCheckpoint } from '../../src/ledger/checkpoint'
import { canonical } from '../../src/ledger/content'
import { growingTree, type Hash, isConsistent, leafHash, rootFromInclusion } from '../../src/ledger/merkle'
import { readNote, signedBy } from '../../src/ledger/signed-note'
import { newApi, type TestApi } from '../api/app'
import { keyOf } from '../support/world'

const API = '/api/v1/ledger'
const hashesIn = (proof: { hashes: string[] }): Hash[] =>
  proof.hashes.map((hash) => Buffer.from(hash, 'base64'))

// What somebody who knows nothing but the API's answers makes of them.
let api: TestApi
let roots: Hash[]
let leaves: Hash[]
beforeAll(async () => {
  api = await newApi({ seeds: true })
  const tree = growingTree()
  roots = [tree.root()]
  leaves = []
  for (let after = 0; ;) {
    const { items, next_after: next } = await api.json(`/api/v1/changes?after=${after}&limit=500`)
    if (items.length === 0) break
    for (const { entry } of items) {
      const leaf = leafHash(canonical(entry))
      leaves.push(leaf)
      tree.add(leaf)
      roots.push(tree.root())
    }
    after = next
  }
})

const size = () => leaves.length
const rootOf = (entries: number): Hash => roots[entries] ?? Buffer.of()
const checkpoint = async (query = '') => {
  const answer = await api.get(`${API}/checkpoint${query}`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=UTF-8'])
  const text = await answer.text()
  const read = readCheckpoint(text)
  if (!read) throw new Error(text)
  return { ...read.checkpoint, note: read.note, text }
}

test('the checkpoint is the signed root over the entries that the API prints', async () => {
  const now = await checkpoint()
  expect(now).toMatchObject({ origin: 'followthrough.example/ledger', size: size(), root: rootOf(size()) })
  const { key } = await keyOf(api.world)
  expect(signedBy(now.note, key.public)).toBe('signed')
  expect((await checkpoint('?size=')).text).toBe(now.text)
  expect(await checkpoint('?size=5')).toMatchObject({ size: 5, root: rootOf(5) })
})

test('every entry is proved in the ledger as it is, and some in the ledger as it was', async () => {
  for (let entry = 1; entry <= size(); entry += 7)
    for (const asked of ['', `&size=${entry}`, `&size=${Math.min(entry + 5, size())}`]) {
      const proof = await api.json(`${API}/proof?entry=${entry}${asked}`)
      expect(Object.keys(proof)).toEqual(['entry', 'size', 'hashes'])
      const root = rootFromInclusion(entry - 1, proof.size, leaves[entry - 1] ?? Buffer.of(), hashesIn(proof))
      expect([entry, root]).toEqual([entry, rootOf(proof.size)])
    }
})

test('what it was is proved to have grown into what it is', async () => {
  for (let from = 0; from <= size(); from += 11)
    for (const to of ['', `&to=${Math.min(from + 3, size())}`]) {
      const proof = await api.json(`${API}/consistency?from=${from}${to}`)
      expect(Object.keys(proof)).toEqual(['from', 'to', 'hashes'])
      const states = [from, proof.to].map((entries) => ({ size: entries, root: rootOf(entries) }))
      const [older, newer] = states
      expect(older && newer && isConsistent(older, newer, hashesIn(proof))).toBe(true)
    }
})

describe('what cannot be proved', () => {
  const beyond = () => size() + 1
  test.each([
    ['an entry that is not there', () => `/proof?entry=${beyond()}`, 404],
    ['a size that was not reached', () => `/proof?entry=1&size=${beyond()}`, 404],
    ['an entry after the size', () => '/proof?entry=6&size=5', 404],
    ['no entry', () => '/proof', 400],
    ['an empty entry', () => '/proof?entry=', 400],
    ['entry nought', () => '/proof?entry=0', 400],
    ['an entry that is no number', () => '/proof?entry=1e1', 400],
    ['a size of nothing', () => '/proof?entry=1&size=0', 400],
    ['no older size', () => '/consistency?to=4', 400],
    ['sizes in the wrong order', () => '/consistency?from=5&to=4', 404],
    ['a newer size that was not reached', () => `/consistency?from=1&to=${beyond()}`, 404],
    ['an older one', () => `/consistency?from=${beyond()}`, 404],
    ['a size that is no number', () => '/consistency?from=-1', 400],
    ['a checkpoint to come', () => `/checkpoint?size=${beyond()}`, 404],
    ['a checkpoint of no size', () => '/checkpoint?size=x', 400],
  ])('%s', async (_, path, status) => {
    const answer = await api.get(`${API}${path()}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
    expect(await answer.json()).toMatchObject({ status })
  })

  test('anything while the key is gone', async () => {
    const other = await newApi({ record: null })
    const { rmSync } = await import('node:fs')
    rmSync(`${other.world.folder}/secret`)
    const answer = await other.get(`${API}/checkpoint`)
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('signing key') })
  })
})

test('answers have validators', async () => {
  for (const path of ['/checkpoint', '/proof?entry=3', '/consistency?from=2']) {
    const etag = (await api.get(`${API}${path}`)).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[^"]+"$/)
    expect((await api.get(`${API}${path}`, { 'if-none-match': etag })).status).toBe(304)
  }
})

test('an empty ledger has a checkpoint of nothing', async () => {
  const empty = await newApi({ record: null })
  const text = await (await empty.get(`${API}/checkpoint`)).text()
  expect(readNote(text)?.text).toBe(
    'followthrough.example/ledger\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n',
  )
  expect(await empty.json(`${API}/consistency?from=0`)).toEqual({ from: 0, to: 0, hashes: [] })
  await empty.json(`${API}/proof?entry=1`, 404)
})
