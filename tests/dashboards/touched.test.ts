import { expect, test } from 'vitest'
import { touchedBy, type Touching } from '../../src/dashboards/touched'
import { ENTRY_KINDS, type EntryKind, SUBJECT_TYPES, type SubjectType } from '../../src/ledger/entry'

const entry = (kind: EntryKind, type: SubjectType = 'report', measure = '1'): Touching => ({
  ...{ kind, agreement: 'visit', measure, subject: { type, id: 'x' } },
})
const reach = (one: Touching): string => {
  const touched = touchedBy([one])
  return touched === null ? 'everything' : touched.size === 0 ? 'nothing' : [...touched].join()
}

test.each(ENTRY_KINDS.filter((kind) => kind !== 'withdrawn'))('%s', (kind) => {
  const measure = ['report_recorded', 'report_withdrawn', 'deadline_set']
  const nothing = /^(observation|note|reply|aim)_added$|^(aim_assessed|day_passed|key_changed)$/
  const expected = measure.includes(kind) ? 'visit/1' : nothing.test(kind) ? 'nothing' : 'everything'
  expect(reach(entry(kind))).toBe(expected)
})

test.each(SUBJECT_TYPES)('the withdrawal of a thing of the kind %s', (type) => {
  const texts = ['party', 'agreement', 'measure', 'entry']
  const expected = texts.includes(type)
    ? 'everything'
    : ['report', 'deadline'].includes(type)
      ? 'visit/1'
      : 'nothing'
  expect(reach(entry('withdrawn', type))).toBe(expected)
})

test('several entries touch what each touches', () => {
  const reports = [entry('report_recorded'), entry('note_added'), entry('deadline_set', 'deadline', '2')]
  expect([...(touchedBy(reports) ?? [])]).toEqual(['visit/1', 'visit/2'])
  expect(touchedBy([...reports, entry('measure_revised', 'measure')])).toBeNull()
  expect(touchedBy([])).toEqual(new Set())
})
