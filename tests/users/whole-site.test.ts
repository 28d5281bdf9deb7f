import pino from 'pino'
import { expect, test } from 'vitest'
import { createApp } from '../../src/app'
import { readConfig } from '../../src/config'
import { firstInvitation } from '../../src/users/first-invitation'
import { newWorld } from '../support/world'

// What only the whole site can get wrong: what stands around the routes of accounts.

async function newApp() {
  const { deps } = await newWorld()
  const read = readConfig({})
  if ('faults' in read) throw new Error(read.faults.join())
  return { deps, app: createApp(deps, read.config, pino({ level: 'silent' })) }
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
