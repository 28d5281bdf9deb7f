import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparedTexts, type Piece, sideOf } from '../../src/lib/compare'

const short = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ text, change }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[change])
    .join('')

test.each([
  ['the same', 'a b', 'a b', 'a b'],
  ['nothing', '', '', ''],
  ['a first text', '', 'A hotline.', '{+A hotline.+}'],
  ['a text taken away', 'A hotline.', '', '[-A hotline.-]'],
  ['one word', 'Build 90 km of fence', 'Build 120 km of fence', 'Build [-90-]{+120+} km of fence'],
  [
    'words that follow each other are one mark',
    'the army chiefs met in Tehran',
    'the two ministers met in Tehran',
    'the [-army chiefs-]{+two ministers+} met in Tehran',
  ],
  ['a full stop', 'It is open', 'It is open.', 'It is open{+.+}'],
  ['added at the end', 'A hotline', 'A hotline by June', 'A hotline{+ by June+}'],
  ['a Persian word, whole', 'خط تلفن مرزی', 'خط تلفن نظامی', 'خط تلفن [-مرزی-]{+نظامی+}'],
  [
    'a Persian word with a joiner in it, whole',
    'آن‌ها مرز را می‌بندند',
    'آن‌ها مرز را می‌گشایند',
    'آن‌ها مرز را [-می‌بندند-]{+می‌گشایند+}',
  ],
  ['a line break', 'one\ntwo', 'one\n\ntwo', 'one\n{+\n+}two'],
])('%s', (_, before, after, marked) => {
  expect(short(comparedTexts(before, after))).toBe(marked)
})

const text = fc.oneof(
  fc.string({ maxLength: 60, unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('a', 'b', 'مرز', ' ', '  ', '.', '\n'), { maxLength: 40 })
    .map((words) => words.join('')),
)

test('each side is its text whole, and the same is what both share', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = comparedTexts(before, after)
      const whole = (side: 'removed' | 'added') =>
        sideOf(pieces, side)
          .map((piece) => piece.text)
          .join('')
      expect(whole('removed')).toBe(before)
      expect(whole('added')).toBe(after)
      expect(pieces.every((piece) => piece.text !== '')).toBe(true)
      expect(pieces.some(({ change }) => change !== 'same')).toBe(before !== after)
    }),
  )
})

test('two long texts without a word in common are replaced whole, and soon', () => {
  const words = (stem: string) => Array.from({ length: 5_000 }, (_, n) => `${stem}${n}`).join(' ')
  const started = performance.now()
  expect(comparedTexts(words('a'), words('b')).map(({ change }) => change)).toEqual(['removed', 'added'])
  expect(performance.now() - started).toBeLessThan(2_000)
})
