import { expect, test } from 'vitest'
import { movesBetween } from '../../src/dashboards/moves'
import type { Standing } from '../../src/standing/standing.types'
import { claim, day, deadline, fence, finding, patrol, stand, standDue } from '../standing/facts'

const at = (standing: Standing, id = '1') => ({ measure: { id, code: id, title: `Measure ${id}` }, standing })
const nothing = { label: null, due: null, raised: [], lowered: [] }
const hotline = [claim('iran', 1, 1), finding(2, 12)]
const due = [deadline(0, 15), deadline(16, 40)]

test.each([
  ['a label that moved and a finding that came', stand(patrol, hotline, 5), stand(patrol, hotline, 12),
    { label: { from: 'in_progress', to: 'partly_implemented' }, raised: ['disputed', 'verified'] }],
  ['what became stale', stand(patrol, [claim('iran', 1, 1)], 5), stand(patrol, [claim('iran', 1, 1)], 60), { raised: ['stale'] }],
  ['what was heard of again', stand(patrol, [claim('iran', 1, 1), claim('iran', 1, 70)], 60), stand(patrol, [claim('iran', 1, 1), claim('iran', 1, 70)], 71), { lowered: ['stale'] }],
  ['what became overdue', standDue([claim('iran', 1, 1)], due, 14), standDue([claim('iran', 1, 1)], due, 16, ), { due: { from: day(15), to: day(40) } }],
  ['a deadline that was set', standDue([claim('iran', 1, 1)], [deadline(3, 15)], 2), standDue([claim('iran', 1, 1)], [deadline(3, 15)], 4), { due: { from: null, to: day(15) } }],
  ['a deadline that was lifted', standDue([claim('iran', 1, 1)], [deadline(0, 15), deadline(3, null)], 2), standDue([claim('iran', 1, 1)], [deadline(0, 15), deadline(3, null)], 4), { due: { from: day(15), to: null } }],
  ['what passed its day', standDue([claim('iran', 1, 1)], [deadline(0, 5)], 4), standDue([claim('iran', 1, 1)], [deadline(0, 5)], 7), { raised: ['overdue'] }],
])('tells %s', (_name, before, after, move) => {
  expect(movesBetween([at(before)], [at(after)])).toEqual([{ measure: at(after).measure, ...nothing, ...move }])
}) // prettier-ignore

test('says nothing of what stands as it did, or of what was not there', () => {
  const same = stand(fence, [finding(3, 1)], 5)
  expect(movesBetween([at(same)], [at(same), at(same, '2')])).toEqual([])
})

test('labels come before flags alone, each in the order of the measures', () => {
  const stale = [stand(patrol, [claim('iran', 1, 1)], 5), stand(patrol, [claim('iran', 1, 1)], 60)] as const
  const label = [stand(patrol, hotline, 5), stand(patrol, hotline, 12)] as const
  const moves = movesBetween(
    [at(stale[0], '1'), at(label[0], '2'), at(label[0], '3')],
    [at(stale[1], '1'), at(label[1], '2'), at(label[1], '3')],
  )
  expect(moves.map(({ measure }) => measure.code)).toEqual(['2', '3', '1'])
})
