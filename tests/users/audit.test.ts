import { beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR } from '../../src/audit/audit'
import { noteDone } from '../../src/audit/audit.store'
import * as commands from '../../src/users/user.commands'
import { type House, newHouse } from '../security/house'
import { newSite, PASSWORD, type Site } from './site'

const kindsOf = async ({ db }: Pick<Site, 'db'>) =>
  (await db.selectFrom('audit').selectAll().orderBy('at').orderBy('id').execute()).map((line) => ({
    ...line,
    said: [line.kind, line.detail].filter(Boolean).join(' '),
  }))

describe('what is done with accounts', () => {
  let site: Site
  beforeEach(async () => {
    site = await newSite()
  })

  test('is written down with who, whom, when and from where', async () => {
    const ada = await site.person('ada@example.org', ['admin'])
    const otto = await site.person('otto@example.org', ['editor'])
    const admin = site.visitor('198.51.100.7')
    await admin.signIn('ada@example.org', 'guess')
    await admin.signIn('ada@example.org')
    const act = async (what: string, fields = {}) => {
      site.later(1_000)
      await admin.post(`/admin/people/${otto.id}/${what}`, fields)
    }
    await act('roles', { roles: ['editor', 'verifier'] })
    await act('invite')
    await act('disable')
    await act('disable')
    await act('enable')
    await admin.post('/admin/people', { email: 'new@example.org', name: 'New', roles: ['editor'] })
    await admin.post('/account/tokens', { label: 'nightly', scopes: ['read'] })
    await admin.post('/account/feeds', { label: 'phone' })
    await admin.post('/account', { current_password: 'guess', password: 'a better lantern' })
    await admin.post('/account', { current_password: PASSWORD, password: 'a better lantern' })
    await admin.post('/account/sessions/end-others')
    await admin.post('/sign-out')
    const lines = await kindsOf(site)
    expect(lines.map(({ said }) => said).sort()).toEqual(
      [
        'sign_in_failed',
        'signed_in password',
        'roles_changed editor verifier',
        'invited',
        'user_disabled',
        'user_enabled',
        'user_added editor',
        'token_made nightly (read)',
        'feed_key_made phone',
        'password_failed',
        'password_changed',
        'sessions_ended 0',
        'signed_out',
      ].sort(),
    )
    const line = (kind: string) => lines.find((one) => one.kind === kind)
    expect(line('sign_in_failed')).toMatchObject({
      ...{ actor_as: 'stranger', actor_id: null, subject_id: ada.id, address: '198.51.100.7' },
    })
    expect(line('roles_changed')).toMatchObject({
      ...{ actor_as: 'user', actor_id: ada.id, subject_id: otto.id, address: '198.51.100.7' },
      at: '2026-11-23T12:00:01.000Z',
    })
  })

  test('holds nothing that was typed at a sign-in that failed, for it may be a password', async () => {
    await site.visitor().signIn('my-password-by-mistake', 'another-secret-word')
    const [line] = await kindsOf(site)
    expect(line).toMatchObject({ kind: 'sign_in_failed', subject_id: null, detail: null })
    expect(JSON.stringify(line)).not.toMatch(/mistake|secret/)
  })

  test('at the command line is the operator’s', async () => {
    const { deps } = site.world
    const person = { email: 'desk@example.org', name: 'Desk', roles: ['editor'], password: PASSWORD }
    await commands.addUser(deps, person)
    await commands.setPassword(deps, person.email, 'a better lantern')
    await commands.inviteUser(deps, person.email)
    await commands.addToken(deps, person.email, { label: 'x', scopes: ['report'] })
    await commands.disableUser(deps, person.email)
    expect((await kindsOf(site)).map(({ said, actor_as }) => [actor_as, said])).toEqual(
      expect.arrayContaining([
        ['operator', 'user_added editor'],
        ['operator', 'password_changed'],
        ['operator', 'invited'],
        ['operator', 'token_made x (report)'],
        ['operator', 'user_disabled'],
      ]),
    )
  })

  test('leaves nothing when it is refused', async () => {
    const otto = await site.person('otto@example.org', ['editor'])
    const browser = site.visitor()
    await browser.signIn('otto@example.org')
    const before = await kindsOf(site)
    await browser.post(`/admin/people/${otto.id}/roles`, { roles: ['admin'] })
    await browser.post('/account/tokens', { label: '' })
    await browser.post('/account/sessions/01990000-0000-7000-8000-000000000000/end')
    expect(await kindsOf(site)).toEqual(before)
  })
})

