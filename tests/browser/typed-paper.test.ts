import { expect, test } from 'vitest'
import { inspect } from './inspect'
import { signIn, visit } from './visitor'

const NEW = '/agreements/visit-2017/measures/new'

test('the checklist follows what is typed, by script from our own host', async () => {
  const site = await visit()
  const page = await site.open()
  await signIn(page, site, 'edith')
  const before = await site.entries()
  await page.goto(NEW)
  const score = () => page.textContent('#paper-score')
  expect(await score()).toContain('0 of 8')
  await page.fill('[name=criterion]', 'Every sector was patrolled.')
  await page.waitForSelector('#paper-score:has-text("1 of 8")')
  await page.check('[name=owed_by][value=iran]')
  await page.fill('[name="bodies.iran"]', 'Border guards')
  await page.waitForSelector('#paper-score:has-text("2 of 8")')
  await page.fill('[name=criterion]', '')
  await page.waitForSelector('#paper-score:has-text("1 of 8")')
  expect(await page.textContent('#paper-points .met')).toContain('A body named')
  expect(new URL(page.url()).pathname).toBe(NEW)
  expect(await site.entries()).toBe(before)
  expect(await inspect(page, NEW)).toEqual([])
})

test('without script its button does the same, and Enter in a field still records', async () => {
  const site = await visit()
  const page = await site.open({ javaScriptEnabled: false })
  await signIn(page, site, 'edith')
  await page.goto(NEW)
  await page.fill('[name=criterion]', 'Every sector was patrolled.')
  await page.click('button[name=check]')
  await page.waitForURL(/#paper$/)
  expect(await page.textContent('#paper-score')).toContain('1 of 8')
  expect(await page.inputValue('[name=criterion]')).toBe('Every sector was patrolled.')
  await page.fill('[name=code]', '7')
  await page.fill('[name=title]', 'Patrols')
  await page.check('[name=obligation][value=continuing]')
  await page.check('[name=owed_by][value=iran]')
  await page.press('[name=title]', 'Enter')
  await page.waitForURL((url) => url.pathname === '/agreements/visit-2017/measures/7')
})
