import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runsOf, standingAt } from '../../src/standing/standing'
import type { Standing } from '../../src/standing/standing.types'
import { StatusStrip } from '../../views/charts/status-strip'
import { flagMarksOf, MARKED, raisedOf, type MarkedFlag } from '../../views/charts/strip-flags'
import { everyDay, history } from '../standing/histories'
import { htmlOf } from './html'
import { DAY } from './sample'
import { fence, fenceDeadlines } from './sample-measures'

const UP: Record<MarkedFlag, (standing: Standing) => boolean> = {
  overdue: ({ time }) => time === 'overdue',
  disputed: ({ disputed }) => disputed,
  stalled: ({ condition }) => condition === 'stalled',
  verified: ({ basis }) => basis === 'verified',
}

test('a flag is up on exactly the days on which the standing raises it', () => {
  fc.assert(
    fc.property(history, ({ measure, reports, deadlines }) => {
      const runs = runsOf(measure, reports, deadlines, null)
      const to = everyDay.at(-1)!
      const raised = raisedOf({ runs, to })
      for (const day of everyDay) {
        const standing = standingAt(runs, measure, day)
        for (const flag of MARKED) {
          const up = raised.some(
            (one) => one.flag === flag && one.from <= day && (one.to === null || day < one.to),
          )
          expect(up, `${flag} on ${day}`).toBe(UP[flag](standing))
        }
      }
    }),
    { numRuns: 150 },
  )
})

test('marks at one place stand beside each other, and a flag that goes up and down in between is marked once', () => {
  const place = (day: string) => Number(day.slice(8))
  const raised = [
    { flag: 'overdue' as const, from: '2020-01-10', to: null },
    { flag: 'disputed' as const, from: '2020-01-11', to: '2020-01-12' },
    { flag: 'disputed' as const, from: '2020-01-14', to: null },
    { flag: 'verified' as const, from: '2020-01-12', to: null },
    { flag: 'disputed' as const, from: '2020-01-31', to: null },
  ]
  expect(flagMarksOf(raised, place).map(({ flag, at, before }) => [flag, at, before])).toEqual([
    ['overdue', 10, 0],
    ['disputed', 10, 1],
    ['verified', 10, 2],
    ['disputed', 31, 0],
  ])
})

test('a strip marks its flags by shape, says them in its table, and has no room for them without any', () => {
  const strip = (deadlines: typeof fenceDeadlines, runs = fence.runs) =>
    htmlOf(
      <StatusStrip
        {...{ title: 'Fence', runs, deadlines, from: '2017-11-07', to: DAY }}
        measure={fence.measure}
      />,
    )
  const html = strip(fenceDeadlines)
  expect(html).toContain('height="69"')
  expect(html).toContain('<title>Overdue from 1 January 2022</title><path d="M0 -4.5L4.5 4H-4.5z">')
  expect(html).toContain('<title>Disputed from 1 November 2024</title>')
  expect(html).toContain('Flags of Fence')
  const plain = strip([], [])
  expect(plain).toContain('height="56"')
  expect(plain).not.toContain('Flags of Fence')
})
