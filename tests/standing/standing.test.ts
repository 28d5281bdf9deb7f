import { describe, expect, test } from 'vitest'
import { CONDITIONS, type Condition } from '../../src/status-reports/status-report'
import { at, claim, day, fence, finding, patrol, stand } from './facts'

describe('3. the headline', () => {
  test('is nothing where nobody spoke', () => {
    expect(stand(fence, [], 9)).toEqual({
      stage: null,
      condition: 'active',
      label: 'not_assessed',
      basis: 'none',
      disputed: false,
      awaitingVerification: false,
      freshness: 'never',
      lastHeardOn: null,
      lastLookedOn: null,
      since: null,
      metOn: null,
      time: 'no_deadline',
      dueOn: null,
      originalDueOn: null,
      timesMoved: 0,
      slippageDays: null,
      daysOverdue: null,
      claims: [],
      finding: null,
    })
  })

  test('is the finding, though a claim is later and lower', () => {
    expect(stand(fence, [finding(2, 5), claim('iran', 0, 9)], 12).stage).toBe(2)
  })

  test('is the lowest of the claims, though another is later', () => {
    const reports = [claim('iran', 1, 5, { condition: 'lapsed' }), claim('pakistan', 3, 9)]
    expect(stand(patrol, reports, 12)).toMatchObject({ stage: 1, condition: 'lapsed' })
  })

  test.each([
    ['day', { asOf: day(6), recordedAt: at(7), id: 'a' }, { asOf: day(5), recordedAt: at(8), id: 'b' }],
    ['instant', { recordedAt: at(9), id: 'a' }, { recordedAt: at(8), id: 'b' }],
    ['id', { id: 'b' }, { id: 'a' }],
  ])('among equally low claims is the latest by %s', (_, late, early) => {
    const stalled = claim('iran', 1, 5, { ...late, condition: 'stalled' })
    const active = claim('pakistan', 1, 5, { recordedAt: at(5), ...early })
    expect(stand(patrol, [stalled, active], 12).condition).toBe('stalled')
    expect(stand(patrol, [active, stalled], 12).condition).toBe('stalled')
  })

  test('may be the claim of a party that owes nothing', () => {
    expect(stand(fence, [claim('iran', 3, 5), claim('pakistan', 0, 5)], 9).stage).toBe(0)
  })

  test('shows every claim by party slug, with its report', () => {
    const reports = [
      claim('pakistan', 1, 5, { id: 'p' }),
      claim('iran', 2, 6, { id: 'i', channel: 'public_source' }),
    ]
    expect(stand(patrol, reports, 9).claims).toEqual([
      { party: 'iran', stage: 2, condition: 'active', asOf: day(6), channel: 'public_source', report: 'i' },
      { party: 'pakistan', stage: 1, condition: 'active', asOf: day(5), channel: 'own', report: 'p' },
    ])
  })

  test('shows the finding with who found it', () => {
    const by = { name: 'An observer', organisation: 'A watch' }
    expect(stand(fence, [finding(2, 5, { id: 'f', by, condition: 'stalled' })], 9).finding).toEqual({
      stage: 2,
      condition: 'stalled',
      asOf: day(5),
      by,
      report: 'f',
    })
  })
})

describe('3. the label', () => {
  test('is the word of the stage', () => {
    const labels = ([0, 1, 2, 3] as const).map((stage) => stand(fence, [claim('iran', stage, 1)], 2).label)
    expect(labels).toEqual(['not_started', 'in_progress', 'partly_implemented', 'implemented'])
  })

  test('is the word of the condition where the measure lapsed, was undone, dropped or re-pledged', () => {
    const label = (condition: Condition) => stand(fence, [claim('iran', 3, 1, { condition })], 2).label
    expect(CONDITIONS.map(label)).toEqual([
      'implemented',
      'implemented',
      'lapsed',
      'reversed',
      'abandoned',
      'superseded',
    ])
  })
})

describe('4. the basis is', () => {
  test.each([
    ['none', 'without a claim', []],
    ['claimed_by_some', 'when one of two owing parties speaks', [claim('iran', 1, 5)]],
    ['claimed_by_all', 'when both do', [claim('iran', 1, 5), claim('pakistan', 1, 5)]],
    [
      'claimed_by_some',
      'when a party that owes nothing speaks instead',
      [claim('iran', 1, 5), claim('oman', 1, 5)],
    ],
    ['contested', 'when two differ', [claim('iran', 1, 5), claim('pakistan', 2, 5)]],
    ['contested', 'when one of them owes nothing', [claim('iran', 1, 5), claim('oman', 2, 5)]],
    [
      'verified',
      'with a finding, though claims differ',
      [claim('iran', 1, 5), claim('oman', 2, 5), finding(1, 3)],
    ],
    ['claimed_by_some', 'as before where a finding has no stage', [claim('iran', 1, 5), finding(null, 6)]],
  ])('%s %s', (basis, _, reports) => {
    expect(stand(patrol, reports, 9).basis).toBe(basis)
  })

  test('not contested when only conditions differ', () => {
    const reports = [claim('iran', 1, 5), claim('pakistan', 1, 5, { condition: 'lapsed' })]
    expect(stand(patrol, reports, 9).basis).toBe('claimed_by_all')
  })
})

describe('5. a measure', () => {
  const lapsed = { condition: 'lapsed' } as const

  test.each([
    ['when two claims differ in stage', true, [claim('iran', 1, 5), claim('pakistan', 2, 5)]],
    ['when a claim and the finding do', true, [claim('iran', 1, 5), finding(2, 5)]],
    [
      'when claims differ and the finding agrees with one',
      true,
      [claim('iran', 1, 5), claim('oman', 2, 5), finding(1, 6)],
    ],
    [
      'not when only conditions differ',
      false,
      [claim('iran', 1, 5, lapsed), claim('oman', 1, 5), finding(1, 6)],
    ],
    ['not when a finding has no stage', false, [claim('iran', 1, 5), finding(null, 6)]],
    [
      'not when an earlier claim of the same party differed',
      false,
      [claim('iran', 1, 5), claim('iran', 2, 6)],
    ],
  ])('is disputed %s: %s', (_, disputed, reports) => {
    expect(stand(patrol, reports, 9).disputed).toBe(disputed)
  })

  test.each([
    ['with a claim and no finding', true, [claim('iran', 1, 5)]],
    ['with a claim and a finding that has no stage', true, [claim('iran', 1, 5), finding(null, 6)]],
    ['with a later claim of another stage than found', true, [finding(1, 5), claim('iran', 2, 6)]],
    [
      'not with a claim of the same day as the finding',
      false,
      [finding(1, 5), claim('iran', 2, 5, { recordedAt: at(8) })],
    ],
    ['not with a later claim of the same stage', false, [finding(1, 5), claim('iran', 1, 6, lapsed)]],
    ['not with an earlier claim', false, [finding(1, 5), claim('iran', 2, 4)]],
    ['not with a finding alone', false, [finding(1, 5)]],
    ['not with nothing', false, []],
  ])('awaits verification %s: %s', (_, awaiting, reports) => {
    expect(stand(patrol, reports, 9).awaitingVerification).toBe(awaiting)
  })
})
