import { describe, expect, test } from 'vitest'
import { seriesOf, type Series } from '../../src/observations/figures'
import { downOf, FOOT, legsOf, TOP } from '../../views/observations/figure-geometry'
import { footOf, hasRoom, HELD_DOWN, promisedDays, rowDown } from '../../views/observations/session-geometry'
import { Observed } from '../../views/measures/observed'
import type { Note } from '../../src/notes/note'
import type { Observation } from '../../src/observations/observation'
import { observed } from '../observations/observed'
import { htmlOf, textOf } from './html'
import { DAY, lineOf, measureOf, names, recorded, source } from './sample'

const fenced = [
  observed('2020-12-05', { percentStated: 30 }),
  observed('2021-02-19', { percentStated: 40 }),
  observed('2022-03-31', {
    observedOnPrecision: 'inferred',
    quantity: 658.751,
    total: 830.6,
    unit: 'km',
    percentStated: 70.3,
  }),
]
const note: Note = {
  ...recorded(),
  on: '2022-11-11',
  onPrecision: 'day',
  kind: 'conflict',
  byParty: null,
  text: 'The frequency is given as quarterly by one paper and annual by another.',
  evidence: [source({ title: 'A paper' })],
}
const shown = (over: Parameters<typeof measureOf>[0], observations: Observation[], notes: Note[] = []) =>
  htmlOf(
    <Observed
      line={lineOf(measureOf(over), [])}
      names={names}
      observations={observations}
      notes={notes}
      to={DAY}
      mayWithdraw={false}
    />,
  )
const only = (observations: Observation[], target: Parameters<typeof seriesOf>[1] = null): Series => {
  const [series] = seriesOf(observations, target)
  if (!series) throw new Error('no series')
  return series
}

describe('figures on the way to a target', () => {
  test('stand between nothing at the foot and all of it on top', () => {
    const series = only([observed('2020-01-01', { quantity: 45, unit: 'km' })], {
      quantity: 90,
      unit: 'km',
      baseline: 10,
    })
    const { down, ticks } = downOf(series)
    expect([down(0), down(90), down(45)]).toEqual([FOOT, TOP, (FOOT + TOP) / 2])
    expect(ticks.every((tick) => down(tick) >= TOP && down(tick) <= FOOT)).toBe(true)
  })

  test('leave room for what the parts of a percentage give, and for what went beyond the whole', () => {
    const beyond = only([observed('2020-01-01', { quantity: 12, total: 10, unit: 'km', percentStated: 100 })])
    expect(downOf(beyond).down(120)).toBe(TOP)
    const less = only([observed('2020-01-01', { quantity: -5 })])
    expect(downOf(less).down(-5)).toBe(FOOT)
    const nothing = only([observed('2020-01-01', { quantity: 0 })])
    expect(downOf(nothing).down(0)).toBe(FOOT)
  })

  test('are joined by dots where they may be of different wholes', () => {
    expect(legsOf(only(fenced)).map(({ sure }) => sure)).toEqual([false, false])
  })

  test('say a contradiction in a sentence, at the point and in the table', () => {
    const html = shown({ obligation: 'quantity' }, fenced)
    const text = textOf(html)
    expect(text).toContain(
      '31 March 2022 (inferred): the source says 70.3 %, its own figures give 79.31 % (658.751 of 830.6 km).',
    )
    expect(html).toContain('<title>The source says 70.3 %, its own figures give 79.31 %</title>')
    expect(text).toMatch(/gives 79.31 %.* says 70.3 %/)
    expect(text).toMatch(/79.31 % The source says 70.3 %, its own figures give 79.31 %/)
    expect(text).toContain('Not every source says of what its percentage is')
  })

  test('say nothing of a contradiction where the source rounded', () => {
    const rounded = [observed('2022-03-31', { quantity: 2, total: 3, unit: 'km', percentStated: 66 })]
    expect(shown({ obligation: 'quantity' }, rounded)).not.toContain('contradiction')
    expect(textOf(shown({ obligation: 'quantity' }, rounded))).toContain('66.67 % as the source says')
  })

  test('say how much of the target they are, and what was promised where there are none', () => {
    const measure = { obligation: 'quantity', target: { quantity: 100, unit: 'MW', baseline: null } } as const
    const text = textOf(shown(measure, [observed('2023-02-01', { quantity: 20, unit: 'MW' })]))
    expect(text).toContain('Last figure (MW): 20, 1 February 2023. That is 20 % of the target of 100 MW.')
    expect(textOf(shown(measure, []))).toContain('The text promises 100 MW. No figure')
    expect(shown({ obligation: 'quantity' }, [])).toBe('')
  })

  test('of two units are two pictures, and a lone figure without a whole is only a sentence', () => {
    const html = shown({ obligation: 'quantity' }, [
      observed('2020-07-28', { quantity: 14, unit: 'moved' }),
      observed('2020-12-17', { quantity: 65, total: 102, unit: 'eligible' }),
    ])
    expect(html.match(/class="figure-chart"/g)).toHaveLength(1)
    expect(textOf(html)).toContain('Last figure (moved): 14')
    expect(textOf(html)).toContain('so they are drawn apart')
  })
})

