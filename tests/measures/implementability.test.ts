import { describe, expect, test } from 'vitest'
import {
  IMPLEMENTABILITY_POINTS,
  implementabilityOf,
  type ImplementabilityFacts,
} from '../../src/measures/implementability'

const nothing: ImplementabilityFacts = {
  owedBy: ['iran', 'pakistan'],
  bodies: null,
  criterion: null,
  verification: null,
  resources: null,
  reportingFrequency: null,
  disputeProcedure: null,
  textPublic: null,
  deadlinesDecidedOn: [],
  concludedOn: '2017-11-06',
}

const everything: ImplementabilityFacts = {
  ...nothing,
  bodies: { iran: 'Border guard', pakistan: 'Frontier Corps' },
  criterion: 'Calls are answered within the hour',
  verification: 'joint',
  resources: 'A line of each army',
  reportingFrequency: 'Each quarter',
  disputeProcedure: 'The joint commission',
  textPublic: true,
  deadlinesDecidedOn: ['2017-11-06'],
}

describe('implementability', () => {
  test('is 0 of a text that gave nothing', () => {
    expect(implementabilityOf(nothing)).toEqual({ score: 0, met: [] })
  })

  test('is 8 of a text that gave everything, in the order of the method', () => {
    expect(implementabilityOf(everything)).toEqual({ score: 8, met: [...IMPLEMENTABILITY_POINTS] })
  })

  test.each<[string, keyof ImplementabilityFacts]>([
    ['body', 'bodies'],
    ['criterion', 'criterion'],
    ['verification', 'verification'],
    ['resources', 'resources'],
    ['reporting', 'reportingFrequency'],
    ['dispute', 'disputeProcedure'],
    ['public_text', 'textPublic'],
    ['deadline', 'deadlinesDecidedOn'],
  ])('has the point %s for %s alone', (point, fact) => {
    expect(implementabilityOf({ ...nothing, [fact]: everything[fact] }).met).toEqual([point])
    expect(implementabilityOf({ ...everything, [fact]: nothing[fact] }).met).not.toContain(point)
  })

  test.each<[string, Partial<ImplementabilityFacts>]>([
    ['a body for one of two owing parties', { bodies: { iran: 'Border guard' } }],
    ['an empty body for one of them', { bodies: { iran: 'Border guard', pakistan: ' ' } }],
    ['a body for a party that owes nothing', { bodies: { iran: 'Border guard', oman: 'Coast guard' } }],
    ['no bodies', { bodies: {} }],
    ['bodies where nobody owes it yet', { owedBy: [], bodies: { iran: 'Border guard' } }],
    ['empty texts', { criterion: '', resources: ' ', reportingFrequency: '', disputeProcedure: '' }],
    ['a verification of none', { verification: 'none' }],
    ['a text that is not public', { textPublic: false }],
    ['a deadline decided the day after the conclusion', { deadlinesDecidedOn: ['2017-11-07'] }],
  ])('has no point for %s', (_, facts) => {
    expect(implementabilityOf({ ...nothing, ...facts }).met).toEqual([])
  })

  test('takes one deadline decided in time among later ones', () => {
    expect(implementabilityOf({ ...nothing, deadlinesDecidedOn: ['2018-01-01', '2017-11-05'] }).score).toBe(1)
  })

  test('takes a report of its own makers for a verification', () => {
    expect(implementabilityOf({ ...nothing, verification: 'own_report' }).met).toEqual(['verification'])
  })

  test('is not misled by a party slug that every object knows', () => {
    expect(implementabilityOf({ ...nothing, owedBy: ['constructor'], bodies: {} }).met).toEqual([])
  })
})
