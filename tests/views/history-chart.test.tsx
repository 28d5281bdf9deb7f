import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/lib/dates'
import type { CountsOn } from '../../src/standing/history'
import { noCounts } from '../../src/standing/score'
import { LABELS } from '../../src/standing/standing.types'
import { OverTime } from '../../views/agreements/over-time'
import { arrowsOf, dueMarksOf, endOf } from '../../views/charts/deadline-geometry'
import { HistoryChart } from '../../views/charts/history-chart'
import { bandsOf, endLabelsOf, rowsOf, TALL } from '../../views/charts/history-geometry'
import { placeOf } from '../../views/charts/strip-geometry'
import { namedPages } from '../../views/ui/pages'
import { htmlOf, textOf } from './html'
import { DAY, frame } from './sample'

const FROM = '2020-01-01'
const TO = '2021-01-01'
const counts = (over: Partial<CountsOn['counts']>): CountsOn['counts'] => ({ ...noCounts(), ...over })
const HISTORY: CountsOn[] = [
  { on: FROM, counts: counts({ not_assessed: 4 }) },
  { on: '2020-07-01', counts: counts({ not_assessed: 3, implemented: 1 }) },
]

/** The height of an area at a place of the box, read from its path. */
function heightAt(path: string, x: number): number {
  let [at, top] = [0, TALL]
  for (const [, command, value] of path.matchAll(/([MHV])([\d.]+)/g)) {
    if (command === 'V') top = Number(value)
    else if (Number(value) > x) return TALL - top
    else at = Number(value)
  }
  return at > x ? 0 : TALL - top
}

