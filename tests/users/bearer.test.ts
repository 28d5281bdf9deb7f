import { Hono } from 'hono'
import { beforeEach, expect, test } from 'vitest'
import { addToken } from '../../src/users/add-token'
import { revokeToken } from '../../src/users/user.commands'
import { bearer, maybeBearer } from '../../src/users/signed-in'
import type { Env } from '../../src/web/env'
import { newSite, type Site } from './site'

let site: Site
let api: Hono<Env>
let token: { id: string; secret: string }
beforeEach(async () => {
  site = await newSite()
  const user = await site.person('otto@example.org', ['editor'])
  const added = await addToken(site.world.deps, user.id, 'import')
  if (added.outcome !== 'added') throw new Error(added.outcome)
  token = added
  api = new Hono<Env>()
    .get('/me', bearer(site.world.deps), (c) => c.text(c.var.user.email))
    .get('/read', maybeBearer(site.world.deps), (c) => c.text(c.var.viewer?.email ?? 'nobody'))
})

const call = (path: string, authorization?: string) =>
  api.request(path, { headers: authorization === undefined ? {} : { authorization } })

test('a token stands for its holder', async () => {
  expect(await (await call('/me', `Bearer ${token.secret}`)).text()).toBe('otto@example.org')
  expect(await (await call('/read', `bearer ${token.secret}`)).text()).toBe('otto@example.org')
  expect(await (await call('/read')).text()).toBe('nobody')
})

test.each([
  undefined,
  'Basic b3R0bzp4',
  'Bearer',
  'Bearer ',
  `Bearer ${'A'.repeat(43)}`,
  'Bearer é',
  'Bearer a b',
])('%j opens nothing', async (authorization) => {
  const answer = await call('/me', authorization)
  expect(answer.status).toBe(401)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="followthrough"/)
  expect(await answer.json()).toMatchObject({ title: 'Unauthorized', status: 401, errors: [] })
})

test('a wrong token is an error where none would do', async () => {
  const answer = await call('/read', `Bearer ${'A'.repeat(43)}`)
  expect(answer.status).toBe(401)
  expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"')
})

test('a revoked token opens nothing, at once', async () => {
  expect(await revokeToken(site.world.deps, token.id)).toEqual({ id: token.id })
  expect((await call('/me', `Bearer ${token.secret}`)).status).toBe(401)
  expect(await revokeToken(site.world.deps, token.id)).toHaveProperty('faults')
})

test('its use is noted once a minute', async () => {
  const used = async () =>
    (await site.db.selectFrom('token').select('last_used_at').executeTakeFirstOrThrow()).last_used_at
  const start = site.world.now
  expect(await used()).toBeNull()
  await call('/me', `Bearer ${token.secret}`)
  site.later(60_000)
  await call('/me', `Bearer ${token.secret}`)
  expect(await used()).toBe(start)
  site.later(1)
  await call('/me', `Bearer ${token.secret}`)
  expect(await used()).toBe(site.world.now)
})
