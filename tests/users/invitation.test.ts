import { beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR } from '../../src/audit/audit'
import { disableUser } from '../../src/users/disable-user'
import { firstInvitation } from '../../src/users/first-invitation'
import { inviteUser } from '../../src/users/invite-user'
import { newSite, PASSWORD, type Site, textOf } from './site'

let site: Site
beforeEach(async () => {
  site = await newSite()
})

const CHOSEN = { password: 'a lantern of my own', password_again: 'a lantern of my own' }
const invited = async (email = 'otto@example.org') => {
  const user = await site.person(email, ['editor'])
  const invitation = await inviteUser(site.world.deps, OPERATOR, user.id)
  if (invitation.outcome !== 'invited') throw new Error(invitation.outcome)
  return { user, secret: invitation.secret, path: `/invitations/${invitation.secret}` }
}
const gone = async (response: Response) => {
  expect(response.status).toBe(404)
  expect(await textOf(response)).toContain('ask an administrator for a new link')
}

describe('an invitation', () => {
  test('lets somebody choose a password and signs them in; once', async () => {
    const { path } = await invited()
    const otto = site.visitor()
    const page = await otto.get(path)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('otto@example.org')
    const answer = await otto.post(path, CHOSEN)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
    expect((await otto.get('/account')).status).toBe(200)
    await gone(await site.visitor().get(path))
    await gone(await site.visitor().post(path, CHOSEN))
    expect((await site.visitor().signIn('otto@example.org', CHOSEN.password)).status).toBe(303)
  })

  test('is used once even when posted twice at once', async () => {
    const { path } = await invited()
    const answers = await Promise.all([site.visitor().post(path, CHOSEN), site.visitor().post(path, CHOSEN)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404])
  })

  test('holds for a day', async () => {
    const { path } = await invited()
    site.later(86_400_000 - 1)
    expect((await site.visitor().get(path)).status).toBe(200)
    site.later(1)
    await gone(await site.visitor().get(path))
    await gone(await site.visitor().post(path, CHOSEN))
  })

  test('ends with a newer one, a new password and a disabled account', async () => {
    const first = await invited()
    await inviteUser(site.world.deps, OPERATOR, first.user.id)
    await gone(await site.visitor().get(first.path))
    const second = await invited('pia@example.org')
    const pia = site.visitor()
    await pia.signIn('pia@example.org')
    await pia.post('/account', { current_password: PASSWORD, ...CHOSEN })
    await gone(await site.visitor().get(second.path))
    const third = await invited('max@example.org')
    await disableUser(site.world.deps, OPERATOR, third.user.id)
    await gone(await site.visitor().get(third.path))
  })

  test('ends the sessions that the old password opened', async () => {
    const { path } = await invited()
    const before = site.visitor()
    await before.signIn('otto@example.org')
    await site.visitor().post(path, CHOSEN)
    expect((await before.get('/account')).status).toBe(303)
  })

  test.each([
    ['short', 'password'],
    ['x'.repeat(1_001), 'password'],
    ['PassWord123', 'password'],
    ['Otto@Example.org', 'password'],
  ])('refuses the password %j and stays good', async (password, field) => {
    const { path } = await invited()
    const answer = await site.visitor().post(path, { password, password_again: password })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(`href="#field-${field}"`)
    expect(html).not.toContain(`value="${password}"`)
    expect((await site.visitor().post(path, CHOSEN)).status).toBe(303)
  })

  test('refuses two that differ', async () => {
    const { path } = await invited()
    const answer = await site.visitor().post(path, { ...CHOSEN, password_again: 'another one here' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('href="#field-password_again"')
  })

  test('is stored as a hash only, and unknown ones lead nowhere', async () => {
    const { secret } = await invited()
    expect(JSON.stringify(await site.db.selectFrom('invitation').selectAll().execute())).not.toContain(secret)
    for (const token of ['x', 'A'.repeat(43), '%00', '..%2f..'])
      await gone(await site.visitor().get(`/invitations/${token}`))
  })
})

describe('the first invitation', () => {
  test('makes an administrator who can do everything at once, on a database without anybody', async () => {
    const path = await firstInvitation(site.world.deps)
    const admin = site.visitor()
    expect((await admin.post(path ?? '', CHOSEN)).status).toBe(303)
    expect((await admin.get('/admin/people')).status).toBe(200)
    const roles = await site.db.selectFrom('user_role').select('role').orderBy('role').execute()
    expect(roles.map(({ role }) => role)).toEqual(['admin', 'editor', 'verifier'])
    expect(await firstInvitation(site.world.deps)).toBeUndefined()
  })

  test('is made by one of two processes that start together', async () => {
    const { deps } = site.world
    const made = await Promise.all([firstInvitation(deps), firstInvitation(deps)])
    expect(made.filter((path) => path !== undefined)).toHaveLength(1)
  })
})
