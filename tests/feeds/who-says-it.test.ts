import { expect, test } from 'vitest'
import { CLAIM, FINDING, idIn, newSite, PUBLIC } from '../status-reports/site'

const OF_IRAN = '/agreements/visit-2017/measures/2'

interface Item {
  id: string
  title: string
  content_text: string
  date_published: string
  date_modified?: string
  authors: { name: string; url?: string }[]
  _followthrough: { kind: string; report: string | null }
  tags?: string[]
}

async function told() {
  const site = await newSite()
  const form = `${OF_IRAN}/report`
  await site.record({ ...CLAIM, stage: '3' }, 'irene', form)
  await site.record({ ...PUBLIC, party: 'pakistan', stage: '0' }, 'edith', form)
  const found = await site.record({ ...FINDING, stage: '1' }, 'vera', form)
  const items = async (feed = `${OF_IRAN}/feed.json`) =>
    ((await (await site.get(feed)).json()) as { items: Item[] }).items
  const atom = async () => (await site.get(`${OF_IRAN}/feed.atom`)).text()
  return { ...site, found, items, atom }
}

test('a feed says how each report came, of whose duty it speaks and who is only quoted', async () => {
  const { items, atom } = await told()
  const [finding, quoted, own, ...others] = await items()
  expect(own).toMatchObject({
    title: 'Measure 2: Iran claims (own filing): implemented',
    authors: [{ name: 'Iran' }],
    tags: ['claim', 'own'],
  })
  expect(quoted).toMatchObject({
    title: 'Measure 2: Pakistan claims of Iran’s duty (public source): not started',
    authors: [{ name: 'Pakistan (public source)' }],
    tags: ['claim', 'public_source'],
  })
  expect(finding).toMatchObject({
    title: 'Measure 2: A finding says (own filing): in progress',
    authors: [{ name: 'Vera, Office of tests' }],
    tags: ['finding', 'own'],
  })
  for (const { tags } of others) expect(tags).toBeUndefined()
  expect(await atom()).toContain('<category term="claim"/>\n<category term="public_source"/>')
  for (const { title } of await items()) expect(await atom()).toContain(`<title>${title}</title>`)
})

test('a reply is an item of its own, and the finding’s item tells of it until it is withdrawn', async () => {
  const { items, atom, post, found } = await told()
  const reply = idIn(await post(`/reports/${found}/reply`, { text: 'The line was cut.' }, 'pervez'))
  const [answer, finding] = await items()
  expect(answer).toMatchObject({
    title: 'Measure 2: Pakistan replies to a finding',
    content_text: 'Measure 2: Pakistan replies to a finding. The line was cut.',
    authors: [{ name: 'Pakistan' }],
    _followthrough: { kind: 'reply_added', report: found },
  })
  expect(answer?.id).toContain(`/reports/${found}#entry-`)
  expect(finding?.content_text).toContain('Pakistan replied on 23 November 2026.')
  expect(finding?.date_modified).toBe(answer?.date_published)
  expect(await atom()).toContain(
    `<updated>${answer?.date_published}</updated>\n<link rel="alternate" href="${finding?.id}"`,
  )
  for (const feed of [
    '/feed.json',
    '/agreements/visit-2017/feed.json',
    '/parties/pakistan/feed.json',
    '/parties/iran/feed.json',
  ])
    expect((await items(feed))[0]?.title, feed).toContain('Pakistan replies to a finding')
  await post(`/replies/${reply}/withdraw`, { reason: 'Too early.' }, 'pervez')
  const [gone, , after] = await items()
  expect(gone).toMatchObject({ title: 'Measure 2: Withdrawn: Reply', _followthrough: { report: found } })
  expect(after?.content_text).not.toContain('replied')
  expect(after?.date_modified).toBeUndefined()
})
