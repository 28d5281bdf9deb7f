import { Hono } from 'hono'
import { beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR } from '../../src/audit/audit'
import { addToken } from '../../src/users/add-token'
import { disableUser } from '../../src/users/disable-user'
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
  const added = await addToken(site.world.deps, OPERATOR, user.id, {
    label: 'import',
    scopes: ['read', 'report'],
  })
  if (added.outcome !== 'added') throw new Error(added.outcome)
  token = added
  api = new Hono<Env>()
    .get('/me', bearer(site.world.deps, 'report'), (c) => c.text(c.var.user.email))
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

describe('what a token may do', () => {
  const secretOf = async (scopes: string[], expires_on?: string) => {
    const { id } = await site.db.selectFrom('user').select('id').executeTakeFirstOrThrow()
    const added = await addToken(site.world.deps, OPERATOR, id, { label: 'other', scopes, expires_on })
    if (added.outcome !== 'added') throw new Error(JSON.stringify(added.problems))
    return added.secret
  }

  test('is what it was made for: one that reads cannot write, and the other way about', async () => {
    const [reading, reporting] = [await secretOf(['read']), await secretOf(['report'])]
    const refused = await call('/me', `Bearer ${reading}`)
    expect(refused.status).toBe(403)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(refused.headers.get('www-authenticate')).toBe(
      'Bearer realm="followthrough", error="insufficient_scope", scope="report"',
    )
    expect(await refused.json()).toMatchObject({ title: 'Forbidden', status: 403, errors: [] })
    expect(await (await call('/me', `Bearer ${reporting}`)).text()).toBe('otto@example.org')
    expect(await (await call('/read', `Bearer ${reading}`)).text()).toBe('otto@example.org')
    expect((await call('/read', `Bearer ${reporting}`)).status).toBe(403)
  })

  test('ends with its last day, at once', async () => {
    const secret = await secretOf(['read', 'report'], '2026-11-24')
    site.world.now = '2026-11-24T23:59:59.998Z'
    expect((await call('/me', `Bearer ${secret}`)).status).toBe(200)
    site.world.now = '2026-11-24T23:59:59.999Z'
    expect((await call('/me', `Bearer ${secret}`)).status).toBe(401)
  })

  test('ends with its holder’s account', async () => {
    const { id } = await site.db.selectFrom('user').select('id').executeTakeFirstOrThrow()
    await disableUser(site.world.deps, OPERATOR, id)
    for (const path of ['/me', '/read']) expect((await call(path, `Bearer ${token.secret}`)).status).toBe(401)
  })

  test.each([
    [{ label: 'x', scopes: [] }, 'scopes'],
    [{ label: 'x', scopes: ['admin'] }, 'scopes'],
    [{ label: 'x', scopes: ['read', 'admin'] }, 'scopes'],
    [{ label: 'x', scopes: ['read'], expires_on: '2026-11-22' }, 'expires_on'],
    [{ label: 'x', scopes: ['read'], expires_on: 'tomorrow' }, 'expires_on'],
    [{ label: '', scopes: ['read'] }, 'label'],
  ])('is refused when made of %j', async (wish, field) => {
    const { id } = await site.db.selectFrom('user').select('id').executeTakeFirstOrThrow()
    const added = await addToken(site.world.deps, OPERATOR, id, wish)
    expect(added).toMatchObject({ outcome: 'refused', problems: [{ field }] })
    expect(await site.db.selectFrom('token').select('id').execute()).toHaveLength(1)
  })
})
