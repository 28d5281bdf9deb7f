import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortened, textWidth } from '../../src/embed/text-width'
import { Badge } from '../../views/embed/badge'
import { doneWords, labelWords } from '../../views/embed/badge-words'
import { htmlOf } from '../views/html'
import { wordsIn } from '../../views/ui/words'
import { scoreOf } from '../../src/standing/score'
import { claim, deadline, fence, finding, scored } from '../standing/facts'

const svgOf = (title: string, words = 'Implemented') =>
  htmlOf(<Badge title={title} words={words} day="2026-11-23" />)
const t = wordsIn('en')

test.each([
  ['', 0],
  ['Hotline', 43],
  ['iiii', 14],
  ['WWWW', 48],
  ['مرز', 19],
  ['م\u200cر', 13],
  ['漢字', 24],
])('%s is about so wide at 12 px', (text, width) => {
  expect(textWidth(text, 12)).toBe(width)
})

test('a longer text is never narrower, and is shortened with an ellipsis', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(textWidth(one + other, 12)).toBeGreaterThanOrEqual(textWidth(one, 12))
      expect([...shortened(one + other, 10)].length).toBeLessThanOrEqual(10)
    }),
  )
  expect(shortened('ten signs.', 10)).toBe('ten signs.')
  expect(shortened('eleven sign', 10)).toBe('eleven si…')
})

test('the badge has its words, its day and a title for those who hear it', () => {
  const svg = svgOf('Hotline', 'Partly implemented; disputed')
  expect(svg).toContain('<title id="t">Hotline: Partly implemented; disputed, as of 23 November 2026</title>')
  expect(svg.replace(/<(title|desc|style)[^]*?<\/\1>/g, '').replace(/<[^>]+>/g, '|')).toMatch(
    /\|Hotline\|+Partly implemented; disputed\|+23 November 2026\|/,
  )
})

test('whatever a title holds, the picture is well formed, runs nothing, and every text lies in its box', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (title) => {
      const svg = svgOf(title, title)
      expect(svg).not.toMatch(/[\p{Cc}\ufffe\uffff]/u)
      expect(svg.match(/<[a-z]+/gi)?.every((tag) => /^<(svg|title|desc|style|rect|text)$/.test(tag))).toBe(
        true,
      )
      const boxes = [...svg.matchAll(/<rect class="[abc]" x="(\d+)" width="(\d+)"/g)].map(
        ([, x, w]) => [Number(x), Number(w)] as const,
      )
      const texts = [...svg.matchAll(/<text class="[a-z]" x="([\d.]+)"[^>]*textLength="(\d+)"/g)]
      expect(texts).toHaveLength(3)
      for (const [i, [, middle, length]] of texts.entries()) {
        const [x = 0, width = 0] = boxes[i] ?? []
        expect(Number(middle) - Number(length) / 2).toBeGreaterThan(x)
        expect(Number(middle) + Number(length) / 2).toBeLessThan(x + width)
      }
    }),
  )
})

test('a Persian title runs from right to left, an English one with a Persian word does not', () => {
  expect(svgOf('گشت هماهنگ مرزی 1')).toContain('direction="rtl"')
  expect(svgOf('Patrols (گشت) of the border')).not.toContain('direction="rtl"')
})

const measures = [
  scored(fence, [claim('iran', 3, 99), finding(3, 100)]),
  scored(fence, [claim('iran', 3, 99)]),
  scored(fence, [claim('iran', 1, 1)]),
  scored(fence, []),
]
const standings = measures.map(({ standing }) => standing)

test('what nobody can say is told apart from what is not done', () => {
  expect(doneWords(t, scoreOf(measures), standings)).toBe(
    '2 of 4 implemented, verified 1; 1 not assessed; 1 stale',
  )
  expect(doneWords(t, scoreOf(measures.slice(0, 1)), standings.slice(0, 1))).toBe(
    '1 of 1 implemented, verified 1',
  )
  expect(doneWords(t, scoreOf([]), [])).toBe('No measure recorded')
})

test('a measure is said by its label and the flags that matter', () => {
  expect(standings.map((standing) => labelWords(t, standing))).toEqual([
    'Implemented; verified',
    'Implemented',
    'In progress; stale',
    'Not assessed',
  ])
  const late = scored(fence, [claim('iran', 1, 99)], { deadlines: [deadline(0, 50)] }).standing
  expect(labelWords(t, late)).toBe('In progress; overdue')
})
