import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attentionReasons } from '../../src/attention/attention'
import { type Question, questionOn, questionsIn } from '../../src/attention/questions'
import { standingOf } from '../../src/standing/standing'
import type { Standing } from '../../src/standing/standing.types'
import { claim, day, deadline, fence, finding, patrol, stand, standDue } from '../standing/facts'
import { history, PARTIES } from '../standing/histories'

const measure = (standing: Standing, owedBy = ['iran']) => ({
  measure: { code: '1', title: 'Fence', owedBy },
  standing,
  known: { said: {}, due: {} },
})
const both = ['iran', 'pakistan']

test.each<[string, Standing, string[], Partial<Question>]>([
  [
    'who owes it what remains of what is overdue',
    standDue([claim('iran', 1, 1)], [deadline(0, 5)], 9),
    ['iran'],
    { kind: 'overdue', dueOn: day(5) },
  ],
  [
    'who owes it whether what is due soon will be done',
    standDue([claim('iran', 1, 1), finding(1, 2)], [deadline(0, 20)], 9),
    ['iran'],
    { kind: 'due_soon', dueOn: day(20) },
  ],
  [
    'the two who differ',
    stand(patrol, [claim('iran', 1, 1), claim('pakistan', 3, 2)], 9),
    ['pakistan', 'iran'],
    { kind: 'differ' },
  ],
  [
    'who says more than the finding',
    stand(patrol, [claim('iran', 3, 1), finding(1, 2)], 9),
    ['iran'],
    { kind: 'contradicted' },
  ],
  [
    'who says less than the finding',
    stand(patrol, [claim('pakistan', 0, 1), finding(1, 2)], 9),
    ['pakistan'],
    { kind: 'contradicted' },
  ],
  [
    'who owes it where what nobody hears of stands',
    stand(patrol, [claim('iran', 1, 1), finding(1, 2)], 99),
    both,
    { kind: 'stale', heardOn: day(2) },
  ],
  [
    'who claims it who may look',
    stand(patrol, [claim('pakistan', 2, 1), claim('iran', 2, 2)], 9),
    both,
    { kind: 'unverified', stage: 2 },
  ],
  ['who owes it about what nobody ever spoke of', stand(patrol, [], 9), both, { kind: 'never' }],
  ['the same where a finding could not say', stand(patrol, [finding(null, 3)], 9), both, { kind: 'never' }],
])('asks %s', (_name, standing, ask, expected) => {
  const question = questionOn(
    measure(standing, expected.kind === 'stale' || expected.kind === 'never' ? both : ['iran']),
  )
  expect(question).toMatchObject({ code: '1', title: 'Fence', ...expected })
  expect(question?.ask.toSorted()).toEqual(ask.toSorted())
})

test.each<[string, Standing]>([
  ['verified and current', stand(fence, [finding(3, 1)], 5)],
  ['abandoned', stand(fence, [claim('iran', 1, 1, { condition: 'abandoned' })], 99)],
])('asks nothing about what is %s', (_name, standing) => {
  expect(questionOn(measure(standing))).toBeNull()
})

test('about whatever needs attention there is a question to somebody, on any day of any history', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 200 }), ({ measure: it, reports, deadlines }, on) => {
      const standing = standingOf(it, reports, deadlines, { asOf: day(on), knownAt: null })
      const question = questionOn(measure(standing, [...it.owedBy]))
      if (attentionReasons(standing).length > 0) expect(question?.ask.length).toBeGreaterThan(0)
      for (const party of question?.ask ?? []) expect(PARTIES).toContain(party)
    }),
  )
})

test('kinds take turns, each in the order given', () => {
  const of = (code: string, standing: Standing) => ({
    ...measure(standing),
    measure: { code, title: code, owedBy: ['iran'] },
  })
  const overdue = standDue([claim('iran', 1, 1)], [deadline(0, 5)], 9)
  const never = stand(fence, [], 9)
  const asked = questionsIn([
    of('a', never),
    of('b', overdue),
    of('c', overdue),
    of('d', overdue),
    of('e', never),
  ])
  expect(asked.map(({ code }) => code)).toEqual(['b', 'a', 'c', 'e', 'd'])
})
