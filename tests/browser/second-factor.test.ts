import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PASSWORD, signIn, visit } from './visitor'

/** What an authenticator app shows that has read the key from the page; the site's clock stands still in tests. */
const codeFor = (key: string, now: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.parse(now) + steps * 30_000 })

async function give(page: Page, code: string): Promise<void> {
  await page.fill('input[name=code]', code)
  await page.press('input[name=code]', 'Enter')
}

test.each([
  ['with a script engine', true],
  ['without JavaScript', false],
])(
  'somebody sets up a second factor, signs in with it, and once without the phone, %s',
  async (_, javaScriptEnabled) => {
    const site = await visit()
    const page = await site.open({ javaScriptEnabled, viewport: { width: 360, height: 740 } })
    const refused: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text())
    })
    await signIn(page, site, 'vera')
    await page.goto('/account')
    await page.click('a[href="/account/second-factor"]')
    await page.fill('input[name=current_password]', PASSWORD)
    await page.press('input[name=current_password]', 'Enter')
    await page.waitForSelector('svg.qr')
    const picture = await page.locator('svg.qr').boundingBox()
    expect(picture?.width).toBeGreaterThan(180)
    expect(picture?.width).toBe(picture?.height)
    const key = ((await page.textContent('main p code')) ?? '').replaceAll(' ', '')
    await give(page, codeFor(key, site.world.now))
    await page.waitForSelector('.recovery-codes')
    const codes = await page.locator('.recovery-codes code').allTextContents()
    expect(codes).toHaveLength(10)
    await page.reload()
    expect(await page.locator('.recovery-codes').count()).toBe(0)

    const again = async (next: string) => {
      await page.goto('/account')
      await page.click('form[action="/sign-out"] button')
      await page.goto(next)
      await page.fill('input[name=email]', 'vera@example.org')
      await page.fill('input[name=password]', PASSWORD)
      await page.press('input[name=password]', 'Enter')
      await page.waitForURL((url) => url.pathname === '/sign-in/second-step')
    }
    await again('/account/tokens')
    await page.goto('/account')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await page.goto('/sign-in/second-step?next=%2Faccount%2Ftokens')
    // That of the set-up was taken already.
    await give(page, codeFor(key, site.world.now))
    await page.waitForSelector('.error-summary')
    await give(page, codeFor(key, site.world.now, 1))
    await page.waitForURL((url) => url.pathname === '/account/tokens')

    await again('/account')
    await give(page, codes[3] ?? '')
    await page.waitForURL((url) => url.pathname === '/account')
    await page.goto('/account/second-factor')
    expect(await page.textContent('main')).toContain('9 recovery codes are left')
    expect(refused).toEqual([])
  },
)
