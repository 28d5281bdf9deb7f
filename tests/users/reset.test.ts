import { beforeEach, describe, expect, test } from 'vitest'
import { disableUser } from '../../src/users/disable-user'
import { OPERATOR } from '../../src/audit/audit'
import { mailerAt, mailLog, newMailServer } from './mail-server'
import { newSite, PASSWORD, type Site, textOf } from './site'

const CHOSEN = { password: 'a lantern of my own', password_again: 'a lantern of my own' }
const LINK = /http:\/\/localhost:3000(\/invitations\/[\w-]{43})\n/

let site: Site
let server: Awaited<ReturnType<typeof newMailServer>>
beforeEach(async () => {
  server = await newMailServer()
  site = await newSite({ mailer: server.mailer })
  await site.person('vera@example.org', ['verifier'])
})

const ask = async (email: string, address?: string) => {
  const answer = await site.visitor(address).post('/sign-in/forgotten', { email })
  await server.mailer.settled()
  return answer
}
const linkIn = (text = '') => LINK.exec(text)?.[1] ?? 'no link'
const audited = () => site.db.selectFrom('audit').selectAll().orderBy('at').orderBy('id').execute()

describe('a forgotten password', () => {
  test('is chosen anew with a link that comes by mail, once', async () => {
    const before = site.visitor()
    await before.signIn('vera@example.org')
    const answer = await ask(' Vera@Example.org ')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in/forgotten?asked'])
    expect(await textOf(await site.visitor().get('/sign-in/forgotten?asked'))).toContain('on its way')
    const [mail] = server.received
    expect(server.received).toHaveLength(1)
    expect(mail?.to).toEqual(['vera@example.org'])
    expect(mail?.head).toMatch(/^From: The keepers <register@example.org>$/m)
    expect(mail?.head).toMatch(/^Auto-Submitted: auto-generated$/m)
    expect(mail?.text).toContain('Hello Name of vera@example.org,\n')
    expect(mail?.text).toContain('within 1 hour:')
    const link = linkIn(mail?.text)
    const vera = site.visitor()
    expect((await vera.get(link)).headers.get('referrer-policy')).toBe('strict-origin')
    expect((await vera.post(link, CHOSEN)).status).toBe(303)
    expect((await vera.get('/account')).status).toBe(200)
    expect((await before.get('/account')).status).toBe(303)
    expect((await site.visitor().signIn('vera@example.org')).status).toBe(422)
    expect((await site.visitor().post(link, CHOSEN)).status).toBe(404)
  })

  test('is answered alike, and without any work, whoever is meant', async () => {
    const gone = await site.person('gone@example.org', ['editor'])
    await disableUser(site.world.deps, OPERATOR, gone.id)
    const known = await ask('vera@example.org')
    for (const email of ['nobody@example.org', 'gone@example.org']) {
      const other = await ask(email)
      expect([other.status, other.headers.get('location'), await other.text()]).toEqual([
        known.status,
        known.headers.get('location'),
        '',
      ])
    }
    expect(server.received.map(({ to }) => to)).toEqual([['vera@example.org']])
  })

  test('takes as long to be answered where there is nobody, also while the mail server sleeps', async () => {
    const asleep = await newMailServer({ onConnect: () => {} })
    const slow = await newSite({ mailer: asleep.mailer })
    await slow.person('vera@example.org', ['verifier'])
    const time = async (email: string, n: number) => {
      const start = performance.now()
      await slow.visitor(`203.0.113.${n}`).post('/sign-in/forgotten', { email })
      const took = performance.now() - start
      await new Promise((resolve) => setTimeout(resolve, 20))
      return took
    }
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
    await time('warm@example.org', 0)
    for (let n = 1; n < 16; n++) {
      times.known.push(await time('vera@example.org', n))
      times.unknown.push(await time('nobody@example.org', n))
    }
    const middle = (of: number[]) => of.sort((x, y) => x - y)[7] ?? 0
    const [known, unknown] = [middle(times.known), middle(times.unknown)]
    // The mail server would keep it waiting for five seconds.
    expect(known).toBeLessThan(1_000)
    expect(known).toBeLessThan(unknown * 3 + 20)
    expect(unknown).toBeLessThan(known * 3 + 20)
    await asleep.close()
    await asleep.mailer.settled()
  })

  test('holds for an hour', async () => {
    await ask('vera@example.org')
    const link = linkIn(server.received[0]?.text)
    site.later(3_600_000 - 1)
    expect((await site.visitor().get(link)).status).toBe(200)
    site.later(1)
    expect((await site.visitor().post(link, CHOSEN)).status).toBe(404)
  })

  test('is not hindered by others who ask too: three links an hour, each of them good', async () => {
    for (let n = 0; n < 6; n++) await ask('vera@example.org', `198.51.100.${n}`)
    expect(server.received).toHaveLength(3)
    for (const { text } of server.received) expect((await site.visitor().get(linkIn(text))).status).toBe(200)
    site.later(3_600_001)
    await ask('vera@example.org')
    expect(server.received).toHaveLength(4)
  })

  test('does not undo the link that an administrator gave', async () => {
    await site.person('ada@example.org', ['admin'])
    const ada = site.visitor()
    await ada.signIn('ada@example.org')
    const { id } = await site.db
      .selectFrom('user')
      .select('id')
      .where('email', '=', 'vera@example.org')
      .executeTakeFirstOrThrow()
    await ada.post(`/admin/people/${id}/invite`)
    const given = linkIn(server.received[0]?.text)
    await ask('vera@example.org', '198.51.100.7')
    expect((await site.visitor().get(given)).status).toBe(200)
  })

  test('cannot be asked for without end from one address', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 12; n++) statuses.push((await ask(`person-${n}@example.org`)).status)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 303), 429, 429])
    expect((await ask('vera@example.org', '198.51.100.7')).status).toBe(303)
    site.later(60_000)
    const again = await ask('vera@example.org')
    expect(again.status).toBe(303)
  })

  test.each(['', 'vera', 'vera@', '@example.org', 'a@b@c', `${'x'.repeat(260)}@example.org`])(
    'wants an address, not %j, and keeps what was typed',
    async (email) => {
      const answer = await ask(email)
      expect(answer.status).toBe(422)
      const html = await answer.text()
      expect(html).toContain('href="#field-email"')
      expect(html).toContain(`value="${email}"`)
      expect(server.received).toEqual([])
    },
  )

  test.each(['"a@b.c, vera"@example.org', 'vera@example.org,eve@example.org', 'vera\r\nBcc:eve@example.org'])(
    'sends nothing to an address that names another: %j',
    async (email) => {
      await ask(email)
      expect(server.received).toEqual([])
    },
  )

  test('is said to be an administrator’s matter where no mail is sent', async () => {
    const without = await newSite()
    const page = await without.visitor().get('/sign-in/forgotten')
    expect(await textOf(page)).toContain('An administrator can give you a one-time link')
    const answer = await without.visitor().post('/sign-in/forgotten', { email: 'vera@example.org' })
    expect(answer.status).toBe(422)
    expect(await without.db.selectFrom('invitation').selectAll().execute()).toEqual([])
  })

  test('leaves no link in the database, in the audit or in the log', async () => {
    await ask('vera@example.org')
    const secret = linkIn(server.received[0]?.text).split('/').at(-1) ?? 'none'
    expect(secret).toHaveLength(43)
    const stored = JSON.stringify([
      await site.db.selectFrom('invitation').selectAll().execute(),
      await audited(),
    ])
    expect(stored).not.toContain(secret)
    expect(mailLog()).not.toContain(secret)
  })
})

