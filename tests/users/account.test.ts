import { beforeEach, describe, expect, test } from 'vitest'
import { newSite, PASSWORD, type Site, textOf } from './site'

let site: Site
let vera: ReturnType<Site['visitor']>
beforeEach(async () => {
  site = await newSite()
  await site.person('vera@example.org', ['verifier', 'reporter'], 'iran')
  vera = site.visitor()
  await vera.signIn('vera@example.org')
})

test.each([
  ['GET', '/account', '/sign-in?next=%2Faccount'],
  ['GET', '/account/tokens', '/sign-in?next=%2Faccount%2Ftokens'],
  ['POST', '/account', '/sign-in'],
  ['POST', '/account/tokens', '/sign-in'],
  ['POST', '/account/tokens/01990000-0000-7000-8000-000000000000/revoke', '/sign-in'],
  ['GET', '/admin/people', '/sign-in?next=%2Fadmin%2Fpeople'],
  ['POST', '/admin/people', '/sign-in'],
  ['POST', '/admin/people/01990000-0000-7000-8000-000000000000/roles', '/sign-in'],
  ['POST', '/admin/people/01990000-0000-7000-8000-000000000000/disable', '/sign-in'],
  ['POST', '/admin/people/01990000-0000-7000-8000-000000000000/enable', '/sign-in'],
  ['POST', '/admin/people/01990000-0000-7000-8000-000000000000/invite', '/sign-in'],
])('a stranger’s %s %s leads to %s', async (method, path, location) => {
  const answer = await site.visitor().send(path, { method })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, location])
})

describe('the account', () => {
  test('shows who one is and what one may do', async () => {
    const page = await vera.get('/account')
    expect(page.headers.get('cache-control')).toBe('no-store')
    const words = await textOf(page)
    for (const part of ['vera@example.org', 'Name of vera@example.org', 'IRAN', 'Verifier'])
      expect(words).toContain(part)
  })

  test('takes a new password, and ends the other sessions', async () => {
    const elsewhere = site.visitor()
    await elsewhere.signIn('vera@example.org')
    expect(
      (await (await vera.get('/account')).text()).match(/\/account\/sessions\/[0-9a-f-]{36}\/end/g),
    ).toHaveLength(1)
    const fields = {
      current_password: PASSWORD,
      password: 'a better lantern',
      password_again: 'a better lantern',
    }
    const answer = await vera.post('/account', fields)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account?saved=password'])
    expect((await vera.get('/account')).status).toBe(200)
    expect((await elsewhere.get('/account')).status).toBe(303)
    expect((await site.visitor().signIn('vera@example.org')).status).toBe(422)
    expect((await site.visitor().signIn('vera@example.org', 'a better lantern')).status).toBe(303)
  })

  test.each([
    [{ current_password: 'wrong', password: 'a better lantern' }, 'current_password'],
    [{ current_password: PASSWORD, password: 'short' }, 'password'],
    [{ current_password: PASSWORD, password: 'vera@example.org' }, 'password'],
    [
      { current_password: PASSWORD, password: 'a better lantern', password_again: 'another' },
      'password_again',
    ],
    [{}, 'password'],
  ])('refuses %j for its %s, and changes nothing', async (fields: Record<string, string>, field) => {
    const { password = '' } = fields
    const answer = await vera.post('/account', { password_again: password, ...fields })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(`href="#field-${field}"`)
    expect(html).not.toContain('a better lantern')
    expect((await site.visitor().signIn('vera@example.org')).status).toBe(303)
  })
})

describe('API tokens', () => {
  const make = async (label: string) => {
    const answer = await vera.post('/account/tokens', { label, scopes: ['read', 'report'] })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account/tokens'])
    return /<code>([\w-]{43})<\/code>/.exec(await (await vera.get('/account/tokens')).text())?.[1] ?? ''
  }

  test('are shown once, and stored as a hash only', async () => {
    const secret = await make('nightly import')
    expect(secret).toHaveLength(43)
    const again = await (await vera.get('/account/tokens')).text()
    expect(again).toContain('nightly import')
    expect(again).not.toContain(secret)
    expect(JSON.stringify(await site.db.selectFrom('token').selectAll().execute())).not.toContain(secret)
  })

  test('travel to their page in a cookie of that page alone', async () => {
    const answer = await vera.post('/account/tokens', { label: 'x', scopes: ['read'] })
    const [cookie] = answer.headers.getSetCookie()
    expect(cookie).toMatch(
      /^shown-once=[\w-]+; Max-Age=60; Path=\/account\/tokens; HttpOnly; SameSite=Strict$/,
    )
    const other = site.visitor()
    await site.person('otto@example.org', ['editor'])
    await other.signIn('otto@example.org')
    other.cookies.set('shown-once', vera.cookies.get('shown-once')!)
    expect(await (await other.get('/account/tokens')).text()).not.toContain('<code>')
  })

  test.each(['', '   ', 'x'.repeat(101)])('need a label that fits: %j', async (label) => {
    const answer = await vera.post('/account/tokens', { label, scopes: ['read', 'report'] })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`value="${label}"`)
    expect(await site.db.selectFrom('token').select('id').execute()).toEqual([])
  })

  test('are revoked by their owner, once, and by nobody else', async () => {
    await make('old')
    const { id } = await site.db.selectFrom('token').select('id').executeTakeFirstOrThrow()
    await site.person('otto@example.org', ['admin'])
    const otto = site.visitor()
    await otto.signIn('otto@example.org')
    expect((await otto.post(`/account/tokens/${id}/revoke`)).status).toBe(404)
    expect((await vera.post(`/account/tokens/${id}/revoke`)).status).toBe(303)
    expect((await vera.post(`/account/tokens/${id}/revoke`)).status).toBe(404)
    expect(await (await vera.get('/account/tokens')).text()).toContain('You have no token in use')
    for (const bad of ['%00', 'x', '01990000-0000-7000-8000-000000000000'])
      expect((await vera.post(`/account/tokens/${bad}/revoke`)).status).toBe(404)
  })
})
