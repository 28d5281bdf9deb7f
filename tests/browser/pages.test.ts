import { expect, test } from 'vitest'
import { inspect } from './inspect'
import { visit } from './visitor'

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
  '/ledger/about',
  '/about/method',
  '/sign-in',
  '/sign-in/forgotten',
  '/api/v1/docs',
  '/nothing-here',
  '/?as_of=2019-01-01',
]
test.each(['light', 'dark'] as const)('every open page is sound, %s', async (colorScheme) => {
  const site = await visit({ seeds: true })
  const page = await site.open({ colorScheme, bypassCSP: true })
  const faults: string[] = []
  // Colours are the same at every width.
  const widths = colorScheme === 'dark' ? [1280] : undefined
  for (const address of OPEN) faults.push(...(await inspect(page, address, widths)))
  const [report] = await site.world.db.read.selectFrom('report').select('id').orderBy('entry').execute()
  faults.push(...(await inspect(page, `/reports/${report?.id}`, widths)))
  expect(faults).toEqual([])
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
