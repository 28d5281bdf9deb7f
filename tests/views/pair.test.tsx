import { expect, test } from 'vitest'
import { kaplanMeier } from '../../src/lib/kaplan-meier'
import { slippageOf } from '../../src/standing/slippage'
import { anchorOf } from '../../views/charts/anchor'
import { AgreementRows, blocksOf } from '../../views/charts/agreement-rows'
import { knotsOf, PromiseThreads } from '../../views/charts/promise-threads'
import { dotsOf, slipPlace, slipTicks, spanOf } from '../../views/charts/slippage-dots'
import { SurvivalChart } from '../../views/charts/survival-chart'
import {
  sharePlace,
  survivalPaths,
  TALL,
  timePlace,
  topShare,
  yearTicks,
} from '../../views/charts/survival-geometry'
import { rowPlaceOf } from '../../views/charts/time-rows'
import { HowLong } from '../../views/parties/how-long'
import { Slippage } from '../../views/parties/slippage'
import { htmlOf, textOf } from './html'
import { agreement, DAY, scoreFor } from './sample'
import { fence, hotline, patrols, visits } from './sample-measures'
import { howLong, moves } from './sample-pair'

const span = { from: '2017-11-07', to: DAY }
const none = scoreFor([]).counts

test('a row has a mark for each of few measures and the pieces of one bar for many', () => {
  expect(blocksOf({ ...none, implemented: 1, not_assessed: 2 })).toEqual([
    { label: 'implemented', x: 0, width: 13 },
    { label: 'not_assessed', x: 15, width: 13 },
    { label: 'not_assessed', x: 30, width: 13 },
  ])
  const many = blocksOf({ ...none, implemented: 100, in_progress: 200 })
  expect(many.map(({ label }) => label)).toEqual(['implemented', 'in_progress'])
  expect(many.at(-1)!.x + many.at(-1)!.width).toBeCloseTo(178, 1)
  expect(blocksOf(none)).toEqual([])
})

test('rows share one line of time with a margin, and mirror from right to left', () => {
  const place = rowPlaceOf(span, false)
  expect([place(span.from), place(span.to)]).toEqual([2, 98])
  const mirrored = rowPlaceOf(span, true)
  for (const day of ['2018-01-01', '2022-02-02', DAY]) expect(mirrored(day) + place(day)).toBeCloseTo(100)
  expect([anchorOf(1, false), anchorOf(50, false), anchorOf(99, false)]).toEqual(['start', 'middle', 'end'])
  expect([anchorOf(1, true), anchorOf(50, true), anchorOf(99, true)]).toEqual(['end', 'middle', 'start'])
})

test('an agreement says in words what its row shows, also where it promised nothing', () => {
  const line = (some: Parameters<typeof scoreFor>[0]) => ({
    agreement,
    score: scoreFor(some),
    attention: 0,
    concluded: true,
  })
  const html = htmlOf(
    <AgreementRows agreements={[line([hotline, fence, patrols, visits]), line([])]} span={span} />,
  )
  expect(html.match(/<title>/g)).toHaveLength(2)
  const text = textOf(html)
  expect(text).toContain('Concluded 7 November 2017. Implemented: 1; In progress: 2; Not assessed: 1.')
  expect(text).toContain('1 of 4 implemented, 1 never assessed')
  expect(text).toContain('no measure of its own')
  expect(html).toContain('class="point empty"')
  // Told apart by shape, for a sheet printed in grey; a bar only where there is no room for marks.
  const marks = [...html.matchAll(/class="mark (\w+)" x="[\d.-]+"/g)].map(([, label]) => label)
  expect(marks).toEqual(['implemented', 'in_progress', 'in_progress', 'not_assessed'])
  expect(html).not.toContain('class="bar')
})

