import { beforeAll, describe, expect, test } from 'vitest'
import { newSite, type Site } from '../support/site'

let site: Site
beforeAll(async () => {
  site = await newSite()
})
const ask = (path: string, method: string) =>
  site.app.request(path, { method, headers: { 'sec-fetch-site': 'same-origin' } })

const A = '/agreements/visit-2017'
const READ = ['/', '/agreements', A, `${A}/measures/1`, '/attention/list.csv', `${A}/badge.svg`]
const FEEDS = ['/feed.json', `${A}/feed.atom`, `${A}/measures/1/feed.json`, '/calendar.ics', `${A}/calendar.ics`] // prettier-ignore

describe.each([...READ, ...FEEDS])('%s', (path) => {
  test('refuses another method and says which it takes', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await ask(path, method)
      expect([method, answer.status]).toEqual([method, 405])
      expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
      expect(await answer.text()).toContain('The page cannot be used that way')
    }
  })

  test('says so when asked, and lets other sites read feeds alone', async () => {
    const answer = await ask(path, 'OPTIONS')
    expect([answer.status, await answer.text()]).toEqual([204, ''])
    expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    const forAll = FEEDS.includes(path)
    expect(answer.headers.get('access-control-allow-origin')).toBe(forAll ? '*' : null)
    expect(answer.headers.get('access-control-allow-headers')).toBe(
      forAll ? 'If-None-Match, If-Modified-Since' : null,
    )
  })
})

test('a form takes what it is sent, and what takes nothing else is not read', async () => {
  expect((await ask('/sign-in', 'PUT')).headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS')
  const answer = await ask('/sign-out', 'GET')
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST, OPTIONS'])
})

test('what is sent in a form that nobody reads is told so', async () => {
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain' }
  const answer = await site.app.request('/sign-in', { method: 'POST', headers, body: 'x' })
  expect(answer.status).toBe(415)
  expect(await answer.text()).toContain('is in a form that this address does not read')
})

test('an address that is none is not found by any method', async () => {
  for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS', 'POST'])
    expect((await ask('/agreements/visit-2017/nowhere', method)).status).toBe(404)
})
