import { describe, expect, test } from 'vitest'
import { seriesOf } from '../../src/observations/figures'
import { observed, withdrawn } from './observed'

const target = { quantity: 90, unit: 'km', baseline: 10 }
const outline = (...args: Parameters<typeof seriesOf>) =>
  seriesOf(...args).map(({ unit, percent, whole, baseline, points }) => [
    percent ? '%' : unit,
    whole && `${whole.value} ${whole.from}`,
    baseline,
    points.map(({ value }) => value),
  ])

describe('the figures of a measure', () => {
  test('of the unit of the target are on the way to it, from where it began', () => {
    const two = [
      observed('2020-01-01', { quantity: 20, unit: ' KM ' }),
      observed('2021-01-01', { quantity: 60, unit: 'km', total: 90 }),
    ]
    expect(outline(two, target)).toEqual([[' KM ', '90 target', 10, [20, 60]]])
  })

  test('of another unit or another whole are drawn apart', () => {
    const mixed = [
      observed('2020-01-01', { quantity: 20, unit: 'km' }),
      observed('2021-01-01', { quantity: 60, unit: 'posts' }),
      observed('2022-01-01', { quantity: 500, unit: 'km', total: 909 }),
      observed('2023-01-01', { quantity: 30, unit: 'km' }),
    ]
    expect(outline(mixed, target)).toEqual([
      ['km', '90 target', 10, [20, 30]],
      ['posts', null, null, [60]],
      ['km', '909 total', null, [500]],
    ])
    expect(outline(mixed, null).map(([unit, whole]) => [unit, whole])).toEqual([
      ['km', null],
      ['posts', null],
      ['km', '909 total'],
    ])
  })

  test('stated in percent are on one scale where they may be of one whole, and each is checked', () => {
    const fence = [
      observed('2020-12-05', { percentStated: 30 }),
      observed('2021-02-19', { percentStated: 40 }),
      observed('2022-03-31', { percentStated: 70.3, quantity: 658.751, total: 830.6, unit: 'km' }),
    ]
    expect(outline(fence, null)).toEqual([['%', '100 total', null, [30, 40, 70.3]]])
    const [series] = seriesOf(fence, null)
    expect(series?.points.map(({ check }) => check?.fits ?? null)).toEqual([null, null, false])
    const another = observed('2023-01-01', { percentStated: 50, quantity: 1, total: 2, unit: 'km' })
    expect(outline([...fence, another], null)).toEqual([
      ['%', '100 total', null, [30, 40]],
      ['%', '100 total', null, [70.3]],
      ['%', '100 total', null, [50]],
    ])
  })

  test('in percent do not take the place of those on the way to the target', () => {
    const both = [observed('2020-01-01', { quantity: 45, total: 90, unit: 'km', percentStated: 50 })]
    expect(outline(both, target).map(([unit]) => unit)).toEqual(['km', '%'])
  })

  test('that were withdrawn, or say no number, are not drawn', () => {
    expect(
      outline([observed('2020-01-01', { quantity: 2, withdrawn }), observed('2020-01-02')], target),
    ).toEqual([])
  })
})