test('many agreements fold those of which nobody has said anything, and few do not', () => {
  const line = (slug: string, some: Parameters<typeof scoreFor>[0]) => ({
    ...{ agreement: { ...agreement, slug }, score: scoreFor(some), attention: 0, concluded: true },
  })
  const quiet = { ...fence, standing: { ...fence.standing, label: 'not_assessed' as const, stage: null } }
  const many = Array.from({ length: 13 }, (_, n) => line(`a-${n}`, n % 2 ? [quiet] : [fence, quiet]))
  const pictureOf = (lines: typeof many) => htmlOf(<AgreementRows agreements={lines} span={span} />)
  const [shown = '', folded = ''] = pictureOf(many).split('<details class="folded">')
  const rows = (html: string) => [...html.matchAll(/href="\/agreements\/a-(\d+)"/g)].map(([, n]) => Number(n))
  expect(rows(shown)).toEqual([12, 10, 8, 6, 4, 2, 0])
  expect(rows(folded)).toEqual([11, 9, 7, 5, 3, 1])
  expect(textOf(folded)).toContain('6 more agreements: nobody has said what became of the 6 measures')
  expect(textOf(folded)).toContain('1 never assessed')
  expect(pictureOf(many.slice(1))).not.toContain('<details')
})

const step = (concludedOn: string, label: 'not_assessed' | 'in_progress', code: string) => ({
  ...{ agreement: { slug: agreement.slug, title: agreement.title }, code, title: 'A hotline' },
  ...{ concludedOn, concludedOnPrecision: 'day' as const, label },
})

test('a thread runs from the first promise to the last, those of one day side by side', () => {
  const steps = [
    step('2017-11-07', 'not_assessed', '1'),
    step('2020-01-01', 'in_progress', '2'),
    step('2020-01-01', 'in_progress', '3'),
  ]
  const place = rowPlaceOf(span, false)
  expect(knotsOf(steps, place).map(({ beside, lane }) => [beside, lane])).toEqual([
    [0, 0],
    [0, 0],
    [1, 0],
  ])
  const close = ['2018-01-01', '2020-01-01', '2020-03-01', '2020-03-01', '2020-05-01', '2024-01-01']
  const lanes = knotsOf(
    close.map((day) => step(day, 'in_progress', '1')),
    place,
  )
  expect(lanes.map(({ beside, lane }) => [beside, lane])).toEqual([
    [0, 0],
    [0, -1],
    [0, 1],
    [1, 1],
    [0, -1],
    [0, 0],
  ])
  const html = htmlOf(<PromiseThreads threads={[steps]} span={span} />)
  expect(html).toMatch(/class="thread-line" x1="2%" x2="24\.\d+%"/)
  expect(html).toMatch(/class="thread-on" x1="24\.\d+%" x2="98%"/)
  expect(html.match(/<use href="#mark-in_progress"/g)?.length).toBeGreaterThanOrEqual(2)
  expect(textOf(html)).toContain('7 November 2017: Not assessed; 1 January 2020: In progress;')
  expect(textOf(html)).toContain('3 promises')
})

const rows = (...watched: [time: number, happened: boolean][]) =>
  kaplanMeier(watched.map(([time, happened]) => ({ time, happened }))) ?? []

test('the curve starts at nothing, rises in steps, and ends where the longest watch ends', () => {
  const estimates = rows([50, true], [100, false])
  const within = { longest: 100, top: 1, rtl: false }
  expect(survivalPaths(estimates, within)).toEqual({
    curve: 'M0,160L500,160L500,80L1000,80L1000,80',
    band: expect.stringMatching(/^M500,0\.96L1000,0\.96(L1000,[\d.]+)+L500,145\.67Z$/),
    ended: 'M1000 76v8',
  })
  expect(survivalPaths(estimates, { ...within, rtl: true }).curve).toBe('M1000,160L500,160L500,80L0,80L0,80')
  expect(survivalPaths(rows([80, false]), within)).toMatchObject({
    curve: 'M0,160L1000,160L1000,160',
    band: '',
  })
})

test('the picture reaches as high as curve and band do, in a few sizes, and always down to nothing', () => {
  expect(topShare(rows([5, false]))).toBe(0.2)
  expect(topShare(rows([1, true], [2, true]))).toBe(1)
  expect([sharePlace(0, 0.2), sharePlace(0.2, 0.2), sharePlace(0.5, 1)]).toEqual([TALL, 0, TALL / 2])
  expect([timePlace(10, false)(20), timePlace(10, true)(0)]).toEqual([100, 100])
  expect([yearTicks(0), yearTicks(3), yearTicks(26)]).toEqual([[0], [0, 1, 2, 3], [0, 4, 8, 12, 16, 20, 24]])
})

test('thousands of promises make no longer a path than anybody can see', () => {
  const estimates = rows(...Array.from({ length: 9000 }, (_, n): [number, boolean] => [n + 1, n % 3 > 0]))
  const { curve, ended } = survivalPaths(estimates, { longest: 9000, top: 1, rtl: false })
  expect(curve.length).toBeLessThan(6000)
  expect(ended.match(/M/g)?.length).toBeLessThan(152)
})

