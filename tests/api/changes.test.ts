import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src/db/dialect'
import { inLedger } from '../../src/ledger/ledger.store'
import { newApi, type TestApi } from './app'

const API = '/api/v1'

test('the ledger is read in its order, as far as it goes', async () => {
  const api = await newApi()
  const head = await api.world.db.head()
  const { items, next_after } = await api.json(`${API}/changes?limit=500`)
  expect(items.map(({ entry }: any) => entry.n)).toEqual(Array.from({ length: head }, (_, i) => i + 1))
  expect(next_after).toBe(head)
  expect(await api.json(`${API}/changes?after=${head}`)).toEqual({ items: [], next_after: head })
  expect((await api.json(`${API}/changes?after=2&limit=3`)).items).toEqual(items.slice(2, 5))
  expect(await api.json(`${API}/ledger/entries/3`)).toEqual(items[2])
})

test('an entry has the contract’s fields, and its digest is that of its content', async () => {
  const api = await newApi()
  const { items } = await api.json(`${API}/changes`)
  for (const { entry, content, salt, ...rest } of items) {
    expect(rest).toEqual({})
    expect(Object.keys(entry)).toEqual(
      'n entered_at recorded_at kind agreement measure subject actor digest'.split(' '),
    )
    const hash = createHash('sha256')
      .update(Buffer.from(salt, 'hex'))
      .update(canonicalize(content) ?? '')
    expect(entry.digest).toBe(`sha256:${hash.digest('hex')}`)
  }
})

test('what was redacted keeps its entry and says by which', async () => {
  const api = await newApi()
  const actor = { id: crypto.randomUUID(), capacity: 'operator' as const, party: null }
  await inLedger(api.world.deps, async (ledger) => {
    const content = { entry: 3, content: { title: '[removed]' } }
    const n = ledger.append({
      kind: 'content_redacted',
      agreement: null,
      measure: null,
      subject: { type: 'entry', id: '3' },
      actor,
      content,
    })
    await ledger.flush()
    await ledger.tx
      .updateTable('content')
      .set({ body: null, salt: null, redacted_by: n })
      .where('entry', '=', 3)
      .execute()
  })
  const redacted = await api.json(`${API}/ledger/entries/3`)
  expect(redacted).toMatchObject({
    entry: { n: 3 },
    content: null,
    salt: null,
    redacted_by: await api.world.db.head(),
  })
})

test.each(['after=-1', 'after=x', 'after=1.5', 'after=99999999999', 'limit=0', 'limit=501'])(
  '%s is refused',
  async (query) => {
    const api = await newApi({ record: null })
    expect((await api.json(`${API}/changes?${query}`, 400)).errors).toHaveLength(1)
  },
)

/** Follows the ledger as a client does until it has seen so many entries. */
async function follow(api: TestApi, until: number): Promise<number[]> {
  const seen: number[] = []
  for (let after = 0; seen.length < until;) {
    const { items, next_after } = await api.json(`${API}/changes?after=${after}&limit=7`)
    seen.push(...items.map(({ entry }: any) => entry.n))
    after = next_after
    // Else a reader of SQLite, which never waits, would let nobody write.
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  return seen
}

test('who follows the ledger misses no entry, however long its transaction took to commit', async () => {
  const api = await newApi({ record: null })
  const { world } = api
  const actor = { id: crypto.randomUUID(), capacity: 'operator' as const, party: null }
  const others = [
    openDatabase(world.address, { mayWait: false }),
    openDatabase(world.address, { mayWait: false }),
  ]
  const add = (db: typeof world.db, i: number) =>
    inLedger({ ...world.deps, db }, async (ledger) => {
      for (let k = 0; k <= i % 3; k++) {
        const id = crypto.randomUUID()
        ledger.append({
          kind: 'key_changed',
          agreement: null,
          measure: null,
          subject: { type: 'key', id },
          actor,
          content: { id },
        })
      }
      await ledger.flush()
      // Numbers are taken; others ask and write meanwhile.
      await new Promise((resolve) => setTimeout(resolve, i % 5))
    })
  const writers = [world.db, ...others].map(async (db, w) => {
    for (let i = 0; i < 10; i++) await add(db, i + w)
  })
  const total = [0, 1, 2]
    .flatMap((w) => Array.from({ length: 10 }, (_, i) => ((i + w) % 3) + 1))
    .reduce((a, b) => a + b)
  const [seen] = await Promise.all([follow(api, total), ...writers])
  expect(seen).toEqual(Array.from({ length: total }, (_, i) => i + 1))
  for (const db of others) await db.close()
})