describe('the areas', () => {
  test('are stacked in steps, the topmost first, each down to the ground', () => {
    const bands = bandsOf(HISTORY, TO, placeOf(FROM, TO, false))
    expect(bands).toEqual([
      { label: 'not_assessed', path: 'M0 220V0H1000V220z' },
      { label: 'implemented', path: 'M0 220H497V165H1000V220z' },
    ])
    expect(bandsOf([], TO, placeOf(FROM, TO, false))).toEqual([])
  })

  test('mirror where lines are read from the right, and end on the day shown', () => {
    const [top] = bandsOf(HISTORY, TO, placeOf(FROM, '2022-01-01', true))
    expect(top?.path).toBe('M1000 220V0H499V220z')
  })

  test('are on every day as tall as the measures with the label and those below it', () => {
    const row = fc.record({
      days: fc.integer({ min: 1, max: 40 }),
      counts: fc.record(Object.fromEntries(LABELS.map((label) => [label, fc.nat(9)]))),
    })
    const told = fc.array(row, { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(told, (rows) => {
        let on = FROM
        const history = rows.map(({ days, counts }) => {
          on = addDays(on, days)
          return { on, counts: { ...noCounts(), ...counts } }
        })
        const [first, end] = [history[0]!.on, addDays(on, 10)]
        const place = placeOf(first, end, false)
        const bands = bandsOf(history, end, place).reverse()
        const most = Math.max(
          1,
          ...history.map(({ counts }) => Object.values(counts).reduce((a, b) => a + b, 0)),
        )
        for (const { on, counts } of history) {
          let sum = 0
          for (const { label, path } of bands) {
            sum += counts[label]
            expect(heightAt(path, Math.round(place(on) * 10))).toBeCloseTo((TALL * sum) / most, 0)
          }
          expect(sum).toBe(Object.values(counts).reduce((a, b) => a + b, 0))
        }
      }),
      { numRuns: 100 },
    )
  })
})

test('the words beside the ends stand in the order of the areas and never on each other', () => {
  const all = { on: FROM, counts: counts(Object.fromEntries(LABELS.map((label) => [label, 1]))) }
  for (const last of [all, { on: FROM, counts: counts({ implemented: 1, reversed: 1, lapsed: 598 }) }]) {
    const ends = endLabelsOf([last])
    ends.slice(1).forEach((one, index) => expect(one.at - ends[index]!.at).toBeGreaterThanOrEqual(21.9))
    expect(ends[0]!.at).toBeGreaterThanOrEqual(0)
    expect(ends.at(-1)!.at).toBeLessThanOrEqual(TALL)
  }
  expect(endLabelsOf(HISTORY).map(({ label, count }) => [label, count])).toEqual([
    ['not_assessed', 3],
    ['implemented', 1],
  ])
})

test('a table has every day that changes a number, or the ends of quarters or years where they are many', () => {
  const daily = (days: number) =>
    Array.from({ length: days }, (_, index) => ({
      on: addDays(FROM, index),
      counts: counts({ lapsed: index }),
    }))
  expect(rowsOf(HISTORY, TO)).toEqual({ by: 'all', rows: HISTORY })
  const quarters = rowsOf(daily(400), '2021-02-03')
  expect(quarters.by).toBe('quarter')
  expect(quarters.rows.map(({ on }) => on)).toEqual([
    ...[FROM, '2020-03-31', '2020-06-30', '2020-09-30', '2020-12-31', '2021-02-03'],
  ])
  expect(quarters.rows[1]?.counts.lapsed).toBe(90)
  expect(rowsOf(daily(5000), '2033-09-08')).toMatchObject({ by: 'year' })
})

const step = (dueOn: string | null, decidedOn = FROM) => ({ dueOn, decidedOn })

describe('deadlines over the areas', () => {
  test('are counted by day, with those that were moved or lifted since apart', () => {
    const { days, moves } = dueMarksOf([
      [step('2020-06-01'), step('2020-09-01')],
      [step('2020-06-01')],
      [step('2020-09-01'), step(null)],
    ])
    expect(days).toEqual([
      { day: '2020-06-01', current: 1, earlier: 1 },
      { day: '2020-09-01', current: 1, earlier: 1 },
    ])
    expect(moves).toEqual([{ from: '2020-06-01', to: '2020-09-01', count: 1 }])
  })

  test('have arrows that do not cross in their lane, and say how many are left out', () => {
    const moves = Array.from({ length: 30 }, (_, index) => ({
      ...{ from: addDays(FROM, index * 10), to: addDays(FROM, index * 10 + 100 + index), count: 1 },
    }))
    const { arrows, left } = arrowsOf(moves)
    expect(arrows.length + left).toBe(30)
    for (const [index, one] of arrows.entries())
      for (const other of arrows.slice(index + 1))
        if (one.lane === other.lane) expect(one.to < other.from || other.to < one.from).toBe(true)
    expect(arrowsOf([])).toEqual({ arrows: [], left: 0 })
  })

  test('stretch the line of time, but not so far that the past is pressed together', () => {
    const due = (day: string) => [{ day, current: 1, earlier: 0 }]
    expect(endOf(FROM, TO, [])).toBe(TO)
    expect(endOf(FROM, TO, due('2021-03-01'))).toBe('2021-03-01')
    expect(endOf(FROM, TO, due('2999-01-01'))).toBe('2021-05-10')
  })
})

describe('the picture', () => {
  const html = htmlOf(
    <HistoryChart history={HISTORY} to={TO} deadlines={[[step('2020-06-01'), step('2020-09-01')]]} />,
  )
  test('has a title, a description with the first and the last day in words, and its tables', () => {
    expect(html).toContain('<title>How standings moved</title><desc>')
    expect(html).toContain('On 1 January 2020: Not assessed: 4.')
    expect(html).toContain('On 1 January 2021: Implemented: 1, Not assessed: 3.')
    expect(html).toContain('Measures by label on each day that changed a number')
    expect(html).toContain('When measures are due')
    expect(html).toContain('Deadlines that were moved')
  })
  test('sums very many moves by year, so that its table still has every one', () => {
    const many = Array.from({ length: 40 }, (_, index) => [
      step(addDays('2020-03-01', index)),
      step(addDays('2021-03-01', index * 12)),
    ])
    const table = textOf(htmlOf(<HistoryChart history={HISTORY} to={TO} deadlines={many} />))
    expect(table).toMatch(/more moves are in the table alone/)
    expect(table).toMatch(/moved, from year to year.* From To Measures 2020 2021 26 2020 2022 14/)
  })
  test('hatches what is not assessed and names every area beside its end by shape, number and word', () => {
    expect(html.match(/fill="url\(#hatch\)"/g)).toHaveLength(1)
    expect(html).toContain('href="#mark-implemented"')
    expect(html).toMatch(/ends-count">3<tspan class="ends-word" dx="6">Not assessed</)
  })
  test('has a tick for each due day, a shorter one for the earlier, and an arrow from the one to the other', () => {
    expect(html).toContain('<title>Due 1 September 2020</title>')
    expect(html).toContain('<title>Was due 1 June 2020; moved or lifted since</title>')
    expect(html).toContain('<title>Moved from 1 June 2020 to 1 September 2020</title>')
  })
})

describe('the switch', () => {
  const shown = (past: Parameters<typeof OverTime>[0]['past'], address = '/agreements/a?page=2') =>
    htmlOf(<OverTime frame={{ ...frame, address }} past={past} day={DAY} />)

  test('is two links that keep the rest of the address, the chosen one marked', () => {
    const html = shown({ reading: 'true', counts: HISTORY, deadlines: [] })
    expect(html).toContain('href="/agreements/a?page=2#over-time" aria-current="true">What was true then')
    expect(html).toContain('href="/agreements/a?page=2&amp;history=known#over-time">What we knew then')
    expect(html).toContain('each day as it is known now')
  })
  test('says from when on anything was known, and what cannot be said', () => {
    const late = [{ on: FROM, counts: counts({}) }, ...HISTORY.slice(1)]
    expect(shown({ reading: 'known', counts: late, deadlines: [] })).toContain(
      'Before <time datetime="2020-07-01">1 July 2020</time> it held none of these measures.',
    )
    expect(shown({ reading: 'known', counts: late, byMonth: true, deadlines: [] })).toContain(
      'each month shows how it ended',
    )
    expect(shown({ reading: 'known', counts: late.slice(0, 1), deadlines: [] })).toContain(
      'the register held none of these measures',
    )
  })
  test('is left out where nothing ever changed', () => {
    expect(shown({ reading: 'true', counts: HISTORY.slice(0, 1), deadlines: [] })).toBe('')
  })
})

test('long rows of pages leave out those far from the one shown', () => {
  expect(namedPages(1, 3)).toEqual([1, 2, 3])
  expect(namedPages(6, 12)).toEqual([1, null, 4, 5, 6, 7, 8, null, 12])
})
