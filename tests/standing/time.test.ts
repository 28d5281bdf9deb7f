import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/lib/dates'
import { flagDaysOf, runsOf } from '../../src/standing/standing'
import { at, claim, day, deadline, fence, finding, standDue } from './facts'

describe('8. deadlines', () => {
  const dates = ({ dueOn, originalDueOn, timesMoved, slippageDays }: ReturnType<typeof standDue>) => [
    dueOn,
    originalDueOn,
    timesMoved,
    slippageDays,
  ]

  test('without any there is nothing due and nothing moved', () => {
    expect(dates(standDue([], [], 9))).toEqual([null, null, 0, null])
  })

  test('one alone is current and original', () => {
    expect(dates(standDue([], [deadline(1, 50)], 9))).toEqual([day(50), day(50), 0, 0])
  })

  test('moved thrice count two moves and the days between first and last', () => {
    const moved = [deadline(3, 70), deadline(1, 50), deadline(5, 45)]
    expect(dates(standDue([], moved, 9))).toEqual([day(45), day(50), 2, -5])
    expect(dates(standDue([], moved, 4))).toEqual([day(70), day(50), 1, 20])
    expect(dates(standDue([], moved, 0))).toEqual([null, null, 0, null])
  })

  test('lifted leave no due day and no slippage, but count', () => {
    const lifted = standDue([], [deadline(1, 50), deadline(3, null)], 60)
    expect(dates(lifted)).toEqual([null, day(50), 1, null])
    expect(lifted.time).toBe('no_deadline')
  })

  test('first decided without a day have no original to slip from', () => {
    expect(dates(standDue([], [deadline(1, null), deadline(3, 50)], 9))).toEqual([day(50), null, 1, null])
    expect(dates(standDue([], [deadline(1, null)], 9))).toEqual([null, null, 0, null])
  })

  test('count from their recording and until their withdrawal', () => {
    const rows = [deadline(1, 50), deadline(3, 70, { recordedAt: at(6), withdrawnAt: at(9) })]
    expect(dates(standDue([], rows, 20, at(5)))).toEqual([day(50), day(50), 0, 0])
    expect(dates(standDue([], rows, 20, at(6)))).toEqual([day(70), day(50), 1, 20])
    expect(dates(standDue([], rows, 20, at(9)))).toEqual([day(50), day(50), 0, 0])
    expect(dates(standDue([], rows, 20))).toEqual([day(50), day(50), 0, 0])
  })

  test('give way as original too when withdrawn', () => {
    const rows = [deadline(1, 50, { withdrawnAt: at(4) }), deadline(3, 70)]
    expect(dates(standDue([], rows, 20))).toEqual([day(70), day(70), 0, 0])
  })

  test.each([
    [
      'day',
      { decidedOn: day(3), recordedAt: at(4), id: 'a' },
      { decidedOn: day(2), recordedAt: at(5), id: 'b' },
    ],
    ['recording', { recordedAt: at(5), id: 'a' }, { recordedAt: at(4), id: 'b' }],
    ['id', { id: 'b' }, { id: 'a' }],
  ])('are ordered by %s', (_, late, early) => {
    const [last, first] = [deadline(3, 70, late), deadline(3, 50, early)]
    expect(dates(standDue([], [last, first], 9))).toEqual([day(70), day(50), 1, 20])
  })
})

