import { beforeAll, describe, expect, test } from 'vitest'
import { readJson } from '../../src/exchange/read-dataset'
import { headOf } from '../../src/ledger/ledger.store'
import { newWorld, type World } from '../support/world'
import {
  agreement,
  claim,
  type Data,
  dataset,
  finding,
  lay,
  lines,
  measure,
  newId,
  PARTIES,
  places,
  reported,
} from './datasets'

let world: World
beforeAll(async () => {
  world = await newWorld()
})

const M = 'agreements[0].measures[0]'
const R = `${M}.reports[0]`
const inMeasure = (fields: Data) => dataset({ agreements: [agreement({ measures: [measure(fields)] })] })
const inAgreement = (fields: Data) => dataset({ agreements: [agreement(fields)] })
const id = newId()

const FORM: [what: string, data: unknown, place: string][] = [
  ['no dataset at all', [], ''],
  ['another format', { format: 'x' }, 'format'],
  ['an unknown field of the file', dataset({ extra: 1 }), 'extra'],
  ['an unknown field of a report', reported(claim({ stages: 2 })), `${R}.stages`],
  ['__proto__ as a field', JSON.parse('{"format":"followthrough-dataset/1","__proto__":{"x":1}}'), '__proto__'],
  ['__proto__ as a language', JSON.parse('{"format":"followthrough-dataset/1","parties":[{"slug":"a","name":"A","kind":"state","names":{"__proto__":"x"}}]}'), 'parties[0].names.__proto__'],
  ['a slug with capitals', dataset({ parties: [{ ...PARTIES[0], slug: 'North' }] }), 'parties[0].slug'],
  ['the slug “new”', inAgreement({ slug: 'new' }), 'agreements[0].slug'],
  ['no title', inAgreement({ title: ' ' }), 'agreements[0].title'],
  ['an unknown kind', inAgreement({ kind: 'pact' }), 'agreements[0].kind'],
  ['no party', inAgreement({ parties: [] }), 'agreements[0].parties'],
  ['a day that is none', inAgreement({ concluded_on: '2024-02-30' }), 'agreements[0].concluded_on'],
  ['a number as text', inMeasure({ weight: '2' }), `${M}.weight`],
  ['a weight of 0', inMeasure({ weight: 0 }), `${M}.weight`],
  ['a negative weight', inMeasure({ weight: -1 }), `${M}.weight`],
  ['a number beyond numbers', inMeasure({ target: JSON.parse('{"quantity":1e400}') }), `${M}.target.quantity`],
  ['half an interval', inMeasure({ review_interval_days: 1.5 }), `${M}.review_interval_days`],
  ['nobody that owes', inMeasure({ owed_by: [] }), `${M}.owed_by`],
  ['no stage', reported({ ...claim(), stage: undefined }), `${R}.stage`],
  ['a stage of 4', reported(claim({ stage: 4 })), `${R}.stage`],
  ['a stage as text', reported(claim({ stage: '1' })), `${R}.stage`],
  ['a script as an address', reported(claim({ evidence: [{ kind: 'act', url: 'javascript:alert(1)' }] })), `${R}.evidence[0].url`],
  ['evidence without title or address', reported(claim({ evidence: [{ kind: 'act' }] })), `${R}.evidence[0].title`],
  ['an id in capitals', reported(claim({ id: id.toUpperCase() })), `${R}.id`],
  ['a withdrawal without an instant', reported(claim({ withdrawn: { reason: 'x' } })), `${R}.withdrawn.at`],
  ['no due day, not even null', inMeasure({ deadlines: [{ decided_on: '2020-01-01' }] }), `${M}.deadlines[0].due_on`],
  ['too long a text', inMeasure({ text: 'x'.repeat(20_001) }), `${M}.text`],
  ['a precision that is none', reported(claim({ as_of_precision: 'week' })), `${R}.as_of_precision`],
  ['a list where an object is wanted', dataset({ agreements: [[]] }), 'agreements[0]'],
] // prettier-ignore

