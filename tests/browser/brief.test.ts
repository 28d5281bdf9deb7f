import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { agreement, claim, dataset, measure } from '../api/app'
import { visit } from './visitor'

const FORMATS = ['A4', 'Letter'] as const

/** How many sheets a page prints on. */
async function sheets(page: Page, format: (typeof FORMATS)[number]): Promise<number> {
  const pdf = (await page.pdf({ format })).toString('latin1')
  return [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length
}

test('the brief of every agreement in the seeds fits on one sheet, A4 and Letter', async () => {
  const site = await visit({ seeds: true })
  const page = await site.open()
  const slugs = await site.world.db.read.selectFrom('agreement').select('slug').execute()
  expect(slugs.length).toBeGreaterThan(30)
  const faults: string[] = []
  for (const { slug } of slugs) {
    await page.goto(`/agreements/${slug}/brief?since=2017-01-01`)
    for (const format of FORMATS) {
      const count = await sheets(page, format)
      if (count !== 1) faults.push(`${slug} on ${format}: ${count}`)
    }
  }
  expect(faults).toEqual([])
})

const LONG =
  'The establishment of a joint committee for the coordination of the protection of the common border'
const titled = (n: number) =>
  n % 3 === 0 ? `${LONG} ${n}` : n % 3 === 1 ? `گشت هماهنگ مرزی ${n}` : `Measure ${n}`
/** Measures in every kind of need. */
const needy = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    measure(String(n + 1), {
      title: titled(n),
      obligation: 'continuing',
      owed_by: ['iran', 'pakistan'],
      ...(n % 2 === 0 && { deadlines: [{ due_on: '2019-03-01', decided_on: '2017-11-07' }] }),
      reports:
        n % 4 === 3 ? [] : [claim('iran', 1, '2018-03-01'), claim('pakistan', 1 + (n % 3), '2019-03-01')],
    }),
  )

test.each([
  [3, 'Border accord'],
  [18, LONG],
  [600, 'Border accord'],
])('the brief of %i measures that all want attention fits on one sheet', async (count, title) => {
  const record = dataset([agreement('border', { title, place: 'Tehran', measures: needy(count) })])
  const site = await visit({ record })
  const page = await site.open({ colorScheme: 'dark' })
  await page.goto('/agreements/border/brief?since=2018-01-01')
  for (const format of FORMATS) expect(await sheets(page, format)).toBe(1)
  const printed = await page.innerText('.brief-lists')
  if (count === 600) expect(printed).toMatch(/and 4\d\d more/)
})

test('on paper it is black on white, without navigation or form, and says what it stands on', async () => {
  const site = await visit({ seeds: true })
  const page = await site.open({ colorScheme: 'dark' })
  await page.goto('/agreements/army-chiefs-tehran-2017/brief')
  await page.emulateMedia({ media: 'print' })
  const background = await page.evaluate('getComputedStyle(document.body).backgroundColor')
  expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(background)
  expect(await page.evaluate('getComputedStyle(document.querySelector(".brief-lists")).color')).toBe(
    'rgb(0, 0, 0)',
  )
  for (const hidden of ['header.top', '.as-of', 'footer.bottom', '.brief-tools'])
    expect(await page.isVisible(hidden)).toBe(false)
  expect(await page.innerText('.brief-foot')).toMatch(/As of .* entry \d+ of the ledger/)
})
