import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, daysBetween } from '../../src/lib/dates'
import { promisedBy, rhythmOf, sessionNumber } from '../../src/observations/sessions'
import { observed, withdrawn } from './observed'

const asked = {
  concludedOn: '2015-04-01',
  concludedOnPrecision: 'month' as const,
  everyMonths: 12,
  asOf: '2026-11-23',
}
const JBC = [
  observed('2015-04-30', { observedOnPrecision: 'month', note: '18th session.' }),
  observed('2016-12-31', { observedOnPrecision: 'year', note: '19th session; five memoranda are reported.' }),
  observed('2017-03-31', { observedOnPrecision: 'month', note: '20th session, at Chabahar.' }),
  observed('2018-12-10', { note: '22nd session; the source gives the Iranian date.' }),
  observed('2020-01-03', { note: '23rd session, at Quetta.' }),
  observed('2022-11-10', { note: '24th session, at Zahedan.' }),
]

describe('the sessions of a commission', () => {
  test('held after the conclusion stand against those promised since', () => {
    const rhythm = rhythmOf(JBC, asked)
    expect([rhythm.promised, rhythm.held, rhythm.missing]).toEqual([11, 5, [21]])
    expect(rhythm.longest).toEqual({
      from: '2020-01-03',
      to: '2022-11-10',
      days: 1042,
      late: 676,
      exact: true,
    })
    expect(rhythm.open).toEqual({ from: '2022-11-10', to: '2026-11-23', days: 1474, late: 1109, exact: true })
    expect(rhythm.gaps.map(({ exact }) => exact)).toEqual([false, false, false, true, true])
    expect(rhythm.gaps.map(({ late }) => late === null)).toEqual([false, true, false, false, false])
  })

  test('have gaps but nothing promised where the interval is unknown', () => {
    const { promised, gaps, open } = rhythmOf(JBC, { ...asked, everyMonths: null })
    expect([promised, open?.late, gaps.some(({ late }) => late !== null)]).toEqual([null, null, false])
  })

  test('are seen as of the day shown, less those withdrawn', () => {
    expect(rhythmOf(JBC, { ...asked, asOf: '2018-12-10' }).sessions).toHaveLength(4)
    expect(rhythmOf([observed('2020-01-01', { withdrawn })], asked)).toMatchObject({
      sessions: [],
      open: null,
      longest: null,
      held: 0,
      promised: 11,
    })
  })

  test.each([
    ['18th session.', 18],
    ['The 2nd session, in Islamabad', 2],
    ['1st session', 1],
    ['in its 3rd year', null],
    ['12 agreements', null],
    [null, null],
  ])('number %s', (note, number) => {
    expect(sessionNumber(note)).toBe(number)
  })

  test.each([
    ['2020-01-31', '2020-02-28', 1, 0],
    ['2020-01-31', '2020-02-29', 1, 1],
    ['2020-01-01', '2020-12-31', 6, 1],
    ['2020-01-01', '2021-01-01', 6, 2],
    ['2020-01-01', '2019-01-01', 1, 0],
  ])('promised from %s to %s every %d months are %d', (from, to, every, count) => {
    expect(promisedBy(from, to, every)).toBe(count)
  })

  const day = fc.integer({ min: 0, max: 5000 }).map((n) => addDays('2010-01-01', n))

  test('have gaps that sum to the days from the first to the last, and end at the day shown', () => {
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 12 }),
        day,
        fc.integer({ min: 1, max: 60 }),
        (days, asOf, everyMonths) => {
          const { sessions, gaps, longest, open } = rhythmOf(
            days.map((on) => observed(on)),
            { ...asked, asOf, everyMonths },
          )
          const [first, last] = [sessions[0], sessions.at(-1)]
          if (!first || !last) return
          const sum = gaps.reduce((total, gap) => total + gap.days, 0)
          expect(sum).toBe(daysBetween(first.on, last.on))
          expect(sum + (open?.days ?? NaN)).toBe(daysBetween(first.on, asOf))
          expect(gaps).toHaveLength(sessions.length - 1)
          expect(longest?.days ?? 0).toBe(Math.max(0, ...gaps.map((gap) => gap.days)))
          for (const gap of gaps)
            expect(gap.late ?? 0).toBe(Math.max(0, daysBetween(addMonths(gap.from, everyMonths), gap.to)))
        },
      ),
    )
  })

  test('keep to a promise exactly when no gap is late', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 0, max: 8 }),
        (concludedOn, everyMonths, count) => {
          const days = Array.from({ length: count + 1 }, (_, n) => addMonths(concludedOn, n * everyMonths))
          const kept = rhythmOf(
            days.map((on) => observed(on)),
            { concludedOn, concludedOnPrecision: 'day', everyMonths, asOf: days.at(-1) ?? concludedOn },
          )
          expect(kept.held).toBe(count)
          expect(kept.promised).toBe(count)
        },
      ),
    )
  })

  test('a month later is the same day, or the last of a shorter month, and never past the calendar', () => {
    expect([
      addMonths('2024-01-31', 1),
      addMonths('2023-11-30', 3),
      addMonths('2020-02-29', 12),
      addMonths('9999-12-01', 1),
      addMonths('2020-01-01', 1e12),
    ]).toEqual(['2024-02-29', '2024-02-29', '2021-02-28', '9999-12-31', '9999-12-31'])
  })
})
