import { beforeEach, expect, test } from 'vitest'
import { clientAddress } from '../../src/users/client-address'
import { waitAfter } from '../../src/users/throttle'
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
  expect(waitAfter(1_000, { key: '', free: 30, longest: 60 })).toBe(60)
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
