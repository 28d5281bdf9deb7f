import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Begun, dayEventsOf, type EnteredHistory } from '../../src/days/day-events'
import { DAY_EVENTS, dayPassedContent, readDayPassed } from '../../src/days/day-passed'
import { addDays, type Instant, lastInstantOf } from '../../src/lib/dates'
import type { DeadlineFact, MeasureFact, ReportFact } from '../../src/standing/facts'
import { at, claim, day, deadline, fence } from '../standing/facts'
import { type History, history, INSTANTS } from '../standing/histories'
import { naiveStanding } from '../standing/naive'

type Row = ReportFact | DeadlineFact
const later = (row: Row): Instant => row.withdrawnAt ?? row.recordedAt

/** A history as it entered, an entry for each thing and each withdrawal, in the order of their instants. */
function entered(
  { measure, reports, deadlines }: History,
  more: Partial<EnteredHistory> = {},
): EnteredHistory {
  const instants = instantsOf({ reports, deadlines })
  const put = <T extends Row>(row: T) => ({
    ...row,
    entry: 2 + instants.indexOf(row.recordedAt),
    withdrawnBy: row.withdrawnAt === null ? null : 2 + instants.indexOf(later(row)),
    precision: 'day' as const,
  })
  return {
    id: 'm-1',
    agreement: 'pact',
    code: '1',
    wordings: [{ entry: 1, fields: worded(measure) }],
    agreementWordings: [{ entry: 1, fields: { concluded_on: '2017-11-07' } }],
    withdrawnBy: [],
    reports: reports.map(put),
    deadlines: deadlines.map(put),
    ...more,
  }
}

const worded = ({ owedBy, obligation, reviewIntervalDays }: MeasureFact) => ({
  owed_by: [...owedBy],
  obligation,
  ...(reviewIntervalDays === null ? {} : { review_interval_days: reviewIntervalDays }),
})

const instantsOf = ({ reports, deadlines }: Pick<History, 'reports' | 'deadlines'>): Instant[] =>
  [...new Set([...reports, ...deadlines].flatMap((row) => [row.recordedAt, later(row)]))].sort()

/** Days counted from day 0 with the last entry before each. */
const begun = (rows: Pick<History, 'reports' | 'deadlines'>, first: number, last: number): Begun[] =>
  Array.from({ length: last - first + 1 }, (_, n) => {
    const instants = instantsOf(rows)
    return { day: day(first + n), upTo: 1 + instants.filter((instant) => instant < day(first + n)).length }
  })

const eventsOf = (
  rows: { reports?: ReportFact[]; deadlines?: DeadlineFact[] },
  [first, last]: [number, number],
  more: Partial<EnteredHistory> = {},
) => {
  const whole = { measure: fence, reports: [], deadlines: [], ...rows }
  return dayEventsOf(entered(whole, more), begun(whole, first, last)).map(
    ({ event, day: on }) => `${event} ${on}`,
  )
}

describe('a deadline', () => {
  const due = [deadline(0, 40)]
  test('is due soon thirty days before it and overdue the day after it', () => {
    expect(eventsOf({ deadlines: due }, [1, 60])).toEqual([`due_soon ${day(10)}`, `overdue ${day(41)}`])
  })
  test('says the day it is counted from', () => {
    const whole = { measure: fence, reports: [], deadlines: due }
    expect(dayEventsOf(entered(whole), begun(whole, 41, 41))).toEqual([
      { event: 'overdue', day: day(41), on: day(40), onPrecision: 'day' },
    ])
  })
  test('that was set late brings nothing on the day it was set', () => {
    expect(eventsOf({ deadlines: [deadline(50, 40)] }, [1, 80])).toEqual([])
  })
  test('moved on the very day had passed when that day began', () => {
    const moved = [...due, deadline(41, 100)]
    expect(eventsOf({ deadlines: moved }, [30, 60])).toEqual([`overdue ${day(41)}`])
  })
  test('moved the day before has not', () => {
    expect(eventsOf({ deadlines: [...due, deadline(40, 100)] }, [30, 60])).toEqual([])
    expect(eventsOf({ deadlines: [...due, deadline(40, 100)] }, [30, 110])).toEqual([
      `due_soon ${day(70)}`,
      `overdue ${day(101)}`,
    ])
  })
  test('withdrawn before is as if it had never been', () => {
    expect(eventsOf({ deadlines: [deadline(0, 40, { withdrawnAt: at(20) })] }, [11, 60])).toEqual([])
  })
  test('of what is met, abandoned or superseded brings nothing', () => {
    for (const said of [{}, { condition: 'abandoned' }, { condition: 'superseded' }] as const)
      expect(
        eventsOf({ deadlines: due, reports: [claim('iran', 3, 5, said)] }, [6, 60]).filter((one) =>
          /due/.test(one),
        ),
      ).toEqual([])
  })
  test('before the agreement was concluded brings nothing until then', () => {
    const agreementWordings = [{ entry: 1, fields: { concluded_on: day(50) } }]
    expect(eventsOf({ deadlines: due }, [1, 60], { agreementWordings })).toEqual([`overdue ${day(50)}`])
  })
})

