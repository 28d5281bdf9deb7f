import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { signIn, visit } from './visitor'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What the accessibility rules find on a page; names of rules with the first place each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(TAGS)} }).then((r) => r.violations.map((v) => v.id + ' ' + v.nodes[0].html))`,
  )
  return found as string[]
}

const OPEN = [
  '/',
  '/agreements',
  '/agreements/army-chiefs-tehran-2017',
  '/agreements/army-chiefs-tehran-2017/measures/1',
  '/agreements/army-chiefs-tehran-2017/measures/2',
  '/parties',
  '/parties/iran',
  '/parties/pakistan/with/iran',
  '/attention',
  '/search?q=hotline',
  '/ledger',
  '/about/method',
  '/sign-in',
  '/sign-in/forgotten',
  '/api/v1/docs',
  '/nothing-here',
  '/?as_of=2019-01-01',
]
const EDITORS = [
  '/account',
  '/account/second-factor',
  '/account/tokens',
  '/account/feeds',
  '/parties/new',
  '/parties/iran/revise',
  '/parties/iran/withdraw',
  '/agreements/new',
  '/agreements/army-chiefs-tehran-2017/revise',
  '/agreements/army-chiefs-tehran-2017/withdraw',
  '/agreements/army-chiefs-tehran-2017/note',
  '/agreements/army-chiefs-tehran-2017/measures/new',
  '/agreements/army-chiefs-tehran-2017/measures/1/revise',
  '/agreements/army-chiefs-tehran-2017/measures/1/withdraw',
  '/agreements/army-chiefs-tehran-2017/measures/1/report',
  '/agreements/army-chiefs-tehran-2017/measures/1/deadline',
  '/agreements/army-chiefs-tehran-2017/measures/1/note',
  '/agreements/army-chiefs-tehran-2017/measures/2/observation',
]

/** Looks at a page on a phone and on a desk: nothing sticks out, nothing is refused by the policy, no rule is broken. */
async function inspect(page: Page, address: string): Promise<string[]> {
  const faults: string[] = []
  page.removeAllListeners('console')
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 404/.test(message.text()))
      faults.push(`${address}: ${message.text()}`)
  })
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(address)
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
    if (wide > width) faults.push(`${address}: ${wide} px wide at ${width}`)
  }
  faults.push(...(await violations(page)).map((violation) => `${address}: ${violation}`))
  return faults
}

test.each(['light', 'dark'] as const)('every open page is sound, %s', async (colorScheme) => {
  const site = await visit({ seeds: true })
  const page = await site.open({ colorScheme, bypassCSP: true })
  const faults: string[] = []
  for (const address of OPEN) faults.push(...(await inspect(page, address)))
  const [report] = await site.world.db.read.selectFrom('report').select('id').orderBy('entry').execute()
  faults.push(...(await inspect(page, `/reports/${report?.id}`)))
  expect(faults).toEqual([])
})

test('every form is sound', async () => {
  const site = await visit({ seeds: true })
  const page = await site.open({ bypassCSP: true })
  await signIn(page, site, 'edith')
  const faults: string[] = []
  for (const address of EDITORS) faults.push(...(await inspect(page, address)))
  expect(faults).toEqual([])
})

test('the administrators’ pages are sound', async () => {
  const site = await visit()
  const page = await site.open({ bypassCSP: true })
  await signIn(page, site, 'adam')
  for (const address of ['/admin/people', '/admin/audit']) expect(await inspect(page, address)).toEqual([])
})

test('nothing on a page is refused by its own policy', async () => {
  const site = await visit({ seeds: true })
  const page = await site.open()
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text())
  })
  for (const address of OPEN) await page.goto(address)
  expect(refused).toEqual([])
})

test('an agreement prints in black on white without its navigation', async () => {
  const site = await visit({ seeds: true })
  const page = await site.open({ colorScheme: 'dark' })
  await page.goto('/agreements/army-chiefs-tehran-2017')
  await page.emulateMedia({ media: 'print' })
  const background = await page.evaluate('getComputedStyle(document.body).backgroundColor')
  expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(background)
  expect(await page.isVisible('header nav')).toBe(false)
})
