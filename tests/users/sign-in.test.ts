import { beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR } from '../../src/audit/audit'
import { disableUser } from '../../src/users/disable-user'
import { newSite, PASSWORD, type Site, textOf } from './site'

let site: Site
beforeEach(async () => {
  site = await newSite()
  await site.person('vera@example.org', ['verifier'])
})

const titleOf = async (response: Response) => /<h1>([^<]*)/.exec(await response.text())?.[1]

describe('signing in', () => {
  test('opens the account, whatever the case of the address', async () => {
    const vera = site.visitor()
    const answer = await vera.signIn(' Vera@Example.org ')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
    expect((await vera.get('/account')).status).toBe(200)
  })

  test('goes on to the page that asked for it', async () => {
    const vera = site.visitor()
    const asked = await vera.get('/account?x=1')
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/sign-in?next=%2Faccount%3Fx%3D1'])
    expect(await (await vera.get('/sign-in?next=/account')).text()).toContain('name="next" value="/account"')
    const answer = await vera.post('/sign-in', {
      email: 'vera@example.org',
      password: PASSWORD,
      next: '/account?x=1',
    })
    expect(answer.headers.get('location')).toBe('/account?x=1')
    expect((await vera.get('/sign-in?next=/account')).headers.get('location')).toBe('/account')
  })

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    'evil',
  ])('never leads off the site: %j', async (next) => {
    const answer = await site
      .visitor()
      .post('/sign-in', { email: 'vera@example.org', password: PASSWORD, next })
    expect(answer.headers.get('location')).toBe('/')
    expect(
      await (await site.visitor().get(`/sign-in?next=${encodeURIComponent(next)}`)).text(),
    ).not.toContain('evil')
  })

  test('is refused with one answer for a wrong password, an unknown account, a disabled and an invited one', async () => {
    const gone = await site.person('gone@example.org', ['editor'])
    await site.world.db.write((tx) =>
      tx.updateTable('user').set({ disabled_at: site.world.now }).where('id', '=', gone.id).execute(),
    )
    const fresh = await site.person('fresh@example.org', ['editor'])
    await site.world.db.write((tx) =>
      tx.updateTable('user').set({ password_hash: null }).where('id', '=', fresh.id).execute(),
    )
    const wrong = await site.visitor().signIn('vera@example.org', 'not this one')
    expect(wrong.status).toBe(422)
    const words = await textOf(wrong)
    for (const email of ['nobody@example.org', 'gone@example.org', 'fresh@example.org']) {
      const answer = await site.visitor().signIn(email)
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([422, []])
      expect(await textOf(answer)).toBe(words)
    }
  })

  test('takes as long for an unknown account, a disabled one and a wrong password', async () => {
    const gone = await site.person('gone@example.org', ['editor'])
    await disableUser(site.world.deps, OPERATOR, gone.id)
    const emails = ['vera@example.org', 'nobody@example.org', 'gone@example.org'] as const
    const times: Record<string, number[]> = {}
    for (let n = 0; n < 13; n++)
      for (const email of emails) {
        const visitor = site.visitor(`198.51.100.${n}`)
        const start = performance.now()
        expect((await visitor.signIn(email, 'not this one')).status).toBe(422)
        if (n > 0) (times[email] ??= []).push(performance.now() - start)
      }
    const [known = 0, ...others] = emails.map((email) => times[email]?.sort((a, b) => a - b)[6] ?? 0)
    for (const other of others) {
      expect(other).toBeGreaterThan(known / 2)
      expect(other).toBeLessThan(known * 2)
    }
  })

  test('keeps the address that was typed, and never the password', async () => {
    const answer = await site.visitor().signIn('vera@example.org', 'typed-by-mistake')
    const html = await answer.text()
    expect(html).toContain('value="vera@example.org"')
    expect(html).not.toContain('typed-by-mistake')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('says which field is empty', async () => {
    const answer = await site.visitor().signIn('', '')
    expect(answer.status).toBe(422)
    expect((await answer.text()).match(/href="#field-(email|password)"/g)).toHaveLength(2)
  })

  test.each(['null\u0000byte', 'x'.repeat(5_000), '\ud800'])('survives %j', async (odd) => {
    expect((await site.visitor().signIn(odd, odd)).status).toBe(422)
    expect((await site.visitor().get(`/invitations/${encodeURIComponent(odd.toWellFormed())}`)).status).toBe(
      404,
    )
  })

  test('gives no cookie to a visitor, and takes none it does not know', async () => {
    const stranger = site.visitor()
    for (const path of ['/sign-in', '/account'])
      expect((await stranger.get(path)).headers.getSetCookie()).toEqual([])
    for (const cookie of ['session=', 'session=%00', `session=${'A'.repeat(43)}`, 'session=é', 'x'])
      expect((await stranger.send('/account', { headers: { cookie } })).status).toBe(303)
  })
})

describe('the session', () => {
  test('is a cookie that scripts and other sites do not get', async () => {
    const [cookie = ''] = (await site.visitor().signIn('vera@example.org')).headers.getSetCookie()
    expect(cookie).toMatch(/^session=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('is Secure exactly where the site is https', async () => {
    const secure = await newSite({ publicUrl: 'https://example.org' })
    await secure.person('vera@example.org', ['verifier'])
    const [cookie] = (await secure.visitor().signIn('vera@example.org')).headers.getSetCookie()
    expect(cookie).toMatch(/; Secure(;|$)/)
  })

  test('is a new one, even where the browser brought one', async () => {
    const vera = site.visitor()
    vera.cookies.set('session', { value: 'F'.repeat(43), path: '/' })
    await vera.signIn('vera@example.org')
    const first = vera.cookies.get('session')!.value
    expect(first).not.toBe('F'.repeat(43))
    await vera.signIn('vera@example.org')
    const second = vera.cookies.get('session')!.value
    expect(second).not.toBe(first)
    expect((await vera.send('/account', { headers: { cookie: `session=${first}` } })).status).toBe(200)
  })

  test('ends with signing out, for good', async () => {
    const vera = site.visitor()
    await vera.signIn('vera@example.org')
    const stolen = site.visitor()
    stolen.cookies.set('session', vera.cookies.get('session')!)
    const answer = await vera.post('/sign-out')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
    expect([...vera.cookies.keys()]).toEqual(['device'])
    expect((await stolen.get('/account')).status).toBe(303)
  })

  test('ends after fourteen days', async () => {
    const vera = site.visitor()
    await vera.signIn('vera@example.org')
    site.later(14 * 86_400_000 - 1)
    expect((await vera.get('/account')).status).toBe(200)
    site.later(1)
    expect((await vera.get('/account')).status).toBe(303)
  })

  test('leaves nothing in the database that opens it', async () => {
    const vera = site.visitor()
    await vera.signIn('vera@example.org')
    const secret = vera.cookies.get('session')!.value
    const stored = JSON.stringify([
      await site.db.selectFrom('session').selectAll().execute(),
      await site.db.selectFrom('user').selectAll().execute(),
      await site.db.selectFrom('throttle').selectAll().execute(),
    ])
    expect(stored).not.toContain(secret)
    expect(stored).not.toContain(PASSWORD)
    expect(stored).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  })

  test('signing out without one is no fault', async () => {
    expect((await site.visitor().post('/sign-out')).status).toBe(303)
    expect(await titleOf(await site.visitor().get('/sign-in'))).toBe('Sign in')
  })
})
