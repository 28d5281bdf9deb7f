import { beforeAll, describe, expect, test } from 'vitest'
import { OPERATOR } from '../../src/audit/audit'
import { addFeedKey } from '../../src/users/add-feed-key'
import { addToken } from '../../src/users/add-token'
import { disableUser, enableUser } from '../../src/users/disable-user'
import { OF_A_USER } from '../../src/users/erase-user.store'
import { firstInvitation } from '../../src/users/first-invitation'
import { DOORS, routesOf } from '../security/doors'
import { type House, newHouse } from '../security/house'
import { newSite, type Site, type Who } from '../support/site'

// A register that is for its members only, as a stranger and as a member's programs find it.

let house: House
beforeAll(async () => {
  house = await newHouse({ READ_ACCESS: 'members' })
})

const keyOf = async (email = 'vera@example.org') => {
  const { id } = await house.world.db.read
    .selectFrom('user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  const added = await addFeedKey(house.world.deps, OPERATOR, id, 'reader')
  if (added.outcome !== 'added') throw new Error(added.outcome)
  return { id, secret: added.secret }
}
const tokenOf = async (scopes: string[], { world, users }: Site = house, who: Who = 'vera') => {
  const added = await addToken(world.deps, OPERATOR, users[who]!.id, { label: 'x', scopes })
  if (added.outcome !== 'added') throw new Error(added.outcome)
  return { authorization: `Bearer ${added.secret}` }
}
const FEEDS = [
  '/feed.json',
  '/feed.atom',
  '/calendar.ics',
  '/agreements/visit-2017/calendar.ics',
  '/agreements/visit-2017/feed.json',
  '/agreements/visit-2017/measures/1/feed.atom',
  '/parties/iran/feed.json',
]

describe('a stranger', () => {
  test('is shown nothing of the record at any address of the site, nor at one that is none', async () => {
    const told: string[] = []
    const doors = Object.entries(DOORS).filter(([name]) => routesOf(house).includes(name))
    expect(doors.length).toBeGreaterThan(60)
    for (const [name, door] of doors) {
      const answer = await house.knock(name, door, 'stranger')
      const body = await answer.text()
      if (/Hotline|Fence|Tehran|Iran\b|Türkiye|visit-2017/.test(body)) told.push(name)
      if (!door.always && !/private|no-store/.test(answer.headers.get('cache-control') ?? ''))
        told.push(`${name} may be kept: ${answer.headers.get('cache-control')}`)
    }
    for (const path of [
      '/nothing-here',
      '/api/v1/nothing',
      '/agreements/nothing',
      '/calendar.ics',
      '/x.csv',
    ]) {
      const { status } = await house.get(path)
      if (![303, 401].includes(status)) told.push(`${path}: ${status}`)
    }
    expect(told).toEqual([])
  })

  test('learns from the pages that stay open neither how much there is nor when it changed', async () => {
    for (const path of ['/sign-in', '/sign-in/forgotten', '/invitations/unknown']) {
      const html = await (await house.get(path)).text()
      expect(html).toContain('Sign in')
      expect(html).not.toMatch(/of the ledger|feed\.json|need attention|\/agreements/)
    }
    expect(await (await house.get('/healthz')).json()).toEqual({ status: 'ok' })
  })

  test('gets no further by other methods, by slashes or by letters', async () => {
    for (const [method, path] of [
      ['HEAD', '/'],
      ['HEAD', '/feed.json'],
      ['OPTIONS', '/api/v1/agreements'],
      ['PUT', '/agreements'],
      ['GET', '/sign-in/../agreements'],
      ['GET', '//agreements'],
      ['GET', '/Sign-In'],
      ['GET', '/sign-in/agreements'],
      ['GET', '/invitations/a/b'],
      ['GET', '/healthz/agreements'],
      ['GET', '/assets/../agreements'],
      ['POST', '/api/v1/agreements'],
    ] as const) {
      const answer = await house.app.request(path, { method, headers: { 'sec-fetch-site': 'same-origin' } })
      expect([303, 401, 404], `${method} ${path}`).toContain(answer.status)
      expect(await answer.text(), `${method} ${path}`).not.toMatch(/Hotline|Tehran/)
    }
  })

  test.each(FEEDS)('may have a browser ask whether a page may read %s, and learns nothing', async (path) => {
    const answer = await house.app.request(path, { method: 'OPTIONS' })
    expect([answer.status, await answer.text()]).toEqual([204, ''])
    expect(answer.headers.get('access-control-allow-headers')).toContain('If-None-Match')
  })

  test('can still use an invitation', async () => {
    const empty = await newHouse({ READ_ACCESS: 'members' })
    await empty.world.db.write(async (tx) => {
      for (const table of OF_A_USER) await tx.deleteFrom(table).execute()
      await tx.deleteFrom('user').execute()
    })
    const path = (await firstInvitation(empty.world.deps)) ?? ''
    expect((await empty.get(path)).status).toBe(200)
    const chosen = { password: 'a lantern of my own', password_again: 'a lantern of my own' }
    const answer = await empty.post(path, chosen)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
  })
})

describe('a member', () => {
  test('reads every page, and nobody on the way may keep it', async () => {
    for (const path of ['/', '/agreements/visit-2017', '/ledger', '/agreements/list.csv', ...FEEDS]) {
      const answer = await house.get(path, 'vera')
      expect([answer.status, answer.headers.get('cache-control')], path).toEqual([200, 'private, no-cache'])
    }
  })

  test('reads by token, if it may read, and is told what it may not', async () => {
    const reading = await tokenOf(['read'])
    for (const path of ['/api/v1/agreements', '/agreements/list.csv', '/feed.json']) {
      const answer = await house.get(path, 'stranger', reading)
      expect([answer.status, answer.headers.get('cache-control')], path).toEqual([200, 'private, no-cache'])
    }
    const reporting = await tokenOf(['report'])
    expect((await house.get('/api/v1/agreements', 'stranger', reporting)).status).toBe(403)
    const file = (headers: Record<string, string>) =>
      house.app.request('/api/v1/agreements/visit-2017/measures/1/reports', {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: '{}',
      })
    const refused = await file(reading)
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ status: 403, errors: [] })
    expect((await file(reporting)).status).toBe(422)
    const before = await house.entries()
    expect(await house.entries()).toBe(before)
  })

  test('looks up by token the draft that it filed, and no other’s', async () => {
    const closed = await newSite({ settings: { READ_ACCESS: 'members', FOUR_EYES: 'reports' } })
    const reporting = await tokenOf(['report'], closed)
    const filed = await closed.app.request('/api/v1/agreements/visit-2017/measures/1/reports', {
      method: 'POST',
      headers: { ...reporting, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'finding', stage: null, reason: 'not_looked', as_of: '2018-01-01' }),
    })
    expect(filed.status).toBe(202)
    const location = filed.headers.get('location') ?? ''
    const read = await closed.get(location, 'stranger', reporting)
    expect([read.status, await read.json()]).toEqual([200, await filed.json()])
    expect((await closed.get(location, 'stranger')).status).toBe(401)
    const other = await tokenOf(['report'], closed, 'pervez')
    expect((await closed.get(location, 'stranger', other)).status).toBe(404)
  })
})

