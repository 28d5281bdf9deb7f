import { Secret, TOTP } from 'otpauth'
import { beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR } from '../../src/audit/audit'
import { disableUser } from '../../src/users/disable-user'
import { inviteUser } from '../../src/users/invite-user'
import type { User } from '../../src/users/user'
import { newSite, PASSWORD, type Site, textOf } from './site'

const PAGE = '/account/second-factor'
const STEP = '/sign-in/second-step'

let site: Site
let user: User
let vera: ReturnType<Site['visitor']>
beforeEach(async () => {
  site = await newSite()
  user = await site.person('vera@example.org', ['verifier'])
  vera = site.visitor()
  await vera.signIn('vera@example.org')
})

const totp = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) })
const codeOf = (secret: string) => totp(secret).generate({ timestamp: Date.parse(site.world.now) })
/** A code that no clock near this one shows. */
const wrongFor = (secret: string) => {
  const at = Date.parse(site.world.now)
  const near = [-1, 0, 1].map((n) => totp(secret).generate({ timestamp: at + n * 30_000 }))
  return ['000000', '111111', '222222', '333333'].find((code) => !near.includes(code)) ?? ''
}

async function setUp(who = vera): Promise<{ secret: string; codes: string[] }> {
  expect((await who.post(`${PAGE}/begin`, { current_password: PASSWORD })).status).toBe(303)
  const page = await (await who.get(PAGE)).text()
  const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? '').replaceAll(' ', '')
  expect(secret).toHaveLength(32)
  expect((await who.post(`${PAGE}/confirm`, { code: codeOf(secret) })).status).toBe(303)
  const shown = await (await who.get(PAGE)).text()
  const codes = [...shown.matchAll(/<code>([a-z2-7-]{19})<\/code>/g)].map((found) => found[1] ?? '')
  site.later(60_000)
  return { secret, codes }
}
const firstStep = async (next?: string) => {
  const visitor = site.visitor()
  const fields = { email: 'vera@example.org', password: PASSWORD, ...(next === undefined ? {} : { next }) }
  return { visitor, answer: await visitor.post('/sign-in', fields) }
}
const isIn = async (who: ReturnType<Site['visitor']>) => (await who.get('/account')).status === 200
const kinds = async () =>
  (await site.db.selectFrom('audit').select(['kind', 'detail']).orderBy('at').orderBy('id').execute()).map(
    ({ kind, detail }) => (detail === null ? kind : `${kind} ${detail}`),
  )