describe('sessions held and promised', () => {
  const jbc = [
    observed('2018-04-30', { observedOnPrecision: 'month', note: '18th session.' }),
    observed('2018-12-10', { note: '20th session.' }),
    observed('2022-11-10', { note: '21st session.' }),
  ]

  test('have a row each, apart from the marks, above the axis', () => {
    expect([rowDown(0) - HELD_DOWN > 30, footOf(2) > rowDown(1), footOf(0) > HELD_DOWN]).toEqual([
      true,
      true,
      true,
    ])
    expect(promisedDays('2020-01-01', '2021-01-01', 6)).toEqual(['2020-07-01', '2021-01-01'])
    expect(promisedDays('1700-01-01', '2021-01-01', 1)).toEqual([])
    expect([hasRoom(0, 30), hasRoom(30, 0), hasRoom(0, 5)]).toEqual([true, true, false])
  })

  test('are counted in sentences first', () => {
    const text = textOf(shown({ obligation: 'periodic', everyMonths: 12 }, jbc))
    expect(text).toContain('3 held since the conclusion, against 9 promised by the interval of 12 months.')
    expect(text).toContain(
      'The last is of 10 November 2022, 1,474 days before the day shown: the next is 1,109 days over the interval.',
    )
    expect(text).toContain('The longest gap was 1,431 days, from 10 December 2018 to 10 November 2022.')
    expect(text).toContain('Number 19 is not on record.')
  })

  test('mark a gap over the interval by word and shape, and a day not exactly known', () => {
    const html = shown({ obligation: 'periodic', everyMonths: 12 }, jbc)
    expect(html.match(/class="between late"/g)).toHaveLength(1)
    expect(html.match(/class="between late open"/g)).toHaveLength(1)
    expect(html).toContain(
      '1,431 days, from 10 December 2018 to 10 November 2022: 1,066 days over the interval',
    )
    expect(html.match(/class="session inexact"/g)).toHaveLength(1)
    expect(textOf(html)).toContain('Thick, with a triangle: longer than the interval promised.')
  })

  test('miss nothing where no interval is entered', () => {
    const html = shown({ obligation: 'periodic' }, jbc)
    expect(textOf(html)).toContain('No interval is entered, so none can be counted as missed.')
    expect(html).not.toContain('late')
    expect(textOf(shown({ obligation: 'periodic' }, []))).toContain('None is on record.')
  })

  test('show frequencies that sources give differently side by side, with their sources', () => {
    const html = shown({ obligation: 'periodic' }, jbc, [note])
    const text = textOf(html)
    expect(text).toContain('Published frequencies differ')
    expect(text).toMatch(/Quarterly 36 3 3 .*Yearly 9 3 2/)
    expect(text).toContain('A paper')
    expect(html).toContain(`href="#note-${note.id}"`)
    expect(html.match(/<g class="promised"/g)).toHaveLength(2)
    expect(textOf(shown({ obligation: 'periodic', everyMonths: 12 }, jbc))).not.toContain(
      'Published frequencies differ',
    )
  })
})