const LATER: [what: string, data: Data, place: string][] = [
  ['a party that nobody knows', inAgreement({ parties: ['north', 'east'] }), 'agreements[0].parties'],
  ['a party that is part of nothing', dataset({ parties: [...PARTIES, { slug: 'guard', name: 'G', kind: 'force', part_of: 'x' }] }), 'parties[2].part_of'],
  ['a party that is part of itself', dataset({ parties: [...PARTIES, { slug: 'guard', name: 'G', kind: 'force', part_of: 'guard' }] }), 'parties[2].part_of'],
  ['a measure owed by a stranger', inMeasure({ owed_by: ['east'] }), `${M}.owed_by`],
  ['a body for a stranger', inMeasure({ bodies: { east: 'Office' } }), `${M}.bodies`],
  ['a repeat of nothing', inMeasure({ repeats: ['accord/9'] }), `${M}.repeats`],
  ['a repeat of itself', inMeasure({ repeats: ['accord/1'] }), `${M}.repeats`],
  ['a day before the conclusion', reported(claim({ as_of: '2019-12-31' })), `${R}.as_of`],
  ['a day to come', reported(claim({ as_of: '2026-11-24' })), `${R}.as_of`],
  ['a claim by a stranger', reported(claim({ party: 'east' })), `${R}.party`],
  ['a claim without a party', reported(claim({ party: null })), `${R}.party`],
  ['a claim without a stage', reported(claim({ stage: null })), `${R}.stage`],
  ['a finding for a party', reported(finding({ party: 'north' })), `${R}.party`],
  ['a finding that gives no reason', reported(finding({ stage: null })), `${R}.reason`],
  ['a finding without evidence', reported(finding({ evidence: [], stage: 0 })), `${R}.evidence`],
  ['a finding on words alone', reported(finding({ evidence: [{ kind: 'comment', title: 'x' }] })), `${R}.evidence`],
  ['a public source without one', reported(claim({ evidence: [] })), `${R}.evidence`],
  ['an own report without --keep-recorded-at', reported(claim({ channel: 'own' })), `${R}.channel`],
  ['superseded by nothing', reported(claim({ condition: 'superseded' })), `${R}.superseded_by`],
  ['superseded by itself', reported(claim({ condition: 'superseded', superseded_by: 'accord/1' })), `${R}.superseded_by`],
  ['abandoned by nobody', reported(claim({ condition: 'abandoned' })), `${R}.decided_by`],
  ['a correction of nothing', reported(claim({ corrects: id })), `${R}.corrects`],
  ['a correction of itself', reported(claim({ id, corrects: id })), `${R}.corrects`],
  ['a correction of another kind', reported(claim({ id }), finding({ corrects: id })), `${M}.reports[1].corrects`],
  ['a reply to a claim', reported(claim({ replies: [{ party: 'north', text: 'No.' }] })), `${R}.replies[0]`],
  ['a reply by a stranger', reported(finding({ replies: [{ party: 'east', text: 'No.' }] })), `${R}.replies[0].party`],
  ['an id twice', reported(claim({ id }), claim({ id })), `${M}.reports[1].id`],
  ['a code twice', inAgreement({ measures: [measure(), measure()] }), 'agreements[0].measures[1].code'],
  ['an aim twice', inAgreement({ aims: [{ code: 'A', title: 'x' }, { code: 'A', title: 'x' }] }), 'agreements[0].aims[1].code'],
  ['a party twice', dataset({ parties: [...PARTIES, { ...PARTIES[0], name: 'Nord' }] }), 'parties[2]'],
  ['a note by a stranger', inMeasure({ notes: [{ on: '2020-01-01', kind: 'comment', text: 'x', by_party: 'east' }] }), `${M}.notes[0].by_party`],
  ['an empty revision', inMeasure({ revisions: [{ reason: 'x', fields: {} }] }), `${M}.revisions[0].fields`],
  ['a revision of an unknown field', inMeasure({ revisions: [{ reason: 'x', fields: { code: '2' } }] }), `${M}.revisions[0].fields.code`],
  ['a revision that clears the title', inMeasure({ revisions: [{ fields: { title: null } }] }), `${M}.revisions[0].fields.title`],
  ['a revision to a stranger', inMeasure({ revisions: [{ fields: { owed_by: ['east'] } }] }), `${M}.revisions[0].owed_by`],
  ['revisions out of order', inMeasure({ recorded_at: '2020-01-02T00:00:00Z', revisions: [{ recorded_at: '2020-01-01T00:00:00Z', fields: { title: 'x' } }] }), `${M}.revisions[0].recorded_at`],
  ['a withdrawal before its time', reported(claim({ recorded_at: '2020-06-02T00:00:00Z', withdrawn: { at: '2020-06-01T00:00:00Z' } })), `${R}.withdrawn.at`],
  ['a report on what was withdrawn', inMeasure({ recorded_at: '2020-01-01T00:00:00Z', withdrawn: { at: '2020-02-01T00:00:00Z' }, reports: [claim({ recorded_at: '2020-07-01T00:00:00Z' })] }), R],
  ['a withdrawn party that is named', dataset({ parties: [PARTIES[0], { ...PARTIES[1], withdrawn: { at: '2021-01-01T00:00:00Z' } }] }), 'parties[1].withdrawn'],
] // prettier-ignore

