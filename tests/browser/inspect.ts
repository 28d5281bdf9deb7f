import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

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

/** Looks at the page that is open on a phone and on a desk: nothing sticks out, all folded parts open, no rule is broken. */
export async function look(
  page: Page,
  name: string,
  widths: readonly number[] = [320, 1280],
): Promise<string[]> {
  const faults: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true')
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
    if (wide > width) faults.push(`${name}: ${wide} px wide at ${width}`)
    faults.push(...(await violations(page)).map((violation) => `${name} at ${width}: ${violation}`))
  }
  return faults
}

/** Opens an address and looks at it; also what its own policy refuses is a fault. */
export async function inspect(page: Page, address: string, widths?: readonly number[]): Promise<string[]> {
  const faults: string[] = []
  page.removeAllListeners('console')
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      faults.push(`${address}: ${message.text()}`)
  })
  await page.goto(address)
  faults.push(...(await look(page, address, widths)))
  return faults
}