describe('silence', () => {
  const heard = [claim('iran', 1, 0)]
  test('is stale the day after two review intervals', () => {
    expect(eventsOf({ reports: heard }, [1, 60])).toEqual([`stale ${day(21)}`])
  })
  test('broken on the very day had lasted when that day began', () => {
    expect(eventsOf({ reports: [...heard, claim('iran', 2, 21)] }, [1, 60])).toEqual([
      `stale ${day(21)}`,
      `stale ${day(42)}`,
    ])
  })
  test('broken by a report that is filed late lasted all the same', () => {
    const late = claim('iran', 2, 15, { recordedAt: at(30) })
    expect(eventsOf({ reports: [...heard, late] }, [1, 34])).toEqual([`stale ${day(21)}`])
    expect(eventsOf({ reports: [...heard, late] }, [31, 60])).toEqual([`stale ${day(36)}`])
  })
  test('of a measure that nobody ever spoke of is never stale', () => {
    expect(eventsOf({}, [1, 400])).toEqual([])
  })
})

test('a measure brings nothing on the day it entered, nor once it is withdrawn', () => {
  const rows = { deadlines: [deadline(0, 40)] }
  const wordings = (entry: number) => [{ entry, fields: worded(fence) }]
  expect(eventsOf(rows, [1, 60], { wordings: wordings(9) })).toEqual([])
  expect(eventsOf(rows, [1, 60], { withdrawnBy: [2] })).toEqual([])
})

test('what enters in another wording holds from the next day', () => {
  const rows = { reports: [claim('iran', 1, 0), claim('iran', 1, 3)] }
  // The second entry is the first report, the third the second; the wording comes with that.
  const revised = { entry: 3, fields: { review_interval_days: 2 } }
  const wordings = [{ entry: 1, fields: worded(fence) }, revised]
  expect(eventsOf(rows, [1, 60], { wordings })).toEqual([`stale ${day(8)}`])
})

test('a content is read as it was written', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...DAY_EVENTS),
      fc.constantFrom('day' as const, 'month' as const, 'inferred' as const),
      fc.nat(900),
      (event, onPrecision, days) => {
        const passed = { event, day: day(1), on: day(2), onPrecision }
        expect(readDayPassed(dayPassedContent(passed, days))).toEqual({ ...passed, days })
      },
    ),
  )
})

/** The instants of generated histories, spread over the days on which something may turn. */
const spread = (instant: Instant): Instant => at(INSTANTS.indexOf(instant) * 12)
const spreadRow = <T extends Row>(row: T): T => ({
  ...row,
  recordedAt: spread(row.recordedAt),
  withdrawnAt: row.withdrawnAt === null ? null : spread(row.withdrawnAt),
})

test('any history brings what reading it day by day does, however the days are cut', () => {
  let seen = 0
  fc.assert(
    fc.property(history, fc.integer({ min: 1, max: 99 }), ({ measure, reports, deadlines }, cut) => {
      const whole = { measure, reports: reports.map(spreadRow), deadlines: deadlines.map(spreadRow) }
      const days = begun(whole, 0, 120)
      const naive = days.flatMap((one) => naiveEvents(whole, one.day))
      const found = (some: Begun[]) =>
        dayEventsOf(entered(whole), some).map(({ event, day: on }) => `${event} ${on}`)
      expect(found(days)).toEqual(naive)
      expect([...found(days.slice(0, cut)), ...found(days.slice(cut))]).toEqual(naive)
      seen += naive.length
    }),
    { numRuns: 400 },
  )
  expect(seen).toBeGreaterThan(400)
})

function naiveEvents({ measure, reports, deadlines }: History, on: string): string[] {
  const K = lastInstantOf(addDays(on, -1))
  const flags = (D: string) => {
    const { time, freshness } = naiveStanding({ measure, reports, deadlines, D, K })
    return { due_soon: time === 'due_soon', overdue: time === 'overdue', stale: freshness === 'stale' }
  }
  const [was, is] = [flags(addDays(on, -1)), flags(on)]
  return DAY_EVENTS.filter((event) => is[event] && !was[event]).map((event) => `${event} ${on}`)
}