describe('a feed reader', () => {
  test.each(FEEDS)('reads %s with a key in its address', async (path) => {
    const { secret } = await keyOf()
    const answer = await house.get(`${path}?key=${secret}`)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
    const etag = answer.headers.get('etag') ?? ''
    expect((await house.get(`${path}?key=${secret}`, 'stranger', { 'if-none-match': etag })).status).toBe(304)
  })

  test('follows the addresses that it is given, to the last page', async () => {
    const { secret } = await keyOf()
    const measures = Array.from({ length: 60 }, (_, n) => ({
      code: `X${n}`, title: `Measure ${n}`, obligation: 'one_off', owed_by: ['iran'],
    })) // prettier-ignore
    await house.load({
      format: 'followthrough-dataset/1',
      parties: [],
      agreements: [
        {
          slug: 'long', title: 'Long', kind: 'treaty', concluded_on: '2018-01-01', parties: ['iran'], measures,
        },
      ],
    }) // prettier-ignore
    const self = `http://localhost:3000/feed.json?key=${secret}`
    let [address, pages]: [string | undefined, number] = [self, 0]
    while (address !== undefined) {
      const answer = await house.get(address.replace('http://localhost:3000', ''))
      expect(answer.status).toBe(200)
      const feed = (await answer.json()) as { feed_url: string; next_url?: string; items: { id: string }[] }
      expect(feed.feed_url).toBe(self)
      for (const { id } of feed.items) expect(id).not.toContain(secret)
      address = feed.next_url
      pages += 1
    }
    expect(pages).toBeGreaterThan(1)
    const atom = await (await house.get(`/feed.atom?key=${secret}`)).text()
    expect(atom).toContain(`<link rel="self" href="http://localhost:3000/feed.atom?key=${secret}"`)
    expect(atom).toContain('<id>http://localhost:3000/feed.atom</id>')
  })

  test('opens feeds alone: no page, no list, no call, no form', async () => {
    const { secret } = await keyOf()
    for (const path of [
      '/',
      '/agreements',
      '/agreements/list.csv',
      '/api/v1/agreements',
      '/account',
      '/healthz/feed.json',
    ])
      expect([303, 401, 404], path).toContain((await house.get(`${path}?key=${secret}`)).status)
    expect((await house.post(`/feed.json?key=${secret}`, {})).status).not.toBe(200)
    for (const key of ['', 'x', 'A'.repeat(43), `${secret}x`, secret.toLowerCase()])
      expect((await house.get(`/feed.json?key=${key}`)).status, key).toBe(401)
  })

  test('is out at once when its key is revoked or its holder disabled, for good', async () => {
    const page = async () => (await house.get('/account/feeds', 'vera')).text()
    const { secret } = await keyOf()
    const [, id] = /\/account\/feeds\/([0-9a-f-]{36})\/revoke/.exec(await page()) ?? []
    expect((await house.post(`/account/feeds/${id}/revoke`, {}, 'edith')).status).toBe(404)
    expect((await house.get(`/feed.json?key=${secret}`)).status).toBe(200)
    expect((await house.post(`/account/feeds/${id}/revoke`, {}, 'vera')).status).toBe(303)
    expect((await house.post(`/account/feeds/${id}/revoke`, {}, 'vera')).status).toBe(404)
    expect((await house.get(`/feed.json?key=${secret}`)).status).toBe(401)

    const other = await keyOf('otto@example.org')
    expect((await house.get(`/feed.json?key=${other.secret}`)).status).toBe(200)
    await disableUser(house.world.deps, OPERATOR, other.id)
    expect((await house.get(`/feed.json?key=${other.secret}`)).status).toBe(401)
    await enableUser(house.world.deps, OPERATOR, other.id)
    expect((await house.get(`/feed.json?key=${other.secret}`)).status).toBe(401)
  })

  test('gets its address once, on its owner’s page, and the key is stored as a hash', async () => {
    const made = await house.post('/account/feeds', { label: 'my “phone”' }, 'edith')
    expect([made.status, made.headers.get('location')]).toEqual([303, '/account/feeds'])
    const [cookie = ''] = made.headers.getSetCookie()
    const secret = /^shown-once=([\w-]{43});/.exec(cookie)?.[1] ?? ''
    expect(cookie).toMatch(/; Path=\/account\/feeds; HttpOnly; SameSite=Strict$/)
    const session = house.cookieOf('edith')
    const shown = await house.get('/account/feeds', 'stranger', {
      cookie: `${session}; shown-once=${secret}`,
    })
    expect(await shown.text()).toContain(`http://localhost:3000/feed.json?key=${secret}`)
    expect(await (await house.get('/account/feeds', 'edith')).text()).not.toContain(secret)
    const others = { cookie: `${house.cookieOf('irene')}; shown-once=${secret}` }
    expect(await (await house.get('/account/feeds', 'stranger', others)).text()).not.toContain(secret)
    const stored = await house.world.db.read.selectFrom('feed_key').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(secret)
    expect((await house.post('/account/feeds', { label: ' ' }, 'edith')).status).toBe(422)
  })
})
