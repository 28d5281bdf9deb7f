import { beforeEach, describe, expect, test } from 'vitest'
import { clientAddress } from '../../src/users/client-address'
import { countersFor, stillCounted, waitAfter } from '../../src/users/throttle'
import { newSite, PASSWORD, type Site } from './site'

let site: Site
beforeEach(async () => {
  site = await newSite()
  await site.person('vera@example.org', ['verifier'])
})

const fail = async (times: number, email = 'vera@example.org', address?: string) => {
  const statuses: number[] = []
  for (let n = 0; n < times; n++) statuses.push((await site.visitor(address).signIn(email, 'wrong')).status)
  return statuses
}

test('five failures are free, then one waits, the rightful user too, and the address typed is kept', async () => {
  expect(await fail(6)).toEqual([422, 422, 422, 422, 422, 429])
  const answer = await site.visitor().signIn('vera@example.org')
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '5'])
  const html = await answer.text()
  expect(html).toContain('value="vera@example.org"')
  expect(html).toContain('5 seconds')
  site.later(5_000)
  expect((await site.visitor().signIn('vera@example.org')).status).toBe(303)
})

test('nobody is kept out from afar', async () => {
  await fail(40, 'vera@example.org', '198.51.100.7')
  expect((await site.visitor().signIn('vera@example.org')).status).toBe(303)
})

test('waits grow, to a quarter of an hour at most, and an hour of quiet is forgotten', async () => {
  await fail(5)
  const waits: (string | null)[] = []
  for (let n = 0; n < 10; n++) {
    const answer = await site.visitor().signIn('vera@example.org', 'wrong')
    const wait = answer.headers.get('retry-after')
    waits.push(wait)
    site.later(Number(wait) * 1_000)
    await fail(1)
  }
  expect(waits).toEqual(['5', '10', '20', '40', '80', '160', '320', '640', '900', '900'])
  site.later(900_000 + 3_600_000)
  expect(await fail(5)).toEqual([422, 422, 422, 422, 422])
})

test('a right sign-in clears the failures of the account there', async () => {
  await fail(4)
  await site.visitor().signIn('vera@example.org')
  expect(await fail(5)).toEqual([422, 422, 422, 422, 422])
})

test('one address that tries many accounts waits a minute at most', async () => {
  for (let n = 0; n < 30; n++) await fail(1, `person-${n}@example.org`)
  const answer = await site.visitor().signIn('vera@example.org')
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '5'])
  expect(waitAfter(1_000, { key: '', free: 30, longest: 60, forgiving: false })).toBe(60)
})

