import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { htmlOf } from './html'
import { styleSheet } from '../../src/web/assets'
import fonts from '../../views/assets/fonts.json'
import { english } from '../../src/messages/en'
import { message } from '../../src/messages/messages'
import { DayText, dayWords } from '../../views/ui/day'
import { durationWords, percentWords } from '../../views/ui/amounts'
import { isolated, wordsIn } from '../../views/ui/words'

const files = readdirSync('views', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => join('views', file))

/** Attributes whose text a person sees or hears. */
const SEEN = ['alt', 'aria-label', 'content', 'label', 'placeholder', 'title']

function wordsWritten(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  )
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(node.text.trim())
    if (ts.isJsxAttribute(node) && SEEN.includes(node.name.getText()) && node.initializer)
      if (ts.isStringLiteral(node.initializer) && /\p{L}/u.test(node.initializer.text))
        found.push(node.getText())
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

test('there are views to look through', () => {
  expect(files.length).toBeGreaterThan(40)
})

test.each(files)('%s holds no word of its own', (file) => {
  const technical = ['content="width=device-width, initial-scale=1"', 'content="light dark"']
  expect(wordsWritten(file).filter((words) => !technical.includes(words))).toEqual([])
})

test.each(files)('%s escapes everything and styles nothing inline', (file) => {
  // The one block of data, which escapes what could end it; its own tests show that.
  const code = readFileSync(file, 'utf8').replace('{raw(jsonLd(about.things))}', '')
  expect(code).not.toMatch(/\braw\(| style=\{|dangerouslySetInnerHTML|new Date\(\)|Date\.now/)
})

test('every font the style sheet asks for is one the server has, and logical properties are used throughout', () => {
  const css = styleSheet(new URL('../../views/assets/site.css', import.meta.url))
  const asked = [...css.matchAll(/\/assets\/fonts\/([^']+)'/g)].map(([, file]) => file)
  expect(asked.sort()).toEqual(Object.keys(fonts).sort())
  for (const path of Object.values(fonts))
    expect(readFileSync(join('node_modules', path)).length).toBeGreaterThan(1000)
  // Four values name the sides of the screen, not of the line.
  expect(css).not.toMatch(/(margin|padding|inset):( [^ ;]+){4};|text-align: (left|right)/)
  expect(css).not.toMatch(
    /(margin|padding|border)-(left|right|top|bottom)|[\s;{](left|right|top|bottom|width|height):/,
  )
})

const t = wordsIn('en')

test('days are said no more exactly than they are known', () => {
  expect(dayWords(t, '2017-11-07')).toBe('7 November 2017')
  expect(dayWords(t, '2024-05-31', 'month')).toBe('May 2024')
  expect(dayWords(t, '2024-12-31', 'year')).toBe('2024')
  expect(htmlOf(<DayText day="2024-05-31" precision="month" />)).toBe(
    '<time datetime="2024-05">May 2024</time>',
  )
  expect(htmlOf(<DayText day="2022-03-31" precision="inferred" />)).toContain('(inferred)')
})

test('lengths of time are whole and never longer than they were', () => {
  expect([1, 45, 59, 60, 365, 366, 427, 3300].map((days) => durationWords(t, days))).toEqual([
    '1 day',
    '45 days',
    '59 days',
    '1 month',
    '11 months',
    '1 year',
    '1 year 2 months',
    '9 years',
  ])
})

test('no figure is never nought', () => {
  expect(percentWords(t, null)).toBe('no figure')
  expect(percentWords(t, 0)).toBe('0 %')
})

test('keys begin with the name of their file', () => {
  for (const file of readdirSync('src/messages/en')) {
    const keys = Object.keys(JSON.parse(readFileSync(join('src/messages/en', file), 'utf8')))
    const area = `${file.replace('.json', '')}.`
    expect(keys.filter((key) => !key.startsWith(area))).toEqual([])
    for (const key of keys) expect(Object.keys(english)).toContain(key)
  }
})

test('a value that runs the other way is set apart from the sentence around it', () => {
  expect(t('measures.decided_by', { body: 'کمیسیون' })).toBe('by \u2068کمیسیون\u2069')
  expect(t('measures.decided_by', { body: 'Commission' })).toBe('by Commission')
  expect(
    htmlOf(<p>{t.rich('agreements.kind_place_day', { kind: 'Memorandum', place: 'تهران', day: <i /> })}</p>),
  ).toContain('\u2068تهران\u2069')
  expect(isolated('en', 12)).toBe(12)
})

test.each([
  ['an override left open', 'x\u202eevil', 'x\u202eevil\u202c'],
  ['an isolate left open', '\u2067\u202eevil', '\u2067\u202eevil\u202c\u2069'],
  ['an isolate that ends what it holds', '\u2066\u202ea\u2069b', '\u2066\u202ea\u2069b'],
  ['an end of what was begun elsewhere', '\u2069\u202ca\u202b', 'a\u202b\u202c'],
  ['turns that end', '\u202ba\u202c and \u2068b\u2069', '\u202ba\u202c and \u2068b\u2069'],
])('%s turns nothing of the sentence around it', (_, name, kept) => {
  expect(message('en', 'errors.parameter', { parameter: name, typed: 'x' })).toContain(`“${kept}”`)
  const rich = htmlOf(<p>{t.rich('errors.parameter', { parameter: name, typed: 'x' })}</p>)
  expect(rich).toContain(`“${kept}”`)
})
