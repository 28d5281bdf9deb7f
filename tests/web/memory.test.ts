import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { beforeEach, expect, test } from 'vitest'
import { inLedger } from '../../src/ledger/ledger.store'
import type { Env } from '../../src/web/env'
import { fromMemory } from '../../src/web/memory'
import { aPartyAdded } from '../db/changes'
import { newWorld, type World } from '../support/world'

let world: World
let made: number
let app: Hono<Env>
beforeEach(async () => {
  world = await newWorld()
  made = 0
  app = new Hono<Env>()
    .use(fromMemory(world.deps))
    .get('/slow', async (c) => {
      const count = ++made
      await new Promise((resolve) => setTimeout(resolve, 30))
      return c.text(`made ${count} times`)
    })
    .get('/long', (c) => {
      made += 1
      return c.text('a line of a long calendar\r\n'.repeat(200_000))
    })
    .get('/broken', async (c) => {
      made += 1
      await new Promise((resolve) => setTimeout(resolve, 30))
      return c.text('no', 500)
    })
})

const ask = async (path: string, headers: Record<string, string> = {}) =>
  (await app.request(path, { headers })).text()
const write = () => inLedger(world.deps, async (ledger) => aPartyAdded(world.deps, ledger))

test('what many ask for at the same moment is made once', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask('/slow')))
  expect(new Set(answers)).toEqual(new Set(['made 1 times']))
  expect(await ask('/slow')).toBe('made 1 times')
})

test('after an entry or a day it is made anew', async () => {
  await ask('/slow')
  await write()
  expect(await Promise.all([ask('/slow'), ask('/slow')])).toEqual(['made 2 times', 'made 2 times'])
  world.now = '2026-11-24T00:00:00.000Z'
  expect(await ask('/slow')).toBe('made 3 times')
})

test('whoever sends a cookie or a key neither waits for others nor is given what they are', async () => {
  const answers = await Promise.all([
    ask('/slow'),
    ask('/slow', { cookie: 'session=x' }),
    ask('/slow', { authorization: 'Bearer x' }),
  ])
  expect(answers.sort()).toEqual(['made 1 times', 'made 2 times', 'made 3 times'])
})

test('a failure is nobody else’s', async () => {
  const statuses = await Promise.all(
    Array.from({ length: 3 }, async () => (await app.request('/broken')).status),
  )
  expect(statuses).toEqual([500, 500, 500])
  expect(made).toBe(3)
})

test('a long answer is kept as well, and is the same squeezed or not', async () => {
  const long = await ask('/long')
  expect(long).toHaveLength(27 * 200_000)
  const squeezed = await app.request('/long', { headers: { 'accept-encoding': 'gzip' } })
  expect(squeezed.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(await squeezed.arrayBuffer()).toString()).toBe(long)
  expect(await ask('/long')).toBe(long)
  const held = { 'if-none-match': (await app.request('/long')).headers.get('etag') ?? '' }
  expect((await app.request('/long', { headers: held })).status).toBe(304)
  expect(made).toBe(1)
})
