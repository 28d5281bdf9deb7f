import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodiesOf } from '../../src/measures/bodies'

const named = (...bodies: Record<string, string>[]) => bodies.map((each) => ({ measure: { bodies: each } }))

describe('the bodies that act for a party', () => {
  test('bring together what names them, however it is spelt, the one asked most first', () => {
    const measures = named(
      { iran: 'Navy' },
      { iran: 'Border  Guards', pakistan: 'Frontier Corps' },
      { iran: ' border guards' },
      { pakistan: 'Frontier Corps' },
      {},
    )
    expect(bodiesOf(measures, 'iran')).toEqual({
      named: [
        { name: 'Border  Guards', measures: [measures[1], measures[2]] },
        { name: 'Navy', measures: [measures[0]] },
      ],
      nobody: 2,
    })
    expect(bodiesOf(measures, 'pakistan').nobody).toBe(3)
  })

  test('are none where nothing names one, and a name that is only space is none', () => {
    expect(bodiesOf(named({ iran: ' ' }, {}), 'iran')).toEqual({ named: [], nobody: 2 })
    expect(bodiesOf(named({}), 'constructor')).toEqual({ named: [], nobody: 1 })
  })

  test('have each measure once, or it names nobody', () => {
    const bodies = fc.array(fc.constantFrom('Navy', 'NAVY ', 'Guards', '', ' '), { maxLength: 20 })
    fc.assert(
      fc.property(bodies, (names) => {
        const measures = named(...names.map((iran) => ({ iran })))
        const found = bodiesOf(measures, 'iran')
        const all = found.named.flatMap((body) => body.measures)
        expect(new Set(all).size).toBe(all.length)
        expect(all.length + found.nobody).toBe(measures.length)
        const loads = found.named.map((body) => body.measures.length)
        expect(loads).toEqual([...loads].sort((a, b) => b - a))
      }),
    )
  })
})
