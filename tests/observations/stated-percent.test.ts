import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statedPercent } from '../../src/observations/stated-percent'

const fits = (quantity: number, total: number, percentStated: number) =>
  statedPercent({ quantity, total, percentStated })?.fits

describe('a stated percentage', () => {
  test.each([
    // 658.751 of 830.60 km, printed as 70.30 %; it is 79.31 %.
    [658.751, 830.6, 70.3, false],
    [658.751, 830.6, 79.31, true],
    [658.751, 830.6, 79.3, true],
    [658.751, 830.6, 79, true],
    [658.751, 830.6, 80, false],
    [658.751, 830.6, 79.32, false],
    [2, 3, 66.7, true],
    [2, 3, 66.6, true],
    [2, 3, 66, true],
    [2, 3, 67, true],
    [2, 3, 66.5, false],
    [2, 3, 68, false],
    [1, 2, 50, true],
    [1, 8, 13, true],
    [1, 8, 12, true],
    [1, 8, 12.5, true],
    [0, 90, 0, true],
    [90, 90, 100, true],
    [450.5, 909, 60, false],
    [99.6, 100, 99, true],
    [99.6, 100, 98, false],
    [1, 1e9, 1e-7, true],
  ])('%d of %d, stated as %d %%: fits is %s', (quantity, total, stated, expected) => {
    expect(fits(quantity, total, stated)).toBe(expected)
  })

  test.each([
    { quantity: null, total: 90, percentStated: 30 },
    { quantity: 30, total: null, percentStated: 30 },
    { quantity: 30, total: 90, percentStated: null },
    { quantity: 30, total: 0, percentStated: 30 },
  ])('is checked against both its parts or not at all', (figure) => {
    expect(statedPercent(figure)).toBeNull()
  })

  const parts = fc.record({
    quantity: fc.integer({ min: 0, max: 100_000 }).map((n) => n / 100),
    total: fc.integer({ min: 1, max: 100_000 }).map((n) => n / 100),
    digits: fc.integer({ min: 0, max: 3 }),
  })

  test('fits when it was honestly rounded or cut off, to any digit', () => {
    fc.assert(
      fc.property(parts, ({ quantity, total, digits }) => {
        const exact = (100 * quantity) / total
        const step = 10 ** digits
        expect(fits(quantity, total, Number(exact.toFixed(digits)))).toBe(true)
        expect(fits(quantity, total, Math.floor(exact * step) / step)).toBe(true)
      }),
    )
  })

  test('does not fit when its last digit is off by more than one', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom(-1, 1), ({ quantity, total, digits }, side) => {
        const step = 10 ** digits
        // An odd last digit keeps all the digits that were printed.
        const off = Math.round(((100 * quantity) / total) * step) + 2 * side
        const printed = off % 10 === 0 ? off + side : off
        expect(fits(quantity, total, printed / step)).toBe(false)
      }),
    )
  })
})
