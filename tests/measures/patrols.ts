import { expect } from 'vitest'
import { findStanding } from '../../src/measures/place.store'
import { computedRuns, runsAt, standingsAt } from '../../src/standing/standing.store'
import type { Forms } from '../parties/forms'

export const NEW = '/agreements/visit-2017/measures/new'
/** A measure with everything that can be said of one. */
export const PATROLS = {
  code: '3.b',
  title: 'Joint patrols',
  text: 'Both sides shall patrol the border together.',
  language: 'en',
  obligation: 'periodic',
  owed_by: ['iran', 'pakistan'],
  theme: 'border',
  criterion: 'Every sector was patrolled.',
  verification: 'joint',
  'bodies.iran': 'Border guards',
  'bodies.pakistan': '',
  resources: 'Two companies',
  reporting_frequency: 'every quarter',
  dispute_procedure: 'flag meeting',
  text_public: 'false',
  review_interval_days: '100',
  weight: '2.5',
  every_months: '3',
  'target.quantity': '',
  'target.unit': '',
  'target.baseline': '',
  repeats: 'visit-2017/1\r\nvisit-2017/2',
}
/** Where a measure stands, once what is stored was found to be what the rule gives. */
export async function standingOf({ world }: Forms, code: string) {
  const place = await findStanding(world.db.read, 'visit-2017', code)
  if (!place) throw new Error('no such measure')
  const { id } = place.measure
  const stored = await runsAt(world.db.read, [id], null)
  expect(stored, 'what is stored is what the rule gives').toEqual(
    await computedRuns(world.db.read, [place], null),
  )
  return (await standingsAt(world.db.read, [place], { asOf: '2026-11-23', knownAt: null })).get(id)
}
