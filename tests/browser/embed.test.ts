import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { agreement, claim, dataset, measure } from '../api/app'
import { launchBrowser } from '../support/browser'
import { inspect } from './inspect'
import { visit } from './visitor'

const PERSIAN = 'یادداشت تفاهم همکاری مرزی تهران و اسلام‌آباد'
const record = dataset([
  agreement('border', {
    title: 'Border <script>window.ran = 1</script> accord',
    measures: [measure('1', { title: PERSIAN, reports: [claim('iran', 2, '2026-11-01')] })],
  }),
])
const A = '/agreements/border'

/** Another site that shows ours. */
async function host(html: string): Promise<string> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!DOCTYPE html><html lang="en"><title>Elsewhere</title><main>${html}</main></html>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

test('another site shows the card, also sandboxed, and the badge, and cannot frame a page', async () => {
  const site = await visit({ record })
  const at = (path: string) => site.address + path
  const elsewhere = await host(
    `<iframe id="card" src="${at(`${A}/embed`)}"></iframe><iframe id="boxed" sandbox src="${at(`${A}/measures/1/embed`)}"></iframe>` +
      `<iframe id="page" src="${at(A)}"></iframe><img id="badge" src="${at(`${A}/measures/1/badge.svg`)}">`,
  )
  const page = await (await launchBrowser()).newPage()
  await page.goto(elsewhere)
  await page.waitForLoadState('networkidle')
  const card = page.frameLocator('#card')
  expect(await card.locator('h1').innerText()).toContain('Border <script>')
  expect(await card.locator('main').innerText()).toContain('As of 23 November 2026')
  const painted = 'getComputedStyle(document.querySelector("main")).borderTopStyle'
  const boxed = page.frames().find((frame) => frame.url().includes('/measures/1/embed'))
  const framed = page.frames().find((frame) => frame.url().endsWith(`${A}/embed`))
  expect(await framed?.evaluate(painted)).toBe('solid')
  expect(await framed?.evaluate('window.ran')).toBeUndefined()
  expect(await boxed?.locator('h1').innerText()).toBe(PERSIAN)
  expect(page.frames().some((frame) => frame.url() === at(A))).toBe(false)
  expect(await page.evaluate('document.getElementById("badge").naturalWidth')).toBeGreaterThan(200)
})

test.each(['light', 'dark'] as const)('card and badge are sound by themselves, %s', async (colorScheme) => {
  const site = await visit({ record })
  const page = await site.open({ colorScheme, bypassCSP: true })
  const faults = [...(await inspect(page, `${A}/embed`)), ...(await inspect(page, `${A}/measures/1/embed`))]
  expect(faults).toEqual([])
})

test('every text of a badge lies within its box as it is drawn, Persian too', async () => {
  const site = await visit({ record })
  const page = await site.open()
  const refused: string[] = []
  page.on('console', (message) => refused.push(message.text()))
  for (const path of [`${A}/badge.svg`, `${A}/measures/1/badge.svg`]) {
    await page.goto(path)
    const drawn = await page.evaluate<[number, number, number, number][]>(`
      [...document.querySelectorAll('text')].map((text, i) => {
        const letters = text.getBoundingClientRect(), box = document.querySelectorAll('rect')[i].getBoundingClientRect()
        return [letters.left, letters.right, box.left, box.right]
      })`)
    expect(drawn).toHaveLength(3)
    for (const [left, right, from, to] of drawn) {
      expect(left).toBeGreaterThan(from)
      expect(right).toBeLessThan(to)
      expect(right - left).toBeGreaterThan((to - from) / 2)
    }
  }
  expect(refused).toEqual([])
})
