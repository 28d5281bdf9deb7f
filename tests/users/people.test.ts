import { beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR } from '../../src/audit/audit'
import { addToken } from '../../src/users/add-token'
import { findTokenHolder } from '../../src/users/token.store'
import { findUserByEmail } from '../../src/users/user.store'
import type { User } from '../../src/users/user'
import { newSite, type Site, textOf } from './site'

let site: Site
let ada: User
let admin: ReturnType<Site['visitor']>
beforeEach(async () => {
  site = await newSite()
  ada = await site.person('ada@example.org', ['admin'])
  admin = site.visitor()
  await admin.signIn('ada@example.org')
})

const PERSON = {
  email: 'Reza@Example.org',
  name: 'Reza',
  organisation: 'Border Guard',
  roles: ['reporter'],
  party: 'iran',
}
const LINK = /<code>http:\/\/localhost:3000(\/invitations\/[\w-]{43})<\/code>/

describe('adding a person', () => {
  test('makes an account and shows its link once', async () => {
    const answer = await admin.post('/admin/people', PERSON)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin/people'])
    const page = await (await admin.get('/admin/people')).text()
    expect(page).toContain('reza@example.org')
    expect(page).toContain('Reporter for IRAN')
    const link = LINK.exec(page)?.[1] ?? ''
    expect((await site.visitor().get(link)).status).toBe(200)
    expect(await (await admin.get('/admin/people')).text()).not.toMatch(LINK)
    const reza = await findUserByEmail(site.db, 'reza@example.org')
    expect(reza).toMatchObject({
      name: 'Reza',
      organisation: 'Border Guard',
      roles: ['reporter'],
      party: 'iran',
    })
    expect(reza?.actorId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
    expect(reza?.actorId).not.toBe(reza?.id)
  })

  test.each([
    ['email', { email: 'no address' }],
    ['email', { email: '' }],
    ['email', { email: 'ADA@example.org' }],
    ['email', { email: `${'x'.repeat(250)}@example.org` }],
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(201) }],
    ['organisation', { organisation: 'x'.repeat(201) }],
    ['roles', { roles: ['owner'] }],
    ['party', { party: '' }],
    ['party', { party: 'atlantis' }],
    ['party', { roles: ['editor'], party: 'iran' }],
  ])('is refused for its %s: %j, and what was typed stays', async (field, wrong) => {
    const typed = { ...PERSON, ...wrong }
    const answer = await admin.post('/admin/people', typed)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(`href="#field-${field}"`)
    for (const value of [typed.email, typed.name, typed.organisation])
      expect(html).toContain(`value="${value}"`)
    if (typed.party === 'iran') expect(html).toContain('value="iran" selected')
    for (const role of typed.roles.filter((name) => name !== 'owner'))
      expect(html).toContain(`name="roles" value="${role}" checked`)
    expect(await site.db.selectFrom('user').select('id').execute()).toHaveLength(1)
  })

  test('is done once when sent twice at once', async () => {
    const answers = await Promise.all([
      admin.post('/admin/people', PERSON),
      admin.post('/admin/people', PERSON),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  })

  test('without a role makes one who reads', async () => {
    expect((await admin.post('/admin/people', { ...PERSON, roles: [], party: '' })).status).toBe(303)
    expect(await textOf(await admin.get('/admin/people'))).toContain('Reads only')
  })
})

describe('a person', () => {
  const act = (user: User, what: string, fields = {}) =>
    admin.post(`/admin/people/${user.id}/${what}`, fields)

  test('is given other roles, which count at once', async () => {
    const otto = await site.person('otto@example.org', ['verifier'])
    const browser = site.visitor()
    await browser.signIn('otto@example.org')
    expect((await browser.get('/admin/people')).status).toBe(403)
    const answer = await act(otto, 'roles', { roles: ['admin', 'reporter'], party: 'pakistan' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/admin/people#person-${otto.id}`])
    expect((await browser.get('/admin/people')).status).toBe(200)
    expect(await findUserByEmail(site.db, otto.email)).toMatchObject({
      roles: ['reporter', 'admin'],
      party: 'pakistan',
    })
  })

  test.each([
    ['party', { roles: ['reporter'], party: '' }],
    ['party', { roles: ['editor'], party: 'iran' }],
    ['roles', { roles: ['owner'] }],
  ])('keeps their roles when %s is wrong: %j', async (field, typed) => {
    const otto = await site.person('otto@example.org', ['verifier'])
    const answer = await act(otto, 'roles', typed)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(`href="#field-${field}-${otto.id}"`)
    expect(html).toContain(`id="field-${field}-${otto.id}"`)
    expect(await findUserByEmail(site.db, otto.email)).toMatchObject({ roles: ['verifier'], party: null })
  })

  test('who is disabled is out at once, with sessions, tokens and all, until enabled', async () => {
    const otto = await site.person('otto@example.org', ['verifier'])
    const browser = site.visitor()
    await browser.signIn('otto@example.org')
    const token = await addToken(site.world.deps, OPERATOR, otto.id, { label: 'import', scopes: ['read'] })
    if (token.outcome !== 'added') throw new Error(token.outcome)
    expect((await act(otto, 'disable')).status).toBe(303)
    expect((await browser.get('/account')).status).toBe(303)
    expect((await site.visitor().signIn('otto@example.org')).status).toBe(422)
    expect(await findTokenHolder(site.db, token.secret, site.world.now)).toBeUndefined()
    expect((await act(otto, 'invite')).status).toBe(422)
    expect(await textOf(await admin.get('/admin/people'))).toContain('Disabled since 23 November 2026')
    expect((await act(otto, 'enable')).status).toBe(303)
    expect((await browser.get('/account')).status).toBe(303)
    expect((await site.visitor().signIn('otto@example.org')).status).toBe(303)
    expect(await findTokenHolder(site.db, token.secret, site.world.now)).toBeUndefined()
  })

  test('gets a new link', async () => {
    const otto = await site.person('otto@example.org', ['verifier'])
    expect((await act(otto, 'invite')).status).toBe(303)
    expect(await (await admin.get('/admin/people')).text()).toMatch(LINK)
  })

  test('who administers cannot lock themselves out', async () => {
    expect((await act(ada, 'disable')).status).toBe(422)
    expect((await act(ada, 'roles', { roles: ['editor'] })).status).toBe(422)
    expect((await act(ada, 'roles', { roles: ['editor', 'admin'] })).status).toBe(303)
    expect((await admin.get('/admin/people')).status).toBe(200)
  })

  test.each(['roles', 'disable', 'enable', 'invite'])(
    'who is unknown cannot be changed: %s',
    async (what) => {
      for (const id of ['01990000-0000-7000-8000-000000000000', 'x', '%00'])
        expect((await admin.post(`/admin/people/${id}/${what}`, {})).status).toBe(404)
    },
  )

  test.each(['roles', 'disable', 'enable', 'invite', ''])(
    'is changed by administrators alone: %s',
    async (what) => {
      await site.person('otto@example.org', ['verifier', 'editor'])
      const otto = site.visitor()
      await otto.signIn('otto@example.org')
      expect((await otto.get('/admin/people')).status).toBe(403)
      expect((await otto.post(`/admin/people${what ? `/${ada.id}/${what}` : ''}`, PERSON)).status).toBe(403)
    },
  )
})