describe('the audit page', () => {
  let house: House
  beforeEach(async () => {
    house = await newHouse()
  })
  const note = (n: number, detail: string) =>
    house.world.db.write(async (tx) => {
      for (let i = 0; i < n; i++)
        await noteDone(tx, house.world.deps, { kind: 'exported', by: OPERATOR, detail: `${detail}${i}` })
    })

  test('shows the latest first, a hundred at a time, to the last', async () => {
    await note(250, 'file-')
    const seen = new Set<string>()
    let [path, pages]: [string | undefined, number] = ['/admin/audit', 0]
    while (path !== undefined) {
      const answer = await house.get(path, 'adam')
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
      const html = await answer.text()
      for (const [found] of html.matchAll(/file-\d+/g)) seen.add(found)
      path = /<a href="([^"]+)"[^>]*rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
      pages += 1
    }
    expect([seen.size, pages]).toEqual([250, 3])
  })

  test('is narrowed to a kind, a person and days, and keeps that in the CSV', async () => {
    const vera = house.users['vera']!
    await house.world.db.write(async (tx) => {
      const by = { as: 'user', id: vera.id, address: '203.0.113.9' } as const
      await noteDone(tx, house.world.deps, { kind: 'token_made', by, subject: vera.id, detail: 'hers' })
    })
    house.world.now = '2026-11-23T12:00:00.001Z'
    await house.world.db.write((tx) =>
      noteDone(tx, house.world.deps, { kind: 'token_made', by: OPERATOR, detail: '=other()' }),
    )
    const page = async (query: string) => (await house.get(`/admin/audit${query}`, 'adam')).text()
    expect(await page(`?kind=token_made&person=${vera.id}`)).toContain('hers')
    expect(await page(`?kind=token_made&person=${vera.id}`)).not.toContain('=other()')
    expect(await page('?kind=signed_out')).toContain('Nothing of that kind was done')
    expect(await page('?from=2026-11-23&to=2026-11-23&kind=')).toContain('hers')
    expect(await page('?from=2026-11-24')).not.toContain('hers')
    expect(await page('?kind=token_made')).toContain('href="/admin/audit/list.csv?kind=token_made"')
    const csv = await house.get('/admin/audit/list.csv?kind=token_made', 'adam')
    expect(csv.headers.get('cache-control')).toBe('no-store')
    const [head, ...rows] = (await csv.text()).trimEnd().split('\r\n')
    expect(head).toBe('at,kind,actor_as,actor,subject,address,detail')
    expect(rows).toEqual([
      "2026-11-23T12:00:00.001Z,token_made,operator,,,,'=other()",
      '2026-11-23T12:00:00.000Z,token_made,user,vera@example.org,vera@example.org,203.0.113.9,hers',
    ])
    expect(await page('?kind=exported')).toContain('audit.csv')
  })

  test.each([
    'kind=signed-in',
    'person=x',
    'person=%00',
    'from=yesterday',
    'to=2026-02-30',
    'before=x',
    'before=2026-11-23T12:00:00.000Z',
    "before=2026-11-23T12:00:00.000Z '--",
  ])('refuses %s in words', async (query) => {
    for (const path of ['/admin/audit', '/admin/audit/list.csv'])
      if (!query.startsWith('before') || path === '/admin/audit')
        expect((await house.get(`${path}?${query}`, 'adam')).status, path).toBe(400)
  })

  test('is for administrators alone', async () => {
    for (const path of ['/admin/audit', '/admin/audit/list.csv']) {
      for (const who of ['vera', 'edith', 'irene'] as const)
        expect((await house.get(path, who)).status).toBe(403)
      expect((await house.get(path)).headers.get('location')).toMatch(/^\/sign-in\?next=/)
    }
    const lines = await house.world.db.read.selectFrom('audit').selectAll().execute()
    expect(lines.filter(({ kind }) => kind === 'exported')).toEqual([])
  })

  test('keeps the name of a disabled account', async () => {
    const vera = house.users['vera']!
    await house.post(`/admin/people/${vera.id}/disable`, {}, 'adam')
    const html = await (await house.get('/admin/audit', 'adam')).text()
    expect(html).toContain('Disabled an account')
    expect(html).toContain('vera@example.org')
  })
})

test('nothing of it can be changed or taken away, on any database', async () => {
  const site = await newSite()
  await site.visitor().signIn('nobody@example.org')
  const { db } = site.world
  await expect(db.write((tx) => tx.updateTable('audit').set({ detail: 'x' }).execute())).rejects.toThrow(
    /append-only/,
  )
  await expect(db.write((tx) => tx.deleteFrom('audit').execute())).rejects.toThrow(/append-only/)
  expect(await kindsOf(site)).toHaveLength(1)
})
