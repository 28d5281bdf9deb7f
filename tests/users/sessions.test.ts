import { beforeEach, describe, expect, test } from 'vitest'
import { deviceOf } from '../../src/users/session'
import { newSite, type Site, textOf } from './site'

let site: Site
beforeEach(async () => {
  site = await newSite()
  await site.person('vera@example.org', ['verifier'])
})

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'

const signedIn = async (agent: string) => {
  const visitor = site.visitor()
  await visitor.send('/sign-in', {
    method: 'POST',
    headers: { 'user-agent': agent },
    body: new URLSearchParams({ email: 'vera@example.org', password: 'three old lanterns' }),
  })
  return visitor
}
const END = /\/account\/sessions\/([0-9a-f-]{36})\/end/g
const endings = async (visitor: ReturnType<Site['visitor']>) =>
  [...(await (await visitor.get('/account')).text()).matchAll(END)].map(([path]) => path)

describe('one’s sessions', () => {
  test('are listed with device, beginning and last use, and which is this one', async () => {
    const desk = await signedIn(FIREFOX)
    site.later(3_600_000)
    const phone = await signedIn(PHONE)
    const words = await textOf(await desk.get('/account'))
    expect(words).toContain('Firefox on Linux (this one)')
    expect(words).toContain('Safari on iOS')
    expect(words).toMatch(/23 November 2026(,| at) 12:00 UTC/)
    expect(await endings(desk)).toHaveLength(1)
    expect(await textOf(await phone.get('/account'))).toContain('Safari on iOS (this one)')
  })

  test('note their use every five minutes, not at every page', async () => {
    const desk = await signedIn(FIREFOX)
    const used = async () =>
      (await site.db.selectFrom('session').select('last_used_at').executeTakeFirstOrThrow()).last_used_at
    const start = site.world.now
    site.later(300_000)
    await desk.get('/account')
    expect(await used()).toBe(start)
    site.later(1)
    await desk.get('/account')
    expect(await used()).toBe(site.world.now)
  })

  test('are ended one by one, or all others at once', async () => {
    const [desk, phone, lost] = [await signedIn(FIREFOX), await signedIn(PHONE), await signedIn('')]
    const [first = ''] = await endings(desk)
    expect((await desk.post(first)).status).toBe(303)
    expect((await desk.post(first)).status).toBe(404)
    const open = async () =>
      (await Promise.all([desk, phone, lost].map((each) => each.get('/account')))).filter(
        ({ status }) => status === 200,
      ).length
    expect(await open()).toBe(2)
    expect((await desk.post('/account/sessions/end-others')).status).toBe(303)
    expect(await open()).toBe(1)
    expect((await desk.get('/account')).status).toBe(200)
    expect(await endings(desk)).toEqual([])
  })

  test('are nobody else’s to end', async () => {
    const desk = await signedIn(FIREFOX)
    await signedIn(PHONE)
    const [path = ''] = await endings(desk)
    await site.person('ada@example.org', ['admin', 'editor'])
    const ada = site.visitor()
    await ada.signIn('ada@example.org')
    expect((await ada.post(path)).status).toBe(404)
    expect((await site.visitor().post(path)).headers.get('location')).toBe('/sign-in')
    expect(await endings(desk)).toHaveLength(1)
  })

  test('have ids that open nothing', async () => {
    const desk = await signedIn(FIREFOX)
    const { id } = await site.db.selectFrom('session').select('id').executeTakeFirstOrThrow()
    const thief = site.visitor()
    thief.cookies.set('session', { value: id, path: '/' })
    expect((await thief.get('/account')).status).toBe(303)
    expect((await desk.get('/account')).status).toBe(200)
  })

  test('survive whatever a browser calls itself', async () => {
    const odd = await signedIn(`<script>alert(1)</script>${'x'.repeat(5_000)}`)
    expect(await (await odd.get('/account')).text()).not.toContain('<script>alert')
    const { agent } = await site.db.selectFrom('session').select('agent').executeTakeFirstOrThrow()
    expect(agent).toHaveLength(300)
  })
})

test.each([
  [FIREFOX, 'Firefox', 'Linux'],
  [PHONE, 'Safari', 'iOS'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    'Edge',
    'Windows',
  ],
  [
    'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    'Chrome',
    'Android',
  ],
  ['curl/8.5.0', null, null],
  ['', null, null],
  [null, null, null],
])('%j is %s on %s', (agent, browser, system) => {
  expect(deviceOf(agent)).toEqual({ browser, system })
})
