import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilson } from '../../src/lib/wilson'

// Newcombe, Statistics in Medicine 17 (1998), table I, method 3: the score interval without continuity correction.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i lies between the published limits', (some, all, low, high) => {
  const interval = wilson(some, all)
  expect(interval?.low).toBeCloseTo(low, 4)
  expect(interval?.high).toBeCloseTo(high, 4)
})

test('it holds the share, stays between 0 and 1, narrows with more, and is null of none', () => {
  expect(wilson(0, 0)).toBeNull()
  fc.assert(
    fc.property(fc.nat(50), fc.integer({ min: 1, max: 50 }), (some, more) => {
      const all = some + more
      const [few, many] = [wilson(some, all), wilson(10 * some, 10 * all)]
      if (!few || !many) throw new Error('no interval')
      expect(few.low).toBeLessThanOrEqual(some / all + 1e-12)
      expect(few.high).toBeGreaterThanOrEqual(some / all)
      expect(few.low).toBeGreaterThanOrEqual(0)
      expect(few.high).toBeLessThanOrEqual(1)
      expect(many.high - many.low).toBeLessThan(few.high - few.low)
    }),
  )
})
