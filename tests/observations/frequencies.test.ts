import { describe, expect, test } from 'vitest'
import type { Note } from '../../src/notes/note'
import { differ, frequenciesIn, frequenciesOf } from '../../src/observations/frequencies'
import { observed, withdrawn } from './observed'

const note = (text: string, over: Partial<Note> = {}): Note => {
  const { id, entry, recordedAt, enteredAt, actor } = observed('2020-01-01')
  const wording = {
    on: '2022-11-11',
    onPrecision: 'day',
    kind: 'conflict',
    byParty: null,
    text,
    evidence: [],
  } as const
  return { id, entry, recordedAt, enteredAt, actor, withdrawn: null, ...wording, evidence: [], ...over }
}
const SEEDED =
  'The promised frequency is given as quarterly by APP, six-monthly by the Financial Tribune and annual by Dawn.'

describe('published frequencies', () => {
  test.each([
    [SEEDED, [3, 6, 12]],
    ['to meet every 4 months, or Annually', [4, 12]],
    ['a monthly paper, monthly', [1]],
    ['manual work at a bimonthlyish pace', []],
    ['semi-annual', [6]],
    ['every 0 months', []],
    [null, []],
  ])('in “%s” are %j', (text, months) => {
    expect(frequenciesIn(text)).toEqual(months)
  })

  test('are each told with the place that says so, and differ where two do', () => {
    const measure = { everyMonths: 6, text: 'It shall meet every year.' }
    const found = frequenciesOf(measure, [note(SEEDED)])
    expect(found.map(({ months, where }) => [months, where.from])).toEqual([
      [6, 'interval'],
      [12, 'text'],
      [3, 'note'],
      [6, 'note'],
      [12, 'note'],
    ])
    expect(differ(found)).toBe(true)
    expect(differ(frequenciesOf({ everyMonths: 12, text: 'yearly' }, []))).toBe(false)
  })

  test('of a note that was withdrawn, or that tells of no conflict, do not count', () => {
    const notes = [note(SEEDED, { withdrawn }), note(SEEDED, { kind: 'context' })]
    expect(frequenciesOf({ everyMonths: null, text: null }, notes)).toEqual([])
  })
})