describe('8. time', () => {
  const due = [deadline(0, 50)]

  test.each([
    [19, 'not_yet_due', null],
    [20, 'due_soon', null],
    [49, 'due_soon', null],
    [50, 'due_soon', null],
    [51, 'overdue', 1],
    [80, 'overdue', 30],
  ])('on day %i of a measure due on day 50 is %s (%s days)', (on, time, daysOverdue) => {
    expect(standDue([], due, on)).toMatchObject({ time, daysOverdue })
    expect(standDue([claim('iran', 2, 1)], due, on)).toMatchObject({ time, daysOverdue })
  })

  test('is overdue at once where the deadline passed before it was decided', () => {
    expect(standDue([], [deadline(10, 4)], 10)).toMatchObject({ time: 'overdue', daysOverdue: 6 })
  })

  test.each([
    ['the day before', 49, 'met_on_time'],
    ['the same day', 50, 'met_on_time'],
    ['a day later', 51, 'met_late'],
  ])('of a measure met %s is told by the day it was met, ever after', (_, metOn, time) => {
    expect(standDue([claim('iran', 3, metOn)], due, 90)).toMatchObject({ time, daysOverdue: null })
  })

  test('is measured against the current deadline, not the original', () => {
    expect(standDue([claim('iran', 3, 60)], [...due, deadline(55, 70)], 90).time).toBe('met_on_time')
    expect(standDue([claim('iran', 3, 60)], [...due, deadline(55, 58)], 90).time).toBe('met_late')
  })

  test('is overdue again once what was met has lapsed', () => {
    const reports = [claim('iran', 3, 40), claim('iran', 3, 60, { condition: 'lapsed' })]
    expect(standDue(reports, due, 61)).toMatchObject({ time: 'overdue', daysOverdue: 11 })
  })

  test.each(['abandoned', 'superseded'] as const)(
    'is closed when %s, at any stage, due or not',
    (condition) => {
      const reports = [claim('iran', 3, 40), claim('iran', 3, 41, { condition })]
      expect(standDue(reports, due, 80)).toMatchObject({ time: 'closed', daysOverdue: null, dueOn: day(50) })
      expect(standDue(reports, [], 80).time).toBe('closed')
      expect(standDue(reports, due, 40).time).toBe('met_on_time')
    },
  )

  test('of a measure met without a deadline is that it has none', () => {
    expect(standDue([claim('iran', 3, 40)], [], 80).time).toBe('no_deadline')
  })
})

describe('the days on which flags turn', () => {
  const flags = (...[measure, reports, deadlines]: Parameters<typeof runsOf>) => {
    const last = runsOf(measure, reports, deadlines, null).at(-1)
    return last && flagDaysOf(last, measure)
  }
  const never = { dueSoonFrom: null, overdueFrom: null, ageingFrom: null, staleFrom: null }

  test('follow from the due day and the day last heard', () => {
    expect(flags(fence, [claim('iran', 1, 5)], [deadline(0, 50)], null)).toEqual({
      dueSoonFrom: day(20),
      overdueFrom: day(51),
      ageingFrom: day(16),
      staleFrom: day(26),
    })
  })

  test('are none once the measure is settled and met', () => {
    expect(flags(fence, [finding(3, 5)], [deadline(0, 50)], null)).toEqual(never)
  })

  test('leave a closed measure to age but not to fall due', () => {
    const abandoned = claim('iran', 1, 5, { condition: 'abandoned' })
    expect(flags(fence, [abandoned], [deadline(0, 50)], null)).toMatchObject({
      dueSoonFrom: null,
      overdueFrom: null,
      staleFrom: day(26),
    })
  })

  test('are none where they lie beyond the calendar', () => {
    const rare = { ...fence, reviewIntervalDays: 100_000_000_000 }
    const last = { ...deadline(0, 0), dueOn: '9999-12-31' }
    expect(flags(rare, [claim('iran', 1, 5)], [last], null)).toEqual({
      ...never,
      dueSoonFrom: addDays('9999-12-31', -30),
    })
  })
})

describe('runs', () => {
  test('start where a report or a decision falls, and not where a decision changes nothing', () => {
    const runs = runsOf(
      fence,
      [claim('iran', 1, 5), finding(null, 7)],
      [deadline(2, null), deadline(6, 50)],
      null,
    )
    expect(runs.map((run) => run.fromOn)).toEqual([day(5), day(6), day(7)])
  })

  test('are none where nothing is known', () => {
    expect(runsOf(fence, [claim('iran', 1, 5)], [deadline(6, 50)], at(4))).toEqual([])
  })
})
