import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { hashPassword } from '../../src/users/password'
import { setPasswordHash } from '../../src/users/user.store'
import { launchBrowser } from '../support/browser'
import { newSite, type Site, type Who } from '../support/site'

export const PASSWORD = 'three old lanterns'

/** A fresh site on an address of its own, and a browser that visits it. */
export const visit = async (options: Parameters<typeof newSite>[0] = {}) => browse(await newSite(options))

/** A site on an address of its own, and a browser that visits it. */
export async function browse<S extends Site>(site: S) {
  const server = serve({ fetch: site.app.fetch, port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())))
  const address = `http://localhost:${(server.address() as AddressInfo).port}`
  const browser = await launchBrowser()
  const open = async (settings: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ baseURL: address, ...settings })
    const page = await context.newPage()
    // A page that asks another host for something, or whose own policy refuses something, has a fault.
    page.on('request', (request) => {
      if (!request.url().startsWith(address)) throw new Error(`asked ${request.url()}`)
    })
    return page
  }
  return { ...site, address, open }
}

/** Signs in through the form, as a person does. */
export async function signIn(page: Page, site: Site, who: Exclude<Who, 'stranger'>): Promise<void> {
  const user = site.users[who]
  if (!user) throw new Error(`nobody is called ${who}`)
  const hash = await hashPassword(PASSWORD)
  await site.world.db.write((tx) => setPasswordHash(tx, user.id, hash))
  await page.goto('/sign-in')
  await page.fill('input[name=email]', user.email)
  await page.fill('input[name=password]', PASSWORD)
  await page.press('input[name=password]', 'Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}
