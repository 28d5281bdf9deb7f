import { expect, test } from 'vitest'
import { OutcomeBars, mostOf, outcomePieces } from '../../views/charts/outcome-bars'
import { PointPairs, pairPlace } from '../../views/charts/point-pairs'
import { htmlOf, textOf } from './html'
import { outcomes } from './sample-outcomes'
import { pages } from './sample-pages'

const row = (score: number) => outcomes.byScore.find((one) => one.points === score)!

test('bars are as long as there are measures, and the never assessed stand apart at the end', () => {
  const most = mostOf(outcomes.byScore)
  expect(most).toBe(3)
  const [first, ...more] = outcomePieces(row(1), most)
  expect(first?.start).toBe(0)
  expect([first, ...more].reduce((sum, piece) => sum + (piece?.width ?? 0), 0)).toBeCloseTo(98.8)
  expect(outcomePieces(row(0), most)).toMatchObject([{ label: 'not_assessed', start: 0 }])
  const mixed = { ...row(4), counts: { ...row(4).counts, not_assessed: 1 } }
  const pieces = outcomePieces(mixed, most)
  const [before, last] = [pieces.at(-2)!, pieces.at(-1)!]
  expect(last.label).toBe('not_assessed')
  expect(last.start - before.start - before.width).toBeCloseTo(1.2)
  expect(outcomePieces(row(8), most)).toEqual([])
  expect(mostOf([])).toBe(1)
})

test('every score has its row and its words, and unknown is never shown as not done', () => {
  const html = htmlOf(<OutcomeBars rows={outcomes.byScore} />)
  const text = textOf(html.slice(html.indexOf('<ol'), html.indexOf('</ol>')))
  const rows = [...html.matchAll(/class="outcome-row(?: none)?"><b>([^<]*)</g)].map(([, points]) => points)
  expect(rows).toEqual(['5–8 of 8', '4 of 8', '2–3 of 8', '1 of 8', '0 of 8'])
  expect(text).toContain('of 8 no measure')
  expect(text).toContain('1 of 2 assessed are implemented')
  expect(text).toContain('none assessed, 1 never assessed')
  expect(html.match(/url\(#hatch\)/g)).toHaveLength(1)
  const table = textOf(html.slice(html.indexOf('<tbody>')))
  expect(table).toMatch(/ 0 0 0 0 1 (0 )*no figure 0–100 %/)
  // Too little of them is current, so the range stands for the single figure.
  expect(table).toMatch(/ no figure no figure /)
})

test('each point stands with and without it on one line, with its interval, mirrored from right to left', () => {
  expect([pairPlace(false)(0), pairPlace(false)(100), pairPlace(true)(0)]).toEqual([2, 98, 98])
  const html = htmlOf(<PointPairs rows={outcomes.byPoint} />)
  expect(html.match(/<title>Implemented with it:/g)).toHaveLength(8)
  expect(html).toContain('<title>Implemented with it: 20 %; without it: no figure</title>')
  expect(html).toContain('<title>Implemented with it: no figure; without it: 20 %</title>')
  // Where none was assessed there is no mark, rather than one at nothing.
  expect(html.match(/<g class="having">/g)).toHaveLength(4)
  expect(textOf(html)).toContain('1 of 5 assessed each assessed none assessed 1 never assessed')
  expect(textOf(html)).toContain('Resources Implemented with it: no figure; without it: 20 %')
  expect(textOf(html)).toContain('no measure 1 of 5 assessed 1 never assessed')
  expect(textOf(html)).not.toContain('none assessed each assessed')
})

test('the page says that it shows no cause, and with nothing to show says that', () => {
  const text = textOf(htmlOf(pages['implementability']!))
  expect(text).toContain('Of 6 measures, 5 were ever assessed, and one counts as implemented.')
  expect(text).toContain('what went together in this record, not what caused what')
  expect(text).toContain('4 of 8 points for what was implemented')
  const none = textOf(htmlOf(pages['implementability-none']!))
  expect(none).toContain('No measure of the record is among these on this day.')
  expect(none).not.toContain('on average')
})
