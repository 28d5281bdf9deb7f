import { describe, expect, test } from 'vitest'
import { LABELS } from '../../src/standing/standing.types'
import { styleSheet } from '../../src/web/assets'
import { COUNTED } from '../../views/charts/counts-bar'
import { CARD_STYLE } from '../../views/embed/card-style'

/** How bright a colour is to every eye, and to a printer without colours (WCAG 2.2). */
function brightness(colour: string): number {
  const long = colour.length === 4 ? colour.replace(/\w/g, '$&$&') : colour
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(long.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [a, b] = [brightness(one) + 0.05, brightness(other) + 0.05]
  return Math.max(a, b) / Math.min(a, b)
}

const css = styleSheet(new URL('../../views/assets/site.css', import.meta.url))
const DARK = '@media (prefers-color-scheme: dark)'
/** The colours of the first block after a place of the sheet. */
function coloursAfter(sheet: string, place: string): Record<string, string> {
  const block = /:root\s*\{([^}]*)\}/.exec(sheet.slice(sheet.indexOf(place)))?.[1] ?? ''
  return Object.fromEntries([...block.matchAll(/--(\w+):\s*(#\w+)/g)].map(([, name, value]) => [name, value]))
}
const WORDS_ON = '#16191c'
const [light, dark] = [coloursAfter(css, ':root'), coloursAfter(css, DARK)]
const schemes = [
  ['light', light],
  ['dark', dark],
  ['printed', coloursAfter(css, '@media print')],
] as const

describe.each(schemes)('the colours of the labels, %s', (_name, colours) => {
  const coloured = COUNTED.filter((label) => label !== 'not_assessed')
  test('lie apart without their hue wherever one stands beside the other', () => {
    const [ways, ends] = [coloured.slice(0, 4), coloured.slice(4)]
    for (const row of [ways, ends])
      row.slice(1).forEach((label, index) => {
        const before = row[index]!
        expect(contrast(colours[label]!, colours[before]!), `${before} and ${label}`).toBeGreaterThan(1.38)
      })
  })
  test('can be written on', () => {
    const deep = ['implemented', 'reversed', 'abandoned']
    for (const label of coloured) {
      const ink = deep.includes(label) ? colours['paper']! : WORDS_ON
      expect(contrast(colours[label]!, ink), label).toBeGreaterThanOrEqual(4.5)
    }
  })
})

test('a card elsewhere has the colours of the site', () => {
  for (const [place, of] of [
    [':root', light],
    ['@media (prefers-color-scheme:dark)', dark],
  ] as const)
    for (const label of LABELS.filter((one) => one !== 'not_assessed'))
      expect(coloursAfter(CARD_STYLE, place)[label], label).toBe(of[label])
})
