import { expect, test } from 'vitest'
import { signIn, visit } from './visitor'

const MEASURE = '/agreements/visit-2017/measures/1'

test.each([
  ['with a script engine', true],
  ['without JavaScript', false],
])(
  'a focal point signs in, previews a claim, records it and sees it everywhere, %s',
  async (_, javaScriptEnabled) => {
    const site = await visit()
    const page = await site.open({ javaScriptEnabled, viewport: { width: 360, height: 740 } })
    await signIn(page, site, 'irene')
    await page.goto(MEASURE)
    await page.click('a[href$="/report"]')
    await page.check('input[name=stage][value="2"]')
    await page.fill('textarea[name=summary]', 'The line was tested twice.')
    await page.selectOption('select[name=evidence_kind] >> nth=0', 'record')
    await page.fill('input[name=evidence_title] >> nth=0', 'Minutes of the test')
    await page.click('button[name=preview]')
    await page.waitForSelector('text=The line was tested twice.')
    expect(await site.world.db.read.selectFrom('report').selectAll().execute()).toEqual([])
    await page.click('main button[type=submit]:not([name])')
    await page.waitForURL((url) => url.pathname === MEASURE)
    expect(await page.textContent('main')).toContain('The line was tested twice.')
    expect(await page.textContent('main')).toContain('Partly implemented')
    await page.goto('/')
    expect(await page.textContent('main')).toContain('Hotline between commanders')
    const feed = await (await site.get('/feed.json')).text()
    expect(feed).toContain('Hotline between commanders')
    const history = await (await site.get(`/api/v1${MEASURE}/reports`)).text()
    expect(history).toContain('The line was tested twice.')
  },
)

test('a refused form says what is wrong, leads to the field and keeps what was typed', async () => {
  const site = await visit()
  const page = await site.open()
  await signIn(page, site, 'irene')
  await page.goto(`${MEASURE}/report`)
  await page.check('input[name=stage][value="1"]')
  await page.fill('textarea[name=summary]', 'گزارش نخست')
  await page.fill('input[name=as_of]', '2016-01-01')
  await page.click('main button[type=submit]:not([name])')
  await page.waitForSelector('.error-summary, [role=alert]')
  expect(await page.inputValue('textarea[name=summary]')).toBe('گزارش نخست')
  expect(await page.isChecked('input[name=stage][value="1"]')).toBe(true)
  await page.click('.error-summary a, [role=alert] a')
  expect(await page.evaluate('document.activeElement?.getAttribute("name")')).toBe('as_of')
})

test('somebody with only a keyboard files a report', async () => {
  const site = await visit()
  const page = await site.open()
  await signIn(page, site, 'irene')
  await page.goto(`${MEASURE}/report`)
  const reach = async (selector: string) => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return
    }
    throw new Error(`the keyboard does not reach ${selector}`)
  }
  await reach('input[name=stage]')
  while (!(await page.isChecked('input[name=stage][value="1"]'))) await page.keyboard.press('ArrowDown')
  await reach('textarea[name=summary]')
  await page.keyboard.type('Typed without a mouse.')
  await reach('main button[type=submit]:not([name])')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === MEASURE)
  expect(await page.textContent('main')).toContain('Typed without a mouse.')
})
