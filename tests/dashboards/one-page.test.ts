import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesFor, sharedRoom } from '../../src/dashboards/one-page'

test.each([
  ['all of it where there is room', [[1, 1], [2]], 4, [2, 1]],
  [
    'turn by turn where there is not',
    [
      [1, 1, 1, 1],
      [1, 1, 1, 1],
    ],
    4,
    [2, 2],
  ],
  ['what short lists leave to long ones', [[1], [1, 1, 1, 1, 1], []], 5, [1, 4, 0]],
  [
    'no more of a list whose next item is too long',
    [
      [1, 9, 1],
      [1, 1],
    ],
    4,
    [1, 2],
  ],
  ['nothing without room', [[1], [2]], 0, [0, 0]],
] as const)('lists are shown %s', (_name, lists, room, shown) => {
  expect(sharedRoom(lists, room)).toEqual(shown)
})

test('what is shown fits, and another item of any list would not', () => {
  const lists = fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 30 }), { maxLength: 6 })
  fc.assert(
    fc.property(lists, fc.integer({ min: 0, max: 80 }), (given, room) => {
      const shown = sharedRoom(given, room)
      const used = given.flatMap((list, i) => list.slice(0, shown[i])).reduce((sum, one) => sum + one, 0)
      expect(used).toBeLessThanOrEqual(room)
      for (const [i, list] of given.entries()) {
        const next = list[shown[i] ?? 0]
        if (next !== undefined) expect(used + next).toBeGreaterThan(room)
      }
    }),
  )
})

test.each([
  [0, 1],
  [1, 1],
  [52, 1],
  [53, 2],
  [156, 3],
])('%i letters take %i lines', (letters, lines) => {
  expect(linesFor(letters)).toBe(lines)
})