describe('many addresses that guess at one account', () => {
  const guess = (n: number) => site.visitor(`198.51.${n >> 8}.${n & 255}`).signIn('vera@example.org', 'wrong')

  test('wait for one another', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 25; n++) statuses.push((await guess(n)).status)
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 422))
    expect(statuses.slice(20)).toEqual(Array.from({ length: 5 }, () => 429))
  })

  test('do not keep its owner out of a browser that was in it before', async () => {
    const vera = site.visitor()
    await vera.signIn('vera@example.org')
    await vera.post('/sign-out')
    for (let n = 0; n < 25; n++) await guess(n)
    expect((await vera.signIn('vera@example.org')).status).toBe(303)
    expect((await site.visitor('192.0.2.1').signIn('vera@example.org')).status).toBe(429)
  })

  test('keep its owner out of any other browser for five minutes at most, and not from a one-time link', async () => {
    for (let n = 0; n < 40; n++) {
      const answer = await guess(n)
      const wait = Number(answer.headers.get('retry-after') ?? 0)
      expect(wait).toBeLessThanOrEqual(300)
      if (n > 30) site.later(wait * 1_000)
    }
    site.later(300_000)
    expect((await site.visitor('192.0.2.1').signIn('vera@example.org')).status).toBe(303)
  })

  test('are remembered for as long as they go on, and forgotten one every two minutes', async () => {
    for (let n = 0; n < 20; n++) await guess(n)
    site.later(120_000 * 10)
    const statuses: number[] = []
    for (let n = 100; n < 112; n++) statuses.push((await guess(n)).status)
    expect(statuses.filter((status) => status === 422)).toHaveLength(10)
  })

  test('look at no more than thirty passwords an hour, however long they try', () => {
    const [account] = countersFor({ email: 'vera@example.org', address: 'x', device: null }).slice(-1)
    if (!account) throw new Error('an account has a counter')
    let [failures, until, looked] = [0, 0, 0]
    for (let now = 0; now < 24 * 3_600_000; now += 500) {
      if (now < until) continue
      failures = stillCounted(failures, until, now, account) + 1
      until = now + waitAfter(failures, account) * 1_000
      looked += 1
    }
    expect(looked).toBeGreaterThan(100)
    expect(looked).toBeLessThanOrEqual(20 + 24 * 30)
  })

  test('learn nothing from the mark of a device that is another account’s', async () => {
    await site.person('eve@example.org', ['editor'])
    const eve = site.visitor()
    await eve.signIn('eve@example.org')
    for (let n = 0; n < 25; n++) await guess(n)
    expect((await eve.signIn('vera@example.org')).status).toBe(429)
  })

  test('get nowhere with a stolen mark either', async () => {
    const vera = site.visitor()
    await vera.signIn('vera@example.org')
    const thief = site.visitor('198.51.100.1')
    thief.cookies.set('device', vera.cookies.get('device')!)
    const statuses: number[] = []
    for (let n = 0; n < 12; n++) statuses.push((await thief.signIn('vera@example.org', 'wrong')).status)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429, 429])
  })
})

test('an office behind one address is slowed by its own guesser for a minute, and not where its people work', async () => {
  const vera = site.visitor()
  await vera.signIn('vera@example.org')
  for (let n = 0; n < 40; n++) await fail(1, `person-${n}@example.org`)
  expect((await site.visitor().signIn('vera@example.org')).status).toBe(429)
  expect((await vera.signIn('vera@example.org')).status).toBe(303)
})

test('many attempts at once do not slip past together', async () => {
  const vera = site.visitor()
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => vera.signIn('vera@example.org', 'wrong')),
  )
  const statuses = answers.map(({ status }) => status).sort()
  expect(statuses).toEqual([...Array.from({ length: 5 }, () => 422), ...Array.from({ length: 7 }, () => 429)])
})

test('a stolen session cannot try out passwords either', async () => {
  const vera = site.visitor()
  await vera.signIn('vera@example.org')
  const change = (current: string) =>
    vera.post('/account', {
      current_password: current,
      password: 'a better one 1',
      password_again: 'a better one 1',
    })
  for (let n = 0; n < 5; n++) expect((await change('guess')).status).toBe(422)
  const answer = await change(PASSWORD)
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '5'])
})

test.each([
  ['203.0.113.9', undefined, false, '203.0.113.9'],
  ['::ffff:203.0.113.9', undefined, false, '203.0.113.9'],
  ['203.0.113.9', '1.1.1.1, 198.51.100.7', false, '203.0.113.9'],
  ['203.0.113.9', '1.1.1.1, 198.51.100.7', true, '198.51.100.7'],
  ['203.0.113.9', '', true, '203.0.113.9'],
  ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', undefined, false, '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::1', undefined, false, '2001:db8:1:2::/64'],
  ['::1', undefined, false, '0:0:0:0::/64'],
  [undefined, undefined, true, 'unknown'],
])(
  'attempts from %s, forwarded for %s, proxy trusted %s, are counted under %s',
  (socket, forwarded, trust, counted) => {
    expect(clientAddress({ incoming: { socket: { remoteAddress: socket } } }, forwarded, trust)).toBe(counted)
  },
)
