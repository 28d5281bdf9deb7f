import { expect, test } from 'vitest'
import { htmlOf } from './html'
import { piecesOf } from '../../views/charts/counts-bar'
import { gapOf, marksOf, rowPlace, ROW, stagePlace } from '../../views/charts/positions'
import { ScoreDots } from '../../views/charts/score-dots'
import { PositionLine } from '../../views/charts/position-line'
import { StatusStrip } from '../../views/charts/status-strip'
import { placeOf, segmentsOf, ticksOf, yearsBetween } from '../../views/charts/strip-geometry'
import { wordsIn } from '../../views/ui/words'
import { DAY, names, scoreFor } from './sample'
import { fence, fenceDeadlines, hotline, liaison, patrols, visits } from './sample-measures'

const t = wordsIn('en')
const from = '2017-11-07'
const stripOf = (line: typeof fence) => segmentsOf({ runs: line.runs, measure: line.measure, from, to: DAY })

test('a strip covers every day from the conclusion to the day shown, without gap or overlap', () => {
  for (const line of [hotline, fence, patrols, liaison, visits]) {
    const segments = stripOf(line)
    expect(segments[0]?.from).toBe(from)
    expect(segments.at(-1)?.to).toBe(DAY)
    segments.slice(1).forEach((segment, index) => expect(segment.from).toBe(segments[index]?.to))
  }
})

test('a strip turns stale after twice the review interval and says unknown before the first report', () => {
  expect(stripOf(patrols)).toEqual([
    { from, to: '2017-12-28', label: 'not_assessed', stage: null, stale: false, heard: false },
    { from: '2017-12-28', to: '2018-06-27', label: 'in_progress', stage: 1, stale: false, heard: true },
    { from: '2018-06-27', to: DAY, label: 'in_progress', stage: 1, stale: true, heard: true },
  ])
  expect(stripOf(hotline)).toHaveLength(1)
})

test('a strip of a single day is one segment', () => {
  expect(segmentsOf({ runs: [], measure: hotline.measure, from, to: from })).toHaveLength(1)
})

test('deadlines are ticks, the current one marked, and each move an arrow from the old to the new', () => {
  expect(ticksOf(fenceDeadlines)).toEqual({
    ticks: [
      { day: '2021-12-31', current: false },
      { day: '2025-09-22', current: true },
    ],
    moves: [{ from: '2021-12-31', to: '2025-09-22' }],
  })
  const lifted = ticksOf([...fenceDeadlines, { dueOn: null, decidedOn: DAY }])
  expect(lifted.ticks.some(({ current }) => current)).toBe(false)
})

test('places stay within the line and mirror from right to left', () => {
  const place = placeOf('2020-01-01', '2021-01-01', false)
  expect([place('2019-01-01'), place('2020-01-01'), place('2021-01-01'), place('2030-01-01')]).toEqual([
    0, 0, 100, 100,
  ])
  expect(placeOf('2020-01-01', '2021-01-01', true)('2020-01-01')).toBe(100)
  expect(yearsBetween(from, DAY).length).toBeLessThanOrEqual(6)
})

test('marks of the same stage stand on rows of their own and the gap spans the stages said', () => {
  const marks = marksOf(t, { standing: liaison.standing, names, owedBy: liaison.measure.owedBy })
  expect(marks.map(({ who, stage }) => [who, stage])).toEqual([
    ['Iran', 2],
    ['Pakistan', 2],
    ['Finding', 1],
  ])
  expect(gapOf(marks)).toEqual({ low: 1, high: 2 })
  expect(rowPlace(1) - rowPlace(0)).toBe(ROW)
  expect([0, 1, 2, 3].map((stage) => stagePlace(stage, false))).toEqual([8, 36, 64, 92])
  expect(stagePlace(0, true)).toBe(stagePlace(3, false))
})

test('the position line has a diamond for the finding, a band for the gap and a table', () => {
  const html = htmlOf(
    <PositionLine
      title="Sharing"
      standing={liaison.standing}
      names={names}
      owedBy={liaison.measure.owedBy}
    />,
  )
  const picture = html.slice(0, html.indexOf('</svg><p'))
  expect(picture.match(/<circle/g)).toHaveLength(2)
  expect(picture).toContain('M0 -8L8 0L0 8L-8 0z')
  expect(html).toContain('class="gap" x="36%" width="28%"')
  expect(html).toContain('Between the lowest and the highest lies a gap of 1 stage.')
  expect(html).toContain('<table')
})

test('where nobody spoke the line is hatched, not empty and not zero', () => {
  const html = htmlOf(
    <PositionLine
      title="Hotline"
      standing={hotline.standing}
      names={names}
      owedBy={hotline.measure.owedBy}
    />,
  )
  expect(html).toContain('url(#hatch)')
  expect(html).toContain('Nobody has given a stage.')
  expect(html).not.toContain('<circle')
})

test('a strip draws stale stretches hatched over their colour and has a title, a description and a table', () => {
  const html = htmlOf(
    <StatusStrip
      title="Patrols"
      runs={patrols.runs}
      measure={patrols.measure}
      deadlines={[]}
      from={from}
      to={DAY}
    />,
  )
  expect(html).toMatch(/role="img"[^>]*><title>Patrols: how its standing moved<\/title><desc>/)
  expect(html).toContain('In progress but stale, 27 June 2018 to 23 November 2026')
  expect(html.match(/url\(#hatch-over\)/g)).toHaveLength(1)
  expect(html).toContain('<summary>As a table</summary>')
})

test('pieces of the counts bar fill it exactly and leave out what does not occur', () => {
  const pieces = piecesOf(scoreFor([hotline, fence, patrols]).counts)
  expect(pieces.map(({ label, count }) => [label, count])).toEqual([
    ['in_progress', 2],
    ['not_assessed', 1],
  ])
  expect(pieces.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100)
  expect(piecesOf(scoreFor([]).counts)).toEqual([])
})

test('under 60 % coverage no single number is shown, only the range', () => {
  const html = htmlOf(<ScoreDots score={scoreFor([hotline, fence, patrols])} names={names} />)
  expect(html).toContain('What the record allows')
  expect(html).not.toContain('By Iran’s account')
  expect(html).not.toContain('class="dot"')
})

test('with enough coverage each account has its dot and the range lies behind those it bounds', () => {
  const html = htmlOf(<ScoreDots score={scoreFor([visits])} names={names} />)
  for (const words of ['By Iran’s account', 'By Pakistan’s account', 'Implemented, verified', '100 %'])
    expect(html).toContain(words)
  expect(html.match(/class="dot"/g)).toHaveLength(6)
  expect(html.match(/class="band"/g)).toHaveLength(4)
})
