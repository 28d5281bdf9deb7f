import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { agreement, claim, dataset, measure } from '../api/app'
import { newSite } from '../support/site'

const TITLE = 'Fence "><script>alert(1)</script> ]](javascript:alert(1)) حصار'
const border = (title = TITLE, reports: object[] = [claim('iran', 2, '2026-11-01')]) =>
  dataset([agreement('border', { title, measures: [measure('1.a', { title, reports }), measure('2')] })])
const SITE = {
  record: border(),
  settings: { PUBLIC_URL: 'https://register.example', OPERATOR: 'The desk' },
}
const MADE = [
  '/agreements/border/embed',
  '/agreements/border/badge.svg',
  '/agreements/border/measures/1.a/embed',
  '/agreements/border/measures/1.a/badge.svg',
]

describe.each(MADE)('%s', (path) => {
  test('may be framed and fetched by other sites, and runs and asks for nothing', async () => {
    const answer = await (await newSite(SITE)).get(path)
    expect(answer.status).toBe(200)
    const body = await answer.text()
    const style = /<style>([^]*?)<\/style>/.exec(body)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(answer.headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors *`,
    )
    expect(answer.headers.get('x-frame-options')).toBeNull()
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(body).not.toMatch(/<script|<form|<img|<iframe|url\((?!#)|@import| on[a-z]+="/i)
    expect(body).not.toMatch(/ href="(?!https:\/\/register\.example\/|#mark-)/)
  })

  test('has the day in it and links to the page at that day', async () => {
    const site = await newSite(SITE)
    const answer = await site.get(`${path}?as_of=2026-11-10&known_at=2026-11-23T12:00:00.000Z`)
    const body = await answer.text()
    expect(body).toContain('10 November 2026')
    const page = path.replace(/\/(embed|badge\.svg)$/, '')
    if (path.endsWith('embed'))
      expect(body).toContain(
        `href="https://register.example${page}?as_of=2026-11-10&amp;known_at=2026-11-23T12%3A00%3A00.000Z" target="_blank" rel="noopener"`,
      )
  })

  test('is the same for everybody, and is not sent again to who holds it', async () => {
    const site = await newSite(SITE)
    const answer = await site.get(path)
    const body = await answer.text()
    for (const who of ['irene', 'vera', 'edith', 'adam'] as const)
      expect(await (await site.get(path, who)).text()).toBe(body)
    const again = await site.get(path, 'stranger', { 'if-none-match': answer.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
    expect(again.headers.get('x-frame-options')).toBeNull()
    site.world.now = '2026-11-24T12:00:00.000Z'
    expect(await (await site.get(path)).text()).toContain('24 November 2026')
  })

  test('is closed to strangers where reading is for members', async () => {
    const site = await newSite({ ...SITE, settings: { ...SITE.settings, READ_ACCESS: 'members' } })
    const answer = await site.get(path)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('x-frame-options')).toBe('DENY')
    expect((await site.get(path, 'vera')).status).toBe(200)
  })
})

test.each(['/agreements/nobody/embed', '/agreements/border/measures/9/badge.svg', '/agreements/border%0d%0aa:b/embed', '/agreements/nobody/badge.svg'])(
  '%s is a page that says so, and may not be framed',
  async (path) => {
    const answer = await (await newSite(SITE)).get(path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('x-frame-options')).toBe('DENY')
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(answer.headers.get('a')).toBeNull()
  },
) // prettier-ignore

test('every other page may not be framed', async () => {
  const site = await newSite(SITE)
  for (const path of [
    '/',
    '/agreements/border',
    '/agreements/border/measures/1.a',
    '/agreements/border/brief',
  ]) {
    const { headers } = await site.get(path)
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  }
})

test('the badge of an agreement and of a measure say where they stand, before its conclusion that it is not concluded', async () => {
  const site = await newSite(SITE)
  const said = async (path: string) => (await (await site.get(path)).text()).replace(/<[^>]+>/g, '|')
  expect(await said('/agreements/border/badge.svg')).toContain(
    '|0 of 2 implemented, verified 0; 1 not assessed|',
  )
  expect(await said('/agreements/border/measures/1.a/badge.svg')).toContain('|Partly implemented|')
  expect(await said('/agreements/border/badge.svg?as_of=2017-01-01')).toContain('|Not yet concluded|')
})

test('what was withdrawn says so on its card and badge', async () => {
  const site = await newSite(SITE)
  const withdrawn = await site.post('/agreements/border/withdraw', { reason: 'Entered twice' }, 'edith')
  expect(withdrawn.status).toBe(303)
  for (const path of MADE)
    expect(await (await site.get(path)).text()).toContain('Withdrawn from the register')
})

test('the page gives snippets that hold a hostile title as text', async () => {
  const site = await newSite(SITE)
  const html = await (await site.get('/agreements/border?as_of=2026-11-10')).text()
  const section = html.slice(html.indexOf('<details class="embed-code"'))
  const [card = '', badge = '', markdown = ''] = [...section.matchAll(/<pre[^>]*>([^]*?)<\/pre>/g)].map(
    ([, code = '']) =>
      code.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  )
  const title = 'Fence &quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; ]](javascript:alert(1)) حصار'
  expect(card).toBe(
    `<iframe src="https://register.example/agreements/border/embed?as_of=2026-11-10" title="${title}" width="480" height="440" style="border:0" loading="lazy"></iframe>`,
  )
  expect(badge).toContain(`alt="${title}"`)
  expect(markdown).toBe(
    '[![Fence "\\>\\<script\\>alert(1)\\</script\\> \\]\\](javascript:alert(1)) حصار](https://register.example/agreements/border/badge.svg?as_of=2026-11-10)](https://register.example/agreements/border?as_of=2026-11-10)',
  )
})