describe('a file that is no dataset', () => {
  test.each(FORM)('%s', async (_, data, place) => {
    expect(places(await lay(world, data))).toEqual([place])
  })
})

describe('a dataset that breaks a rule', () => {
  test.each(LATER)('%s', async (_, data, place) => {
    expect(places(await lay(world, data))).toEqual([place])
  })
})

test('every fault is told at once, each in a sentence, and nothing is recorded', async () => {
  const imported = await lay(
    world,
    reported(claim({ stage: 9 }), claim({ as_of: 'x' }), finding({ extra: 1 })),
  )
  expect(lines(imported)).toEqual([
    `${R}.stage: Give one of: 0, 1, 2, 3, null.`,
    `${M}.reports[1].as_of: Give a day of the calendar as year-month-day, such as 2024-05-31.`,
    `${M}.reports[2].extra: There is no such field here; remove it.`,
  ])
  expect((await headOf(world.db.read)).n).toBe(0)
})

test('two corrections of one report cannot both stand, but one may follow a withdrawn one', async () => {
  const [first, second] = [newId(), newId()]
  const at = (day: string) => ({ recorded_at: `${day}T00:00:00.000Z` })
  const wrong = claim({ id, ...at('2020-06-01') })
  const correction = claim({ id: first, corrects: id, summary: 'a', ...at('2020-06-02') })
  const another = claim({ id: second, corrects: id, summary: 'b', ...at('2020-06-04') })
  const both = await lay(world, reported(wrong, correction, another), { dryRun: true })
  expect(places(both)).toContain(`${M}.reports[2].corrects`)
  const withdrawn = { ...correction, withdrawn: { at: '2020-06-03T00:00:00.000Z' } }
  for (const keepRecordedAt of [true, false])
    expect(
      lines(await lay(world, reported(another, withdrawn, wrong), { dryRun: true, keepRecordedAt })),
    ).toEqual([])
})

test('a name of a person who assessed an aim is cleaned like every text', async () => {
  const fresh = await newWorld()
  const aims = [{ code: 'A', title: 'Peace', assessments: [{ as_of: '2020-01-01', verdict: 'receding', by: 'A\u0000\ud800 B ' }] }] // prettier-ignore
  expect(lines(await lay(fresh, inAgreement({ aims })))).toEqual([])
})

const sentences = async (data: unknown) => lines(await lay(world, data, { dryRun: true }))

test.each<[string, unknown, RegExp]>([
  ['a list', [], /^: Begin with "format"/],
  ['a text', 'x', /^: Begin with "format"/],
  ['a number beyond numbers', Infinity, /^: Begin with "format"/],
  ['an unknown kind', inAgreement({ kind: 'pact' }), /treaty, memorandum, joint_statement, contract/],
  ['an unknown condition', reported(claim({ condition: 'gone' })), /: Give one of: active, stalled, lapsed/],
  ['a text for an object', inMeasure({ target: '10 km' }), /target: This has another shape/],
  [
    'a language that is none',
    dataset({ parties: [{ ...PARTIES[0], names: { '!': 'x' } }] }),
    /Give a language tag/,
  ],
])('%s is told in a sentence that helps', async (_, data, sentence) => {
  expect(await sentences(data)).toEqual(expect.arrayContaining([expect.stringMatching(sentence)]))
})

test('a name that an object says twice is a fault at its place, a name that recurs elsewhere is none', () => {
  const twice = (text: string) => {
    const read = readJson(Buffer.from(text))
    return 'faults' in read ? read.faults.map(({ place }) => place) : read.value
  }
  expect(twice('{"a":1,"b":[{"a":1},{"c":1,"\\u0063":[]}],"a":{}}')).toEqual(['b[1].c', 'a'])
  expect(twice('{"a":{"a":"a\\",{\\"a"},"b":["a","a"]}')).toEqual({ a: { a: 'a",{"a' }, b: ['a', 'a'] })
  expect(twice('"a"')).toBe('a')
})
