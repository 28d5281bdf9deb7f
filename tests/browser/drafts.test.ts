import { expect, test } from 'vitest'
import { insertUser } from '../../src/users/user.store'
import { signIn, visit } from './visitor'

const MEASURE = '/agreements/visit-2017/measures/1'

test.each([
  ['with a script engine', true],
  ['without JavaScript', false],
])(
  'a verifier saves a draft, loses the session, goes on and sends it; another approves it, %s',
  async (_, javaScriptEnabled) => {
    const site = await visit({ settings: { FOUR_EYES: 'findings' } })
    const { world, users } = site
    const victor = {
      ...users['vera']!,
      id: world.deps.newId(),
      actorId: crypto.randomUUID(),
      name: 'Victor',
      email: 'victor@example.org',
    }
    await world.db.write((tx) => insertUser(tx, victor, null))
    users['victor'] = victor
    const settings = { javaScriptEnabled, viewport: { width: 360, height: 740 } }

    const page = await site.open(settings)
    await signIn(page, site, 'vera')
    await page.goto(`${MEASURE}/report`)
    await page.fill('textarea[name=summary]', 'The line was laid.')
    await page.click('button[name=save]')
    await page.waitForURL((url) => url.pathname.startsWith('/drafts/'))
    expect(await page.inputValue('textarea[name=summary]')).toBe('The line was laid.')
    await page.goto('/')
    await page.click('.waiting a[href^="/drafts/"]')

    await page.fill('textarea[name=summary]', 'The line was laid, گزارش, and tested.')
    await page.check('input[name=stage][value="2"]')
    await world.db.write((tx) => tx.deleteFrom('session').execute())
    await page.click('button[name=save]')
    await page.waitForSelector('text=nothing you typed is lost')
    expect(await page.textContent('main')).toContain('گزارش')
    const [other] = await Promise.all([
      page.context().waitForEvent('page'),
      page.click('main a[target=_blank]'),
    ])
    await signIn(other, site, 'vera')
    await other.close()
    await page.click('button[name=change]')
    await page.waitForSelector('textarea[name=summary]')
    expect(await page.inputValue('textarea[name=summary]')).toBe('The line was laid, گزارش, and tested.')
    expect(await page.isChecked('input[name=stage][value="2"]')).toBe(true)

    await page.selectOption('select[name=evidence_kind] >> nth=0', 'act')
    await page.fill('input[name=evidence_title] >> nth=0', 'Order of the day')
    await page.click('main button[type=submit]:not([name]) >> nth=0')
    await page.waitForURL((url) => url.pathname.startsWith('/drafts/'))
    expect(await page.textContent('main')).toContain('another verifier')
    expect(await world.db.read.selectFrom('report').selectAll().execute()).toEqual([])

    const second = await site.open(settings)
    await signIn(second, site, 'victor' as never)
    await second.goto('/')
    await second.click('header a[href="/review"]')
    await second.click('main a[href^="/drafts/"]')
    expect(await second.textContent('main')).toContain('The line was laid, گزارش, and tested.')
    await second.click('form[action$="/approve"] button')
    await second.waitForURL((url) => url.pathname.startsWith('/reports/'))

    const stranger = await site.open(settings)
    for (const path of [new URL(second.url()).pathname, MEASURE]) {
      await stranger.goto(path)
      expect(await stranger.textContent('main'), path).toContain('Recorded by Vera and approved by Victor')
    }
  },
)