describe('a mail server that fails', () => {
  test('is told of in the log by its code and in the audit, and the link it did not take is forgotten', async () => {
    await server.close()
    await ask('vera@example.org')
    expect((await audited()).map(({ kind }) => kind)).toEqual(['reset_asked', 'mail_failed'])
    expect(await site.db.selectFrom('invitation').selectAll().execute()).toEqual([])
    expect(mailLog()).toContain('"code":"ESOCKET"')
    expect(mailLog()).not.toContain('vera@example.org')
  })

  test('is no reason to tell who has an account', async () => {
    const refusing = await newMailServer({
      onRcptTo: (_address, _session, done) => done(new Error('no such mailbox: vera@example.org')),
    })
    const other = await newSite({ mailer: refusing.mailer })
    await other.person('vera@example.org', ['verifier'])
    const answer = await other.visitor().post('/sign-in/forgotten', { email: 'vera@example.org' })
    await refusing.mailer.settled()
    expect(answer.headers.get('location')).toBe('/sign-in/forgotten?asked')
    expect(mailLog()).not.toContain('no such mailbox')
  })

  test('does not lose an invitation: its link is shown to the administrator', async () => {
    const dead = await newSite({ mailer: mailerAt('smtp://127.0.0.1:9') })
    await dead.person('ada@example.org', ['admin'])
    const ada = dead.visitor()
    await ada.signIn('ada@example.org')
    const answer = await ada.post('/admin/people', { email: 'otto@example.org', name: 'Otto' })
    expect(answer.headers.get('location')).toBe('/admin/people?unsent')
    const page = await (await ada.get('/admin/people?unsent')).text()
    expect(page).toContain('The mail server did not take the mail to otto@example.org')
    const link = /<code>http:\/\/localhost:3000(\/invitations\/[\w-]{43})<\/code>/.exec(page)?.[1] ?? ''
    expect((await dead.visitor().get(link)).status).toBe(200)
  })

  test('is not waited for long', { timeout: 30_000 }, async () => {
    const asleep = await newMailServer({ onConnect: () => {} })
    const slow = await newSite({ mailer: asleep.mailer })
    await slow.person('ada@example.org', ['admin'])
    const ada = slow.visitor()
    await ada.signIn('ada@example.org')
    const start = performance.now()
    const answer = await ada.post('/admin/people', { email: 'otto@example.org', name: 'Otto' })
    expect(answer.headers.get('location')).toBe('/admin/people?unsent')
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

describe('an invitation', () => {
  test('goes by mail and is shown to nobody', async () => {
    await site.person('ada@example.org', ['admin'])
    const ada = site.visitor()
    await ada.signIn('ada@example.org')
    const answer = await ada.post('/admin/people', { email: 'otto@example.org', name: 'آتو “O”' })
    expect(answer.headers.get('location')).toMatch(/^\/admin\/people\?sent=/)
    expect(answer.headers.getSetCookie()).toEqual([])
    const page = await (await ada.get(answer.headers.get('location') ?? '')).text()
    expect(page).toContain('A link was sent to \u2068آتو “O”\u2069 at otto@example.org')
    expect(page).not.toContain('/invitations/')
    const [mail] = server.received
    expect(mail?.to).toEqual(['otto@example.org'])
    expect(mail?.text).toContain('Hello آتو “O”,\n')
    expect(mail?.text).toContain('within 24 hours:')
    expect((await site.visitor().post(linkIn(mail?.text), CHOSEN)).status).toBe(303)
  })
})

test('the password for the mail server is taken from its address, whatever letters it has', async () => {
  const given: unknown[] = []
  const guarded = await newMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      given.push([username, password])
      done(null, { user: username })
    },
  })
  const mailer = mailerAt(`smtp://desk%40example.org:p%40ss%3Aw%2Frd@127.0.0.1:${guarded.port}`)
  const mail = { to: { name: 'Vera', address: 'vera@example.org' }, subject: 'x', text: 'x' }
  expect(await mailer.send(mail)).toBe(true)
  expect(given).toEqual([['desk@example.org', 'p@ss:w/rd']])
  expect(guarded.received).toHaveLength(1)
})

test('a reset asked for by a stranger does not end the password there is', async () => {
  await ask('vera@example.org')
  expect((await site.visitor().signIn('vera@example.org', PASSWORD)).status).toBe(303)
})
