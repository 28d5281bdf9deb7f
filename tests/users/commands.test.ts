import { beforeEach, expect, test } from 'vitest'
import { OPERATOR } from '../../src/audit/audit'
import { addFeedKey } from '../../src/users/add-feed-key'
import { confirmSecret, hasSecondFactor, proposeSecret } from '../../src/users/second-factor.store'
import * as commands from '../../src/users/user.commands'
import { newSite, PASSWORD, type Site } from './site'

let site: Site
beforeEach(async () => {
  site = await newSite()
})

const NEW = { email: 'Desk@Example.org', name: 'Desk', roles: ['editor', 'admin'] }
const wish = (label: string) => ({ label, scopes: ['read', 'report'] })
const faultsOf = (result: object) => ('faults' in result ? result.faults : [])

test('user add invites, or takes a password', async () => {
  const { deps } = site.world
  const added = await commands.addUser(deps, NEW)
  expect(added).toMatchObject({
    user: { email: 'desk@example.org', roles: ['editor', 'admin'], party: null },
  })
  expect(added).toHaveProperty('path', expect.stringMatching(/^\/invitations\/[\w-]{43}$/))
  const second = {
    email: 'two@example.org',
    name: 'Two',
    roles: ['reporter'],
    party: 'iran',
    password: PASSWORD,
  }
  expect(await commands.addUser(deps, second)).toMatchObject({ path: null, user: { party: 'iran' } })
  expect((await site.visitor().signIn('two@example.org')).status).toBe(303)
  expect((await commands.listUsers(deps)).map(({ email }) => email)).toEqual([
    'desk@example.org',
    'two@example.org',
  ])
})

test('user add says all that is wrong, and adds nothing', async () => {
  const result = await commands.addUser(site.world.deps, {
    email: 'x',
    name: '',
    roles: ['owner'],
    password: 'short',
  })
  expect(faultsOf(result)).toEqual([
    expect.stringMatching(/^email: /),
    expect.stringMatching(/^name: /),
    expect.stringMatching(/^roles: /),
    expect.stringMatching(/^password: Choose a password of at least 10/),
  ])
  const reporter = await commands.addUser(site.world.deps, { ...NEW, roles: ['reporter'], party: 'atlantis' })
  expect(faultsOf(reporter)).toEqual(['party: “atlantis” is no party of this register.'])
  expect(await commands.listUsers(site.world.deps)).toEqual([])
})

test('user invite makes a new link, for the only account without being told whom', async () => {
  const { deps } = site.world
  expect(faultsOf(await commands.inviteUser(deps))).toHaveLength(1)
  const first = await commands.firstInvitation(deps)
  const again = await commands.inviteUser(deps)
  expect(again).toMatchObject({ user: { email: 'admin@localhost' } })
  expect((await site.visitor().get(first ?? '')).status).toBe(404)
  expect((await site.visitor().get('path' in again ? again.path : '')).status).toBe(200)
  await commands.addUser(deps, NEW)
  expect(faultsOf(await commands.inviteUser(deps))).toHaveLength(1)
  expect(await commands.inviteUser(deps, 'DESK@example.org')).toHaveProperty('path')
  await commands.disableUser(deps, 'desk@example.org')
  expect(faultsOf(await commands.inviteUser(deps, 'desk@example.org'))).toHaveLength(1)
})

test('user password ends every session; user disable shuts the account', async () => {
  const { deps } = site.world
  await site.person('desk@example.org', ['admin'])
  const desk = site.visitor()
  await desk.signIn('desk@example.org')
  expect(faultsOf(await commands.setPassword(deps, 'desk@example.org', '1234567890'))).toHaveLength(1)
  expect((await desk.get('/account')).status).toBe(200)
  expect(await commands.setPassword(deps, 'desk@example.org', 'a better lantern')).toHaveProperty('user')
  expect((await desk.get('/account')).status).toBe(303)
  expect((await desk.signIn('desk@example.org', 'a better lantern')).status).toBe(303)
  expect(await commands.disableUser(deps, 'desk@example.org')).toHaveProperty('user')
  expect((await desk.get('/account')).status).toBe(303)
})

test('token add, list and revoke', async () => {
  const { deps } = site.world
  await site.person('desk@example.org', ['editor'])
  const added = await commands.addToken(deps, 'desk@example.org', wish('nightly'))
  expect(added).toMatchObject({ secret: expect.stringMatching(/^[\w-]{43}$/) })
  const id = 'id' in added ? added.id : ''
  expect(await commands.listTokens(deps)).toMatchObject([
    { id, email: 'desk@example.org', label: 'nightly', revokedAt: null },
  ])
  expect(faultsOf(await commands.addToken(deps, 'desk@example.org', wish(' ')))).toEqual([
    'label: Fill this in.',
  ])
  await commands.revokeToken(deps, id)
  expect(await commands.listTokens(deps)).toMatchObject([{ id, revokedAt: site.world.now }])
})

test('user second-factor takes it off, once', async () => {
  const { deps } = site.world
  const { id } = await site.person('desk@example.org', ['admin'])
  const { now } = site.world
  await site.world.db.write((tx) => proposeSecret(tx, id, 'A'.repeat(32), now))
  await site.world.db.write((tx) => confirmSecret(tx, id, 1, now))
  expect(await site.visitor().signIn('desk@example.org')).toHaveProperty('status', 303)
  expect(await hasSecondFactor(site.db, id)).toBe(true)
  expect(await commands.removeSecondFactor(deps, 'Desk@example.org')).toHaveProperty('user')
  expect(await hasSecondFactor(site.db, id)).toBe(false)
  expect(faultsOf(await commands.removeSecondFactor(deps, 'desk@example.org'))).toHaveLength(1)
})

test('disabling ends tokens and feed keys at once, and keeps the name', async () => {
  const { deps } = site.world
  const user = await site.person('desk@example.org', ['editor'])
  await commands.addToken(deps, 'desk@example.org', wish('nightly'))
  await addFeedKey(deps, OPERATOR, user.id, 'phone')
  await commands.disableUser(deps, 'desk@example.org')
  for (const table of ['token', 'feed_key'] as const)
    expect(await site.db.selectFrom(table).select('revoked_at').execute()).toEqual([
      { revoked_at: site.world.now },
    ])
  expect((await commands.listUsers(deps))[0]).toMatchObject({ name: user.name, disabledAt: site.world.now })
  expect(faultsOf(await commands.addToken(deps, 'desk@example.org', wish('another')))).toHaveLength(1)
})

test.each([
  (deps: Site['world']['deps']) => commands.removeSecondFactor(deps, 'no@example.org'),
  (deps: Site['world']['deps']) => commands.inviteUser(deps, 'no@example.org'),
  (deps: Site['world']['deps']) => commands.setPassword(deps, 'no@example.org', PASSWORD),
  (deps: Site['world']['deps']) => commands.disableUser(deps, 'no@example.org'),
  (deps: Site['world']['deps']) => commands.addToken(deps, 'no@example.org', wish('x')),
])('every command says so when nobody has that address (%#)', async (command) => {
  expect(faultsOf(await command(site.world.deps))).toEqual([expect.stringContaining('no@example.org')])
})
