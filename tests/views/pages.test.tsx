import { gzipSync } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { keepAsked } from '../../views/layout/page'
import { htmlOf } from './html'
import { minified, styleSheet } from '../../src/web/assets'
import { pages } from './sample-pages'

const css = minified(styleSheet(new URL('../../views/assets/site.css', import.meta.url)))
const rendered = Object.entries(pages).map(([name, page]) => [name, htmlOf(page)] as const)
const htmlOfPage = (name: string): string => rendered.find(([one]) => one === name)?.[1] ?? ''

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // How the renderer writes what it is given, and a long name in a title, are no faults.
  rules: {
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'long-title': 'off',
    'no-inline-style': 'error',
    // Several of a choice are sent under one name.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
  },
})

test.each(rendered)('%s is valid HTML', async (_name, html) => {
  const report = await validator.validateString(html)
  const faults = report.results.flatMap(({ messages }) =>
    messages.map((one) => `${one.ruleId}: ${one.message}`),
  )
  expect(faults).toEqual([])
})

// As it is sent; half of the 60 kB that a page of the real record may weigh.
test.each(rendered)('%s with its style sheet stays under 30 kB', (_name, html) => {
  expect(gzipSync(html).length + gzipSync(css).length).toBeLessThan(30 * 1024)
})

test.each(rendered)('%s needs no inline style or script and links nowhere unsafe', (_name, html) => {
  expect(html).toMatch(/^<!DOCTYPE html><html lang="en" dir="ltr">/)
  expect(html).not.toMatch(
    / style="|<style|<script(?! type="(module" src="\/assets\/|application\/ld\+json">))| on[a-z]+="/,
  )
  expect(html).not.toContain('javascript:')
  expect(html).not.toMatch(/undefined|\[object|NaN|>null</)
  for (const [, href] of html.matchAll(/ href="([^"]*)"/g)) expect(href).toMatch(/^(\/|#|https?:|mailto:)/)
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(ids).toEqual([...new Set(ids)])
})

test('every internal link of a page asked for as of a day keeps that day, save the way back', () => {
  const html = htmlOfPage('agreement-past')
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  const links = [...main.matchAll(/ href="(\/[^"]*)"/g)].map(([, href]) => href)
  expect(links.length).toBeGreaterThan(20)
  for (const href of links) expect(href).toContain('as_of=2020-01-01')
  expect(html).toContain('Back to today')
})

test('the asked day goes before an anchor and replaces an older one', () => {
  const asked = { asOf: '2020-01-01', knownAt: '2021-02-03T04:05:06.789Z' }
  expect(keepAsked(asked, '/about/method?as_of=1999-01-01#g20')).toBe(
    '/about/method?as_of=2020-01-01&known_at=2021-02-03T04%3A05%3A06.789Z#g20',
  )
  expect(keepAsked({ asOf: null, knownAt: null }, '/a#b')).toBe('/a#b')
})

test('the form that chooses a day keeps the other parameters', () => {
  const html = htmlOfPage('agreements')
  expect(html).toContain('<input type="hidden" name="party" value="iran"/>')
})

test('what was typed is text, never markup', () => {
  expect(htmlOfPage('measure')).toContain('Sharing &lt;goes on&gt; &amp; is complete.')
  expect(htmlOfPage('search-none')).toContain('Nothing found for “&lt;xyz&gt;”')
})

test('a day before the conclusion and a withdrawal are said', () => {
  expect(htmlOfPage('agreement-early')).toContain('Not yet concluded')
  const withdrawn = htmlOfPage('agreement-withdrawn')
  expect(withdrawn).toContain('class="struck"')
  expect(withdrawn).toContain('Reason given: Entered twice.')
})

test('an observation whose parts contradict its percentage says so', () => {
  const html = htmlOfPage('measure-fence')
  expect(html).toContain('658.751 of 830.6 km')
  expect(html).toContain('79.31 %')
  expect(html).toContain('The source says 70.3 %, its own figures give 79.31 %')
  expect(html).toContain('31 March 2022</time> <small>(inferred)</small>')
})

test('a measure says its standing in whole sentences', () => {
  const text = htmlOfPage('measure-fence').replace(/<[^>]*>/g, '')
  expect(text).toContain('In progress, contested.')
  expect(text).toContain('Iran says partly implemented (public source).')
  expect(text).toContain('Pakistan says of Iran’s duty: in progress (public source).')
  expect(text).toContain('Last heard in November 2024, 752 days ago.')
  expect(text).toContain('It was due on 22 September 2025 and is 1 year 2 months overdue.')
})
