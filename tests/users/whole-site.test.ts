import pino from 'pino'
import { expect, test } from 'vitest'
import { createApp } from '../../src/app'
import { readConfig } from '../../src/config'
import { firstInvitation } from '../../src/users/first-invitation'
import { newWorld } from '../support/world'

// What only the whole site can get wrong: what stands around the routes of accounts.

async function newApp(lines: string[] = []) {
  const world = await newWorld()
  const { deps } = world
  const read = readConfig({})
  if ('faults' in read) throw new Error(read.faults.join())
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  return { world, deps, app: createApp(deps, read.config, log) }
}

test('a used invitation is never shown again from any memory', async () => {
  const { app, deps } = await newApp()
  const path = (await firstInvitation(deps)) ?? ''
  const page = await app.request(path)
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
  const body = new URLSearchParams({ password: 'three old lanterns', password_again: 'three old lanterns' })
  expect((await app.request(path, { method: 'POST', body })).status).toBe(303)
  expect((await app.request(path)).status).toBe(404)
})

test('a form from another site is refused, and signs nobody in', async () => {
  const { app } = await newApp()
  const headers = { 'sec-fetch-site': 'cross-site' }
  const body = new URLSearchParams({ email: 'a@example.org', password: 'x' })
  const answer = await app.request('/sign-in', { method: 'POST', headers, body })
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []])
})

test('nothing that opens anything is written to the log, not even when everything fails', async () => {
  const lines: string[] = []
  const { app, deps, world } = await newApp(lines)
  const link = (await firstInvitation(deps)) ?? ''
  const secret = link.split('/').at(-1) ?? ''
  const [password, key] = ['three old lanterns', 'K'.repeat(43)]
  const asks = async () => {
    const headers = { authorization: `Bearer ${key}`, cookie: `session=${key}; second-step=${key}` }
    await app.request(link)
    await app.request(`/feed.json?key=${key}`, { headers })
    await app.request('/api/v1/agreements', { headers })
    const body = new URLSearchParams({ email: 'admin@localhost', password, code: '123456' })
    for (const path of ['/sign-in', '/sign-in/second-step', '/sign-in/forgotten', '/account', link])
      await app.request(path, { method: 'POST', headers, body })
  }
  await asks()
  await world.close()
  await asks()
  expect(lines.length).toBeGreaterThan(10)
  expect(lines.join('')).toContain('request failed')
  for (const private_ of [secret, key, password, '123456', 'admin@localhost'])
    expect(lines.filter((line) => line.includes(private_))).toEqual([])
})
