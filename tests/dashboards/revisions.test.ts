import { describe, expect, test } from 'vitest'
import { newForms } from '../parties/forms'
import { textOf } from '../views/html'

const AGREEMENT = '/agreements/visit-2017'
const MEASURE = `${AGREEMENT}/measures/1`
const VISIT = {
  title: 'Visit to Tehran',
  kind: 'announcement',
  concluded_on: '2017-11-07',
  concluded_on_precision: 'day',
  parties: ['iran', 'pakistan'],
}
const HOTLINE = { title: 'Hotline between commanders', obligation: 'one_off', owed_by: ['pakistan', 'iran'] }

/** An agreement, a measure and a party that were each revised, the measure twice. */
async function revised() {
  const forms = await newForms()
  const send = async (path: string, typed: Parameters<typeof forms.send>[1]) => {
    const answer = await forms.send(`${path}/revise`, typed)
    if (answer.status !== 303) throw new Error(`${path}: ${answer.status} ${textOf(await answer.text())}`)
    return forms.last()
  }
  const visit = await send(AGREEMENT, {
    ...VISIT,
    title: 'Visit of the chiefs to Tehran',
    reason: 'As <printed>.',
  })
  const text = 'A line between field commanders.'
  const first = await send(MEASURE, { ...HOTLINE, text, reason: 'The text was found.' })
  const second = await send(MEASURE, {
    ...HOTLINE,
    text: 'A line between sector commanders.',
    reason: 'مطابق متن اصلی',
  })
  const iran = await send('/parties/iran', {
    name: 'Islamic Republic of Iran',
    kind: 'state',
    part_of: '',
    'names.fa': 'جمهوری اسلامی ایران',
    reason: 'Its full name.',
  })
  const html = async (path: string) => (await forms.get(path)).text()
  return {
    ...forms,
    html,
    text: async (path: string) => textOf(await html(path)),
    visit,
    first,
    second,
    iran,
  }
}

describe('the revisions of', () => {
  test('an agreement stand side by side with who, when and why, and its page leads there', async () => {
    const { html, text, visit } = await revised()
    const page = await html(`${AGREEMENT}/revisions`)
    expect(page).toContain(`id="entry-${visit.n}"`)
    expect(page).toContain('Visit <ins>of the chiefs </ins>to Tehran')
    expect(page).toContain('As &lt;printed&gt;.')
    expect(textOf(page)).toContain('Revised 23 November 2026 at 12:00 UTC by an editor')
    expect(textOf(page)).toContain('First worded 23 November 2026')
    expect(await html(AGREEMENT)).toContain(`href="/agreements/visit-2017/revisions#entry-${visit.n}"`)
    expect(await text(AGREEMENT)).toContain('The wording was revised once.')
  })

  test('a measure come last first, each against the one before', async () => {
    const { html, text, first, second } = await revised()
    const page = await html(`${MEASURE}/revisions`)
    expect(page.indexOf(`id="entry-${second.n}"`)).toBeLessThan(page.indexOf(`id="entry-${first.n}"`))
    expect(page).toContain('A line between <del>field</del> commanders.')
    expect(page).toContain('A line between <ins>sector</ins> commanders.')
    expect(page).toContain('<ins>A line between field commanders.</ins>')
    expect(page).toContain('<i class="unknown">unknown</i>')
    expect(page).toMatch(/dir="auto">Reason given: \u2068مطابق متن اصلی\u2069/)
    expect(await text(MEASURE)).toContain('The wording was revised twice.')
    expect(await text(MEASURE)).toContain('مطابق متن اصلی')
  })

  test('a party keep its names whole, in their language and direction', async () => {
    const { html } = await revised()
    const page = await html('/parties/iran/revisions')
    expect(page).toContain('<ins>Islamic Republic of </ins>Iran')
    expect(page).toMatch(/lang="fa" dir="rtl">.*<ins>جمهوری اسلامی /)
  })

  test('what was never revised say so; what is not there is not found', async () => {
    const { get, text } = await revised()
    expect(await text(`${AGREEMENT}/measures/2/revisions`)).toContain('It has never been revised.')
    for (const path of [
      '/agreements/none/revisions',
      `${AGREEMENT}/measures/none/revisions`,
      '/agreements/none/measures/1/revisions',
      '/parties/none/revisions',
    ])
      expect((await get(path)).status, path).toBe(404)
    expect((await get(`${MEASURE}/revisions?known_at=never`)).status).toBe(400)
  })

  test('are those that were known at the instant asked for', async () => {
    const { world, get, text, first, html } = await revised()
    const entered = async (n: number) =>
      (
        await world.db.read
          .selectFrom('entry')
          .where('n', '=', n)
          .select('entered_at')
          .executeTakeFirstOrThrow()
      ).entered_at
    const then = await text(`${MEASURE}/revisions?known_at=${await entered(first.n)}`)
    expect(then).toContain('A line between field commanders.')
    expect(then).not.toContain('sector')
    expect(then).toContain('It was revised once.')
    const before = await html(`${MEASURE}/revisions?known_at=${await entered(4)}`)
    expect(before).not.toContain('<ins>')
    expect((await get(`${MEASURE}/revisions?known_at=2017-01-01`)).status).toBe(404)
  })

  test('are led to by the ledger and the feeds', async () => {
    const { html, get, visit, second, iran } = await revised()
    const ledger = await html('/ledger')
    const feed = (await (await get('/feed.json')).json()) as { items: { id: string; content_text: string }[] }
    for (const [path, n] of [
      [`${AGREEMENT}/revisions`, visit.n],
      [`${MEASURE}/revisions`, second.n],
      ['/parties/iran/revisions', iran.n],
    ] as const) {
      expect(ledger).toContain(`<a href="${path}#entry-${n}">What changed</a>`)
      expect(
        feed.items.some(({ id }) => id.endsWith(`${path}#entry-${n}`)),
        path,
      ).toBe(true)
    }
  })

  test('an agreement name the measures that were withdrawn, which its page only counts', async () => {
    const { send, html, text } = await revised()
    await send(`${AGREEMENT}/measures/2/withdraw`, { reason: 'Listed twice.' })
    expect(await html(AGREEMENT)).not.toContain('<span class="code">2</span>')
    expect(await text(AGREEMENT)).toContain('One measure was withdrawn and is left out here.')
    const page = await html(`${AGREEMENT}/revisions`)
    expect(page).toContain('<s dir="auto">Fence on the border</s>')
    expect(textOf(page)).toContain('Reason given: Listed twice.')
  })
})

test('whoever was overtaken sees where the two wordings differ', async () => {
  const { hidden, send, get } = await revised()
  const path = `${AGREEMENT}/revise`
  const form = await hidden(path)
  await send(path, { ...VISIT, title: 'The chiefs in Tehran', reason: 'shorter' })
  const answer = await send(path, {
    ...VISIT,
    ...form,
    title: 'The chiefs in Tehran in 2017',
    reason: 'with the year',
  })
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('The chiefs in Tehran<ins> in 2017</ins>')
  expect((await get(AGREEMENT)).status).toBe(200)
})
