import { test } from 'vitest'
import { launchBrowser } from '../support/browser'
import { newForms } from './forms'
test('look', async () => {
  const forms = await newForms()
  const browser = await launchBrowser()
  const html = {} as Record<string, string>
  await forms.send('/agreements/visit-2017/measures/1/deadline', { due_on: '2018-06-30', decided_on: '2017-11-07', decided_by: 'Both' })
  await forms.send('/agreements/visit-2017/measures/1/deadline', { due_on: '2019-06-30', decided_on: '2018-06-07', decided_by: 'Both', reason: 'more time' })
  html['party-new'] = await forms.read('/parties/new')
  html['agreement-bad'] = await (await forms.send('/agreements/new', { slug: 'new', title: 'A title', parties: ['iran'], evidence_title: ['x', ''], evidence_url: ['ftp://x', ''], evidence_kind: ['act', ''] })).text()
  html['measure-revise'] = await forms.read('/agreements/visit-2017/measures/1/revise')
  html['deadline'] = await forms.read('/agreements/visit-2017/measures/1/deadline')
  html['note'] = await forms.read('/agreements/visit-2017/measures/1/note')
  html['observation'] = await forms.read('/agreements/visit-2017/measures/2/observation')
  html['withdraw'] = await forms.read('/agreements/visit-2017/measures/1/withdraw')
  const mine = await forms.hidden('/agreements/visit-2017/revise')
  const same = { title: 'Visit to Tehran', kind: 'announcement', concluded_on: '2017-11-07', parties: ['iran', 'pakistan'], reason: 'r' }
  await forms.send('/agreements/visit-2017/revise', { ...same, title: 'Theirs' })
  html['conflict'] = await (await forms.send('/agreements/visit-2017/revise', { ...same, ...mine, summary: 'Mine' })).text()
  const { readFileSync } = await import('node:fs')
  const { createRequire } = await import('node:module')
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  for (const width of [360, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    await page.route('**/*', async (route) => {
      const url = new URL(route.request().url())
      if (url.pathname.startsWith('/look/')) return route.fulfill({ body: html[url.pathname.slice(6)]!, contentType: 'text/html; charset=utf-8' })
      const answer = await forms.app.request(url.pathname + url.search)
      return route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body: Buffer.from(await answer.arrayBuffer()) })
    })
    for (const name of Object.keys(html)) {
      await page.goto(`http://localhost:3000/look/${name}`)
      await page.screenshot({ path: `/tmp/look/${name}-${width}.png`, fullPage: true })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      await page.evaluate(axe)
      const found = await page.evaluate(async () => (await (window as any).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations.map((v: any) => `${v.id}: ${v.nodes.map((n: any) => n.html.slice(0, 120)).join(' | ')}`))
      console.log(name, width, wide, (html[name]!.length / 1024).toFixed(0) + 'kB', found)
    }
    await page.close()
  }
})
