import { describe, expect, test } from 'vitest'
import { at, claim, day, fence, finding, stand } from './facts'

/** The party and stage of each live claim, as `iran 2`. */
const voices = (standing: ReturnType<typeof stand>) => standing.claims.map((c) => `${c.party} ${c.stage}`)

describe('1. a report is visible', () => {
  const said = claim('iran', 1, 5, { recordedAt: at(8) })

  test.each([
    ['on the day it describes', 5, null, 1],
    ['not the day before', 4, null, null],
    ['from the instant it was recorded', 20, at(8), 1],
    ['not a moment before', 20, '2018-01-09T11:59:59.999Z', null],
    ['on an earlier day once it was recorded', 5, at(8), 1],
  ])('%s', (_, on, knownAt, stage) => {
    expect(stand(fence, [said], on, knownAt).stage).toBe(stage)
  })

  test.each([
    ['before the instant it is withdrawn', '2018-01-13T11:59:59.999Z', 1],
    ['not at that instant', at(12), null],
    ['not after it', at(13), null],
    ['not when everything is known', null, null],
  ])('when withdrawn: %s', (_, knownAt, stage) => {
    const withdrawn = { ...said, withdrawnAt: at(12) }
    expect(stand(fence, [withdrawn], 20, knownAt).stage).toBe(stage)
  })

  test('is not withdrawn by the effective day, only by the instant known', () => {
    expect(stand(fence, [{ ...said, withdrawnAt: at(12) }], 30, at(11)).stage).toBe(1)
  })
})

describe('1. a correction', () => {
  const first = claim('iran', 3, 5)
  const second = claim('iran', 1, 9, { recordedAt: at(10), corrects: first.id })
  const third = claim('iran', 2, 9, { recordedAt: at(14), corrects: second.id })

  test('takes the place of the report that it corrects', () => {
    expect(stand(fence, [first, second], 20).stage).toBe(1)
  })

  test('takes it away even on days before the one that it describes', () => {
    expect(stand(fence, [first, second], 7).stage).toBeNull()
  })

  test('does nothing before it is recorded', () => {
    expect(stand(fence, [first, second], 20, at(9)).stage).toBe(3)
    expect(stand(fence, [first, second], 20, at(10)).stage).toBe(1)
  })

  test('gives the first report back from the instant that it is withdrawn', () => {
    const reports = [first, { ...second, withdrawnAt: at(12) }]
    expect(stand(fence, reports, 20, at(11)).stage).toBe(1)
    expect(stand(fence, reports, 20, at(12)).stage).toBe(3)
    expect(stand(fence, reports, 20).stage).toBe(3)
  })

  test('that is itself corrected does not bring the first report back', () => {
    expect(voices(stand(fence, [first, second, third], 7))).toEqual([])
    expect(voices(stand(fence, [first, second, third], 20))).toEqual(['iran 2'])
  })

  test('returns when the correction of it is withdrawn, and the first stays out', () => {
    const reports = [first, second, { ...third, withdrawnAt: at(16) }]
    expect(voices(stand(fence, reports, 7))).toEqual([])
    expect(voices(stand(fence, reports, 20))).toEqual(['iran 1'])
  })

  test('that is withdrawn while its own correction stands gives the first report back beside it', () => {
    const reports = [first, { ...second, withdrawnAt: at(16) }, third]
    expect(voices(stand(fence, reports, 7))).toEqual(['iran 3'])
    expect(voices(stand(fence, reports, 20))).toEqual(['iran 2'])
  })
})

describe('2. the live report of two is the one', () => {
  const live = (...pair: [Partial<Parameters<typeof claim>[3]>, Partial<Parameters<typeof claim>[3]>]) => {
    const [a, b] = pair.map((more, n) => claim('iran', n === 0 ? 0 : 2, 5, more))
    return stand(fence, a && b ? [b, a] : [], 20).claims.map((c) => c.stage)
  }

  test('of the later day, though recorded earlier and of a lower id', () => {
    const later = { asOf: day(6), recordedAt: at(7), id: 'a' }
    expect(live({ asOf: day(5), recordedAt: at(8), id: 'b' }, later)).toEqual([2])
  })

  test('recorded later among those of one day, though of a lower id', () => {
    expect(live({ recordedAt: at(7), id: 'b' }, { recordedAt: at(8), id: 'a' })).toEqual([2])
  })

  test('of the higher id among those of one day and instant', () => {
    expect(live({ id: 'a' }, { id: 'b' })).toEqual([2])
  })

  test('compared as text: small letters after capitals, 10 before 9', () => {
    expect(live({ id: 'B' }, { id: 'a' })).toEqual([2])
    expect(live({ id: '10' }, { id: '9' })).toEqual([2])
  })
})

describe('2. findings', () => {
  test('are live by the same order as claims', () => {
    const older = finding(3, 5, { id: 'b' })
    expect(stand(fence, [finding(1, 5, { id: 'c' }), older], 9).finding?.stage).toBe(1)
    expect(stand(fence, [finding(1, 6, { id: 'a' }), older], 9).finding?.stage).toBe(1)
  })

  test('without a stage set the day last looked on and nothing else', () => {
    const reports = [claim('iran', 1, 3), finding(2, 5)]
    const looked = stand(fence, [...reports, finding(null, 9), finding(null, 7)], 12)
    expect(looked).toEqual({ ...stand(fence, reports, 12), lastLookedOn: day(9) })
  })

  test('with a stage do not set the day last looked on', () => {
    expect(stand(fence, [finding(2, 5)], 12).lastLookedOn).toBeNull()
  })

  test('without a stage leave a measure nobody spoke of not assessed and never heard of', () => {
    expect(stand(fence, [finding(null, 5)], 12)).toMatchObject({
      stage: null,
      condition: 'active',
      label: 'not_assessed',
      basis: 'none',
      freshness: 'never',
      lastHeardOn: null,
      lastLookedOn: day(5),
      since: null,
      finding: null,
    })
  })
})
