import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { secureHeaders } from '../../src/web/secure-headers'

const headersOf = async (publicUrl: string, path = '/') => {
  const app = new Hono()
    .use(secureHeaders({ publicUrl }))
    .get('/', (c) => c.text('page'))
    .get('/card', (c) => {
      c.header('Content-Security-Policy', 'frame-ancestors *')
      return c.text('card')
    })
  return (await app.request(path)).headers
}

test.each([
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
  [
    'Content-Security-Policy',
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; connect-src 'self'; " +
      "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  ],
  ['Strict-Transport-Security', null],
])('%s is %s', async (name, value) => {
  expect((await headersOf('http://localhost:3000')).get(name)).toBe(value)
  expect((await headersOf('http://localhost:3000', '/nowhere')).get(name)).toBe(value)
})

test('https is insisted on where the site is served so', async () => {
  expect((await headersOf('https://follow.example')).get('Strict-Transport-Security')).toBe(
    'max-age=31536000',
  )
})

test('a route may loosen its own policy', async () => {
  const headers = await headersOf('http://localhost:3000', '/card')
  expect(headers.get('Content-Security-Policy')).toBe('frame-ancestors *')
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(headers.get('X-Frame-Options')).toBeNull()
})
