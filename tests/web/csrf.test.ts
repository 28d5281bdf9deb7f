import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { crossOriginProtection } from '../../src/web/csrf'

const app = new Hono()
  .use(crossOriginProtection({ publicUrl: 'https://follow.example' }))
  .all('*', (c) => c.text('done'))

const ask = async (method: string, headers: Record<string, string>, path = '/sign-in') =>
  (await app.request(`http://inner:3000${path}`, { method, headers })).status

describe('a form', () => {
  test.each<[number, Record<string, string>]>([
    [200, {}],
    [200, { 'sec-fetch-site': 'same-origin' }],
    [200, { 'sec-fetch-site': 'none' }],
    [200, { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }],
    [403, { 'sec-fetch-site': 'cross-site' }],
    [403, { 'sec-fetch-site': 'same-site' }],
    [403, { 'sec-fetch-site': 'Same-Origin' }],
    [403, { 'sec-fetch-site': 'cross-site', origin: 'https://follow.example' }],
    [200, { origin: 'https://follow.example' }],
    [200, { origin: 'http://inner:3000' }],
    [200, { origin: 'http://follow.local:8080', host: 'Follow.local:8080' }],
    [403, { origin: 'http://follow.example' }],
    [403, { origin: 'https://follow.example:8443' }],
    [403, { origin: 'https://evil.example' }],
    [403, { origin: 'https://follow.example.evil.example' }],
    [403, { origin: 'null' }],
    [403, { origin: 'nonsense' }],
    [403, { 'sec-fetch-site': 'cross-site', authorization: 'Bearer x' }],
  ])('is answered %i with %j', async (status, headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(await ask(method, headers)).toBe(status)
  })
})

test('reading is never refused', async () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    expect(await ask(method, { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).toBe(200)
})

test('a call by API passes with a token, and only with one', async () => {
  const evil = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  expect(await ask('POST', { ...evil, authorization: 'Bearer x' }, '/api/v1/x')).toBe(200)
  expect(await ask('POST', evil, '/api/v1/x')).toBe(403)
  expect(await ask('POST', { ...evil, authorization: 'Basic x' }, '/api/v1/x')).toBe(403)
})