test('the numbers still watched stand under the years, and the table has each year', () => {
  const html = htmlOf(<SurvivalChart survival={howLong.survival} />)
  const figures = [...html.matchAll(/class="figure"[^>]*>(\d+)</g)].map(([, figure]) => Number(figure))
  expect(figures[0]).toBe(6)
  expect(figures).toEqual(figures.toSorted((a, b) => b - a))
  expect(html.match(/class="curve other"/g)).toHaveLength(2)
  // The years are bare figures, for on a phone words would run into each other.
  const bare = [...html.matchAll(/y="192" text-anchor="\w+">([^<]+)</g)].map(([, year]) => year)
  expect(bare).toEqual(['0 years', '2', '4', '6', '8', '10', '12'])
  // The line at nothing bears no word, for the curve begins there.
  expect(html).not.toContain('>0 %</text>')
  expect(html.slice(html.indexOf('<tbody>')).match(/<tr>/g)).toHaveLength(howLong.survival.yearly.length)
  expect(html).toMatch(
    /role="img"[^>]*><title>Known to be implemented, by years after the agreement<\/title><desc>/,
  )
})

test('what was not reached is said, and never shown as no time at all', () => {
  const text = textOf(htmlOf(<HowLong {...howLong} />))
  expect(text).toContain('Of 6 promises in 6 measures, 3 are known to be implemented.')
  expect(text).toContain('One was never assessed: nobody can say whether it was kept.')
  expect(text).toContain('Half were implemented within 5 years 11 months of the agreement.')
  expect(text).toContain(
    '33 % were known to be implemented 5 years after the agreement. Chance alone could put',
  )
  expect(text).toContain('Statisticians call this a Kaplan-Meier curve.')
  expect(text).not.toMatch(/In \d of \d themes?/)
  expect(text).toContain(
    'In 1 of 2 kinds of duty half of the promises are implemented: Once: build, sign, open after',
  )
  expect(text).toContain('Continuing: patrol, share, not permit 3 1 0 not reached')
  expect(text).not.toMatch(/\b0 days\b/)
})

test('moves stand where they lie, on each other where they are alike, mirrored from right to left', () => {
  const span = spanOf([90, 1361])
  expect(span).toEqual([0, 1361])
  expect(spanOf([-40])).toEqual([-40, 365.2425])
  const place = slipPlace(span, false)
  expect([place(0), place(1361)]).toEqual([3, 97])
  expect(slipPlace(span, true)(0)).toBe(97)
  expect(dotsOf([90, 90, 1361], place)).toMatchObject({
    each: 1,
    dots: [{ up: 5.5 }, { up: 16.5 }, { up: 5.5, x: 97 }],
  })
  const many = dotsOf([...Array.from({ length: 400 }, () => 30), 1361], place)
  expect(many.each).toBe(50)
  expect(many.dots).toHaveLength(9)
  expect(slipTicks(span)).toEqual([0, 1, 2, 3])
  expect(slipTicks([-800, 800])).toEqual([-2, -1, 0, 1, 2])
})

test('slippage is a sentence, dots and a table; without a move the sentence is enough', () => {
  const html = htmlOf(<Slippage moves={moves} />)
  const text = textOf(html)
  expect(text).toContain('3 measures ever had a deadline; 3 were moved, 4 times in all.')
  expect(text).toContain('One more lost its day, or had none at first')
  expect(text).toContain('the furthest 3 years 8 months later')
  expect(html.match(/class="dot"/g)).toHaveLength(2)
  const [first] = moves.slippage.moved
  const once = textOf(htmlOf(<Slippage moves={{ slippage: slippageOf([first!]), named: [] }} />))
  expect(once).toContain(`one was moved, once. It is now due 3 years 8 months later than first agreed (`)
  expect(once).not.toContain('The median measure')
  const [lifted] = moves.slippage.dayless
  const kept = slippageOf([{ measure: lifted!.measure, standing: { ...fence.standing, timesMoved: 0 } }])
  const still = htmlOf(<Slippage moves={{ slippage: kept, named: [] }} />)
  expect(textOf(still)).toContain('One measure ever had a deadline; none was moved.')
  expect(still).not.toContain('<svg')
})
