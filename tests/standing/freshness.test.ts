import { describe, expect, test } from 'vitest'
import { OBLIGATIONS } from '../../src/measures/measure'
import type { MeasureFact } from '../../src/standing/facts'
import type { Condition } from '../../src/status-reports/status-report'
import { at, claim, day, fence, finding, patrol, stand } from './facts'

describe('6. freshness', () => {
  test.each([
    [0, 'fresh'],
    [10, 'fresh'],
    [11, 'ageing'],
    [20, 'ageing'],
    [21, 'stale'],
  ])('at the age of %i days, reviewed every 10, is %s', (age, freshness) => {
    expect(stand(patrol, [claim('iran', 1, 5)], 5 + age).freshness).toBe(freshness)
  })

  test('counts from the latest report with a stage, whoever made it and whatever became of it', () => {
    const reports = [finding(1, 5), claim('oman', 0, 8), finding(null, 9)]
    expect(stand(patrol, reports, 20)).toMatchObject({ lastHeardOn: day(8), freshness: 'ageing' })
  })

  test.each(
    OBLIGATIONS.map((obligation) => [
      obligation,
      { continuing: 90, one_off: 365 }[String(obligation)] ?? 180,
    ]),
  )('of a %s measure without an interval ages after %i days', (obligation, days) => {
    const measure = { ...fence, obligation, reviewIntervalDays: null }
    const fresh = (on: number) => stand(measure, [claim('iran', 1, 0)], on).freshness
    expect([fresh(days), fresh(days + 1), fresh(2 * days), fresh(2 * days + 1)]).toEqual([
      'fresh',
      'ageing',
      'ageing',
      'stale',
    ])
  })

  const shared: MeasureFact = { ...fence, owedBy: ['iran', 'pakistan'] }
  const stalled = { condition: 'stalled' } as const
  test.each([
    ['when verified', 'settled', fence, [finding(3, 5)]],
    ['when all who owe it claim it', 'settled', shared, [claim('iran', 3, 5), claim('pakistan', 3, 5)]],
    ['not when only some do', 'stale', shared, [claim('iran', 3, 5)]],
    ['not when contested', 'stale', fence, [claim('iran', 3, 5), claim('oman', 2, 5)]],
    ['though a party disputes the finding', 'settled', fence, [finding(3, 5), claim('oman', 0, 5)]],
    ['not when stalled', 'stale', fence, [finding(3, 5, stalled)]],
    ['not at stage 2', 'stale', fence, [finding(2, 5)]],
    ['not when it is to continue', 'stale', { ...fence, obligation: 'continuing' as const }, [finding(3, 5)]],
    ['not when periodic', 'stale', { ...fence, obligation: 'periodic' as const }, [finding(3, 5)]],
    ['not when a quantity', 'stale', { ...fence, obligation: 'quantity' as const }, [finding(3, 5)]],
  ])('of something implemented is settled %s: %s', (_, freshness, measure, reports) => {
    expect(stand(measure, reports, 50).freshness).toBe(freshness)
  })
})

describe('7. since', () => {
  test('is the first day of the unbroken run with stage and condition of today', () => {
    const reports = [
      claim('iran', 1, 1),
      claim('iran', 1, 4),
      claim('iran', 2, 6),
      claim('iran', 1, 8),
      claim('iran', 1, 9),
    ]
    expect(stand(fence, reports, 12).since).toBe(day(8))
    expect(stand(fence, reports, 5).since).toBe(day(1))
  })

  test('begins anew when only the condition changes', () => {
    const reports = [claim('iran', 3, 1), claim('iran', 3, 4, { condition: 'stalled' })]
    expect(stand(fence, reports, 12)).toMatchObject({ since: day(4), metOn: day(1) })
  })

  test('goes on when the same is now found instead of claimed', () => {
    expect(stand(fence, [claim('iran', 2, 1), finding(2, 4)], 12).since).toBe(day(1))
  })

  test('goes on over an earlier day on which two reports cancel each other', () => {
    const reports = [claim('iran', 1, 1), claim('iran', 2, 4), claim('iran', 1, 4, { recordedAt: at(5) })]
    expect(stand(fence, reports, 12).since).toBe(day(1))
  })

  test('is as if a withdrawn report between had never been', () => {
    const between = claim('iran', 2, 4, { withdrawnAt: at(10) })
    const reports = [claim('iran', 1, 1), between, claim('iran', 1, 6)]
    expect(stand(fence, reports, 12, at(9)).since).toBe(day(6))
    expect(stand(fence, reports, 12, at(10)).since).toBe(day(1))
  })

  test('counts effective days, not the days of recording', () => {
    const late = claim('iran', 2, 3, { recordedAt: at(30) })
    expect(stand(fence, [claim('iran', 2, 8), late], 12).since).toBe(day(3))
    expect(stand(fence, [claim('iran', 2, 8), late], 12, at(9)).since).toBe(day(8))
  })
})

describe('7. met on', () => {
  const claims = (...said: [number, 0 | 1 | 2 | 3, Condition][]) =>
    said.map(([on, stage, condition]) => claim('iran', stage, on, { condition }))

  test.each([
    ['the first day at stage 3', day(4), claims([1, 2, 'active'], [4, 3, 'active'], [6, 3, 'active'])],
    ['kept while stalled', day(4), claims([4, 3, 'active'], [6, 3, 'stalled'])],
    ['begun while stalled', day(4), claims([4, 3, 'stalled'], [6, 3, 'active'])],
    ['lost when lapsed', null, claims([4, 3, 'active'], [6, 3, 'lapsed'])],
    ['lost when reversed', null, claims([4, 3, 'active'], [6, 3, 'reversed'])],
    ['lost when abandoned', null, claims([4, 3, 'active'], [6, 3, 'abandoned'])],
    ['lost below stage 3', null, claims([4, 3, 'active'], [6, 2, 'active'])],
    ['begun again after a gap', day(8), claims([4, 3, 'active'], [6, 3, 'lapsed'], [8, 3, 'active'])],
    ['nothing without reports', null, []],
  ])('is %s', (_, metOn, reports) => {
    expect(stand(fence, reports, 12).metOn).toBe(metOn)
  })

  test('is lost when a finding is lower than the claim, and not on the day before', () => {
    const reports = [claim('iran', 3, 4), finding(2, 6)]
    expect(stand(fence, reports, 5).metOn).toBe(day(4))
    expect(stand(fence, reports, 6).metOn).toBeNull()
  })
})