describe('a second factor', () => {
  test('is asked for after the password, which alone opens nothing', async () => {
    const { secret } = await setUp()
    const { visitor, answer } = await firstStep('/account?x=1')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${STEP}?next=%2Faccount%3Fx%3D1`])
    expect(answer.headers.getSetCookie().map((cookie) => cookie.split('=')[0])).toEqual(['second-step'])
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /; Max-Age=600; Path=\/sign-in; HttpOnly; SameSite=Strict$/,
    )
    expect(await isIn(visitor)).toBe(false)
    const page = await visitor.get(`${STEP}?next=%2Faccount%3Fx%3D1`)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(await page.text()).toContain('name="next" value="/account?x=1"')
    const through = await visitor.post(STEP, { code: codeOf(secret), next: '/account?x=1' })
    expect([through.status, through.headers.get('location')]).toEqual([303, '/account?x=1'])
    expect(await isIn(visitor)).toBe(true)
    expect([...visitor.cookies.keys()].sort()).toEqual(['device', 'session'])
  })

  test('keeps the secret sealed in the database, so that nobody reads it there or moves it to another', async () => {
    const { secret } = await setUp()
    const row = await site.db.selectFrom('second_factor').selectAll().executeTakeFirstOrThrow()
    expect(Object.values(row).join(' ')).not.toContain(secret)
    const other = await site.person('victor@example.org', ['verifier'])
    await site.world.db.write((tx) =>
      tx
        .insertInto('second_factor')
        .values({ ...row, user_id: other.id, last_step: 0 })
        .execute(),
    )
    const visitor = site.visitor()
    await visitor.post('/sign-in', { email: 'victor@example.org', password: PASSWORD })
    expect((await visitor.post(STEP, { code: codeOf(secret) })).status).toBe(422)
  })

  test('takes codes as people type them, of the step before and after, and no older', async () => {
    const { secret } = await setUp()
    const at = (ms: number) => totp(secret).generate({ timestamp: Date.parse(site.world.now) + ms })
    for (const [code, status] of [
      [at(-60_000), 422],
      [at(60_000), 422],
      ['', 422],
      ['12345', 422],
      [at(-30_000).replace(/(...)/, '$1 '), 303],
      [at(0).replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? ''), 303],
      [at(30_000), 303],
    ] as const) {
      const { visitor } = await firstStep()
      expect((await visitor.post(STEP, { code })).status, code).toBe(status)
      expect(await isIn(visitor)).toBe(status === 303)
    }
  })

  test('takes no code twice, nor an older one after a newer, nor the same from two at once', async () => {
    const { secret } = await setUp()
    const older = totp(secret).generate({ timestamp: Date.parse(site.world.now) - 30_000 })
    const code = codeOf(secret)
    const [one, two] = [(await firstStep()).visitor, (await firstStep()).visitor]
    const answers = await Promise.all([one.post(STEP, { code }), two.post(STEP, { code })])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    for (const again of [code, older]) {
      const { visitor } = await firstStep()
      expect((await visitor.post(STEP, { code: again })).status).toBe(422)
    }
  })

  test('gives codes for when the app is lost: shown once, stored as hashes, each good once', async () => {
    const { codes } = await setUp()
    expect(new Set(codes).size).toBe(10)
    expect(await (await vera.get(PAGE)).text()).not.toContain(codes[0])
    const stored = JSON.stringify(await site.db.selectFrom('recovery_code').selectAll().execute())
    for (const code of codes) expect(stored).not.toContain(code.replaceAll('-', ''))
    const [first = '', second = ''] = codes
    const one = await firstStep()
    expect((await one.visitor.post(STEP, { code: ` ${first.toUpperCase()} ` })).status).toBe(303)
    const two = await firstStep()
    expect((await two.visitor.post(STEP, { code: first })).status).toBe(422)
    const [three, four] = [(await firstStep()).visitor, (await firstStep()).visitor]
    const raced = await Promise.all([three.post(STEP, { code: second }), four.post(STEP, { code: second })])
    expect(raced.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await textOf(await vera.get(PAGE))).toContain('8 recovery codes are left')
    expect(await kinds()).toContain('signed_in recovery_code')
  })

  test('shows the codes of nobody else, whatever the browser says was just made', async () => {
    const { codes } = await setUp()
    await site.person('otto@example.org', ['editor'])
    const otto = site.visitor()
    await otto.signIn('otto@example.org')
    const value = codes.map((code) => code.replaceAll('-', '')).join('.')
    otto.cookies.set('shown-once', { value, path: PAGE })
    expect(await (await otto.get(PAGE)).text()).not.toContain(codes[0])
  })

  test('ends the other sessions when it is set up', async () => {
    const elsewhere = site.visitor()
    await elsewhere.signIn('vera@example.org')
    await setUp()
    expect(await isIn(elsewhere)).toBe(false)
    expect(await isIn(vera)).toBe(true)
  })

  test('is set up with the password and a right code only, and within a quarter of an hour', async () => {
    expect((await vera.post(`${PAGE}/begin`, { current_password: 'guess' })).status).toBe(422)
    expect(await textOf(await vera.get(PAGE))).not.toContain('Scan this picture')
    await vera.post(`${PAGE}/begin`, { current_password: PASSWORD })
    const page = await (await vera.get(PAGE)).text()
    expect(page).toMatch(/<svg class="qr" [^>]*role="img"/)
    const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? '').replaceAll(' ', '')
    expect((await vera.post(`${PAGE}/confirm`, { code: wrongFor(secret) })).status).toBe(422)
    expect((await site.visitor().signIn('vera@example.org')).headers.get('location')).toBe('/')
    site.later(15 * 60_000)
    expect((await vera.post(`${PAGE}/confirm`, { code: codeOf(secret) })).status).toBe(303)
    expect(await textOf(await vera.get(PAGE))).toContain('With a second factor, your account asks')
  })

  test('cannot be replaced by one that a stolen session makes', async () => {
    const { secret } = await setUp()
    await vera.post(`${PAGE}/begin`, { current_password: PASSWORD })
    expect(await (await vera.get(PAGE)).text()).not.toContain('Scan this picture')
    const { visitor } = await firstStep()
    expect((await visitor.post(STEP, { code: codeOf(secret) })).status).toBe(303)
  })

  test('is taken off by its owner with both password and code', async () => {
    const { secret } = await setUp()
    const remove = (current_password: string, code: string) =>
      vera.post(`${PAGE}/remove`, { current_password, code })
    const wrongPassword = await remove('guess', codeOf(secret))
    expect(wrongPassword.status).toBe(422)
    expect(await wrongPassword.text()).toContain('href="#field-current_password-remove"')
    const wrongCode = await remove(PASSWORD, wrongFor(secret))
    expect(wrongCode.status).toBe(422)
    expect(await wrongCode.text()).toContain('href="#field-code-remove"')
    expect((await remove(PASSWORD, codeOf(secret))).status).toBe(303)
    expect((await firstStep()).answer.headers.get('location')).toBe('/')
    expect(await site.db.selectFrom('recovery_code').selectAll().execute()).toEqual([])
  })

  test('gives new recovery codes for the password, and the old ones are over', async () => {
    const { codes } = await setUp()
    expect((await vera.post(`${PAGE}/codes`, { current_password: 'guess' })).status).toBe(422)
    expect((await vera.post(`${PAGE}/codes`, { current_password: PASSWORD })).status).toBe(303)
    const fresh = await (await vera.get(PAGE)).text()
    expect([...fresh.matchAll(/<code>[a-z2-7-]{19}<\/code>/g)]).toHaveLength(10)
    const { visitor } = await firstStep()
    expect((await visitor.post(STEP, { code: codes[0]! })).status).toBe(422)
  })
})

describe('the second step', () => {
  test('is nothing without a first', async () => {
    const { secret } = await setUp()
    const stranger = site.visitor()
    expect((await stranger.get(STEP)).headers.get('location')).toBe('/sign-in')
    for (const value of ['', 'x', 'A'.repeat(43)]) {
      if (value !== '') stranger.cookies.set('second-step', { value, path: '/sign-in' })
      const answer = await stranger.post(STEP, { code: codeOf(secret) })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in'])
      expect(await isIn(stranger)).toBe(false)
    }
  })

  test('is over after ten minutes, with a new password, a disabled account, and once it was taken', async () => {
    const { secret } = await setUp()
    const late = await firstStep()
    site.later(600_000)
    expect((await late.visitor.post(STEP, { code: codeOf(secret) })).headers.get('location')).toBe('/sign-in')

    const changed = await firstStep()
    const { password, password_again } = { password: 'a better lantern', password_again: 'a better lantern' }
    await vera.post('/account', { current_password: PASSWORD, password, password_again })
    expect((await changed.visitor.post(STEP, { code: codeOf(secret) })).headers.get('location')).toBe(
      '/sign-in',
    )

    const visitor = site.visitor()
    await visitor.signIn('vera@example.org', password)
    const kept = visitor.cookies.get('second-step')!
    expect((await visitor.post(STEP, { code: codeOf(secret) })).headers.get('location')).toBe('/')
    const replay = site.visitor()
    replay.cookies.set('second-step', kept)
    site.later(30_000)
    expect((await replay.post(STEP, { code: codeOf(secret) })).headers.get('location')).toBe('/sign-in')

    const gone = site.visitor()
    await gone.signIn('vera@example.org', password)
    await disableUser(site.world.deps, OPERATOR, user.id)
    expect((await gone.post(STEP, { code: codeOf(secret) })).headers.get('location')).toBe('/sign-in')
    expect(await isIn(gone)).toBe(false)
  })

  test('comes after a one-time link too', async () => {
    const { secret } = await setUp()
    const invited = await inviteUser(site.world.deps, OPERATOR, user.id)
    const link = invited.outcome === 'invited' ? `/invitations/${invited.secret}` : ''
    const visitor = site.visitor()
    const chosen = { password: 'a better lantern', password_again: 'a better lantern' }
    expect((await visitor.post(link, chosen)).headers.get('location')).toBe(STEP)
    expect(await isIn(visitor)).toBe(false)
    expect((await visitor.post(STEP, { code: codeOf(secret) })).headers.get('location')).toBe('/')
    expect(await isIn(visitor)).toBe(true)
  })

  test('slows down whoever guesses, whatever addresses they have, and not the owner in a browser of theirs', async () => {
    const { secret } = await setUp()
    const known = (await firstStep()).visitor
    await known.post(STEP, { code: codeOf(secret) })
    await known.post('/sign-out')
    site.later(60_000)
    const statuses: number[] = []
    for (let n = 0; n < 8; n++) {
      const thief = site.visitor(`198.51.100.${n}`)
      await thief.signIn('vera@example.org')
      statuses.push((await thief.post(STEP, { code: wrongFor(secret) })).status)
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429, 429])
    await known.signIn('vera@example.org')
    expect((await known.post(STEP, { code: codeOf(secret) })).status).toBe(303)
    expect((await kinds()).filter((kind) => kind === 'second_factor_failed')).toHaveLength(5)
  })

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example'])(
    'never leads off the site: %j',
    async (next) => {
      const { secret } = await setUp()
      const { visitor, answer } = await firstStep(next)
      expect(answer.headers.get('location')).toBe(STEP)
      const page = await visitor.get(`${STEP}?next=${encodeURIComponent(next)}`)
      expect(await page.text()).not.toContain('evil')
      const through = await visitor.post(STEP, { code: codeOf(secret), next })
      expect(through.headers.get('location')).toBe('/')
    },
  )

  test('gives a new session, whatever the browser brought', async () => {
    const { secret } = await setUp()
    const { visitor } = await firstStep()
    visitor.cookies.set('session', { value: 'F'.repeat(43), path: '/' })
    await visitor.post(STEP, { code: codeOf(secret) })
    expect(visitor.cookies.get('session')?.value).not.toBe('F'.repeat(43))
    expect(await isIn(visitor)).toBe(true)
  })
})

describe('where administrators need one', () => {
  test('an administrator without is led to it before any of their pages, and cannot take it off', async () => {
    site = await newSite({ adminSecondFactor: 'required' })
    await site.person('ada@example.org', ['admin'])
    const ada = site.visitor()
    await ada.signIn('ada@example.org')
    for (const path of ['/admin/people', '/admin/nothing-here'])
      expect((await ada.get(path)).headers.get('location')).toBe(`${PAGE}?needed`)
    const add = { email: 'otto@example.org', name: 'Otto' }
    expect((await ada.post('/admin/people', add)).headers.get('location')).toBe(`${PAGE}?needed`)
    expect(await site.db.selectFrom('user').select('id').execute()).toHaveLength(1)
    expect(await textOf(await ada.get(PAGE))).toContain('Administrators need a second factor here')
    const { secret } = await setUp(ada)
    expect((await ada.get('/admin/people')).status).toBe(200)
    const refused = await ada.post(`${PAGE}/remove`, { current_password: PASSWORD, code: codeOf(secret) })
    expect(refused.status).toBe(422)
    expect((await ada.get('/admin/people')).status).toBe(200)
  })

  test('nobody else is', async () => {
    site = await newSite({ adminSecondFactor: 'required' })
    await site.person('otto@example.org', ['editor'])
    const otto = site.visitor()
    await otto.signIn('otto@example.org')
    expect((await otto.get('/admin/people')).status).toBe(403)
    expect((await otto.get('/account')).status).toBe(200)
  })
})

describe('a lost second factor', () => {
  test('is taken off by an administrator, who cannot do so for themselves', async () => {
    await setUp()
    const ada = await site.person('ada@example.org', ['admin'])
    const admin = site.visitor()
    await admin.signIn('ada@example.org')
    expect(await textOf(await admin.get('/admin/people'))).toContain('Active, with a second factor')
    const act = (id: string) => admin.post(`/admin/people/${id}/remove-second-factor`)
    expect((await act(ada.id)).status).toBe(422)
    expect((await act(user.id)).status).toBe(303)
    expect((await act(user.id)).status).toBe(404)
    expect((await firstStep()).answer.headers.get('location')).toBe('/')
    const line = await site.db
      .selectFrom('audit')
      .selectAll()
      .where('kind', '=', 'second_factor_removed')
      .executeTakeFirst()
    expect(line).toMatchObject({ actor_id: ada.id, subject_id: user.id })
  })

  test('is taken off by nobody else', async () => {
    await setUp()
    await site.person('otto@example.org', ['editor', 'verifier'])
    const otto = site.visitor()
    await otto.signIn('otto@example.org')
    expect((await otto.post(`/admin/people/${user.id}/remove-second-factor`)).status).toBe(403)
    const answer = await site.visitor().post(`/admin/people/${user.id}/remove-second-factor`)
    expect(answer.headers.get('location')).toBe('/sign-in')
    expect((await firstStep()).answer.headers.get('location')).toBe(STEP)
  })
})
