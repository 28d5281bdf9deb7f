import { expect, test } from 'vitest'
import { inspect } from './inspect'
import { signIn, visit } from './visitor'

const AGREEMENT = '/agreements/visit-2017'
const OF_IRAN = `${AGREEMENT}/measures/2`
const HOTLINE = `${AGREEMENT}/measures/1`
const report = {
  condition: 'active',
  as_of: '2024-05-01',
  as_of_precision: 'day',
  summary: 'The posts stand.',
}
const source = { evidence_kind: 'act', evidence_title: 'Order of the day' }

/** A disputed measure, its claims of every kind, a correction, an answered finding, and a wording revised in Persian. */
async function disputed() {
  const site = await visit()
  const record = async (
    path: string,
    fields: Record<string, string | string[]>,
    who: 'irene' | 'pervez' | 'vera' | 'edith',
  ) => {
    const answer = await site.post(path, fields, who)
    if (answer.status !== 303) throw new Error(`${path}: ${answer.status}`)
    return /([0-9a-f-]{36})$/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  }
  const form = `${OF_IRAN}/report`
  const own = await record(form, { ...report, kind: 'claim', party: 'iran', stage: '3' }, 'irene')
  const correction = {
    ...report,
    kind: 'claim',
    party: 'iran',
    stage: '2',
    summary: 'Most posts stand.',
    corrects: own,
  }
  await record(form, correction, 'irene')
  const taken = {
    ...report,
    ...source,
    kind: 'claim',
    party: 'pakistan',
    stage: '0',
    channel: 'public_source',
  }
  await record(form, taken, 'edith')
  const found = await record(form, { ...report, ...source, kind: 'finding', stage: '1' }, 'vera')
  await record(`/reports/${found}/reply`, { text: 'پاسخ ما: the posts stand.' }, 'pervez')
  const worded = { title: 'Hotline between commanders', obligation: 'one_off', owed_by: ['pakistan', 'iran'] }
  for (const text of ['خط تلفن میان فرماندهان مرزی', 'خط تلفن میان فرماندهان ارشد مرزی'])
    await record(`${HOTLINE}/revise`, { ...worded, text, language: 'fa', reason: 'مطابق متن' }, 'edith')
  return { ...site, own, found }
}

test.each(['light', 'dark'] as const)(
  'who says what, replies, corrections and revisions are sound on a phone, %s',
  async (colorScheme) => {
    const site = await disputed()
    const page = await site.open({ colorScheme, bypassCSP: true })
    await signIn(page, site, 'pervez')
    const faults: string[] = []
    for (const address of [
      OF_IRAN,
      AGREEMENT,
      '/attention',
      '/parties/pakistan',
      `/reports/${site.own}`,
      `/reports/${site.found}`,
      `/reports/${site.found}/reply`,
      `${HOTLINE}/revisions`,
      `${AGREEMENT}/revisions`,
      '/search?q=posts',
    ])
      faults.push(...(await inspect(page, address, [1280, 320, 360])))
    expect(faults).toEqual([])
  },
)

test('on a phone each side of a comparison has room, and what went is struck through', async () => {
  const site = await disputed()
  const page = await site.open()
  await page.setViewportSize({ width: 360, height: 800 })
  for (const address of [`/reports/${site.own}`, `${HOTLINE}/revisions`]) {
    await page.goto(address)
    const widths = await page.evaluate<number[]>(
      `[...document.querySelectorAll('.compared td')].map((cell) => cell.getBoundingClientRect().width)`,
    )
    expect(Math.min(...widths), address).toBeGreaterThan(250)
  }
  await page.goto(`/reports/${site.own}`)
  const struck = await page.evaluate<string>(
    `getComputedStyle(document.querySelector('.report .struck .told')).textDecorationLine`,
  )
  expect(struck).toBe('line-through')
})

test('the marks of the line keep their names within the picture at 320 px', async () => {
  const site = await disputed()
  const page = await site.open()
  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto(OF_IRAN)
  const sticking = await page.evaluate<string[]>(
    `[...document.querySelectorAll('.position-line .position text')].filter((text) => {
      const box = text.getBoundingClientRect()
      return box.left < 0 || box.right > 320
    }).map((text) => text.textContent)`,
  )
  expect(sticking).toEqual([])
})
