import { describe, expect, test } from 'vitest'
import { CLAIM, FINDING, FORM, newSite, type Posted, PUBLIC, valuesOn, type Who } from './site'

test('a fresh form has today, the tests of the stages, three blocks of evidence, a key and the last entry', async () => {
  const { get, entries } = await newSite()
  const page = await (await get(FORM, 'vera')).text()
  expect(valuesOn(page, 'as_of')).toEqual(['2026-11-23'])
  expect(page).toContain('No act specific to the measure.')
  expect(page).toContain('A repeated promise is not an act.')
  expect(page).toContain('Part of it exists or operates and can be pointed at.')
  expect(page).toContain('Its criterion is met on every side that owes it.')
  expect(page).toContain('A call was made in either direction.')
  expect(valuesOn(page, 'evidence_title')).toEqual(['', '', ''])
  expect(valuesOn(page, 'seen')).toEqual([String(await entries())])
  expect(valuesOn(page, 'idempotency_key')[0]).toMatch(/^[0-9a-f-]{36}$/)
  expect(valuesOn(await (await get(FORM, 'vera')).text(), 'idempotency_key')).not.toEqual(
    valuesOn(page, 'idempotency_key'),
  )
})

test('the last three reports are in sight, newest first', async () => {
  const { record, get } = await newSite()
  for (const n of ['one', 'two', 'three', 'four'])
    await record({ ...CLAIM, summary: `Report ${n}.` }, 'irene')
  const page = await (await get(FORM, 'vera')).text()
  expect(page).not.toContain('Report one.')
  expect(page).toMatch(/Report four\.[\s\S]*Report three\.[\s\S]*Report two\./)
})

test('another block of evidence comes without a script, and nothing typed goes', async () => {
  const { post, entries } = await newSite()
  const before = await entries()
  const typed = {
    ...FINDING,
    evidence_title: ['', 'Order', ''],
    evidence_kind: ['', 'act', ''],
    evidence_url: ['', '', ''],
  }
  const answer = await post(FORM, { ...typed, as_of: '', more: '1' }, 'vera')
  expect(answer.status).toBe(200)
  const page = await answer.text()
  expect(valuesOn(page, 'evidence_title')).toEqual(['', 'Order', '', ''])
  expect(page).toContain('The line was laid on one side.')
  expect(page).not.toContain('error-summary')
  const again = await (
    await post(FORM, { ...typed, evidence_title: ['', 'Order', '', ''], more: '1' }, 'vera')
  ).text()
  expect(valuesOn(again, 'evidence_title')).toEqual(['', 'Order', '', '', ''])
  expect(await entries()).toBe(before)
})

describe('each field’s problem stands at the field, with all that was typed', () => {
  const LONG = 'x'.repeat(10_001)
  test.each<[field: string, posted: Posted, who: Who, typed: string]>([
    ['kind', { ...CLAIM, kind: 'rumour' }, 'irene', 'rumour'],
    ['stage', { ...CLAIM, stage: '7' }, 'irene', '7'],
    ['stage', { ...CLAIM, stage: '' }, 'irene', CLAIM.summary],
    ['condition', { ...CLAIM, condition: 'asleep' }, 'irene', 'asleep'],
    ['reason', { ...FINDING, stage: '', reason: 'shy' }, 'vera', 'shy'],
    ['reason', { ...FINDING, stage: '', reason: '' }, 'vera', 'Order of the day'],
    ['condition', { ...FINDING, stage: '', reason: 'classified', condition: 'stalled' }, 'vera', 'Order of the day'],
    ['superseded_by', { ...CLAIM, condition: 'superseded', superseded_by: 'the other one' }, 'irene', 'the other one'],
    ['superseded_by', { ...CLAIM, condition: 'superseded', superseded_by: 'nowhere/1' }, 'irene', 'nowhere/1'],
    ['superseded_by', { ...CLAIM, condition: 'superseded', superseded_by: 'visit-2017/1' }, 'irene', 'visit-2017/1'],
    ['decided_by', { ...CLAIM, condition: 'abandoned' }, 'irene', CLAIM.summary],
    ['as_of', { ...CLAIM, as_of: 'yesterday' }, 'irene', 'yesterday'],
    ['as_of', { ...CLAIM, as_of: '2024-02-30' }, 'irene', '2024-02-30'],
    ['as_of', { ...CLAIM, as_of: '2017-11-06' }, 'irene', '2017-11-06'],
    ['as_of', { ...CLAIM, as_of: '2026-11-24' }, 'irene', '2026-11-24'],
    ['as_of', { ...CLAIM, as_of: '2026-11-02', as_of_precision: 'month' }, 'irene', '2026-11-02'],
    ['channel', { ...CLAIM, channel: 'gossip' }, 'irene', 'gossip'],
    ['party', { ...CLAIM, party: '' }, 'irene', CLAIM.summary],
    ['party', { ...PUBLIC, party: 'oman' }, 'edith', 'oman'],
    ['party', { ...PUBLIC, kind: 'finding', evidence_kind: 'act' }, 'edith', 'A minister'],
    ['by_name', { ...CLAIM, by_name: 'Somebody else' }, 'irene', 'Somebody else'],
    ['by_organisation', { ...CLAIM, by_organisation: 'Some office' }, 'irene', 'Some office'],
    ['by_name', { ...PUBLIC, by_name: LONG }, 'edith', LONG],
    ['summary', { ...CLAIM, summary: LONG }, 'irene', LONG],
    ['corrects', { ...CLAIM, corrects: 'the last one' }, 'irene', 'the last one'],
    ['evidence', { ...FINDING, evidence_title: '', evidence_url: '' }, 'vera', FINDING.summary],
    ['evidence', { ...FINDING, evidence_kind: 'announcement' }, 'vera', 'Order of the day'],
    ['evidence', { ...PUBLIC, evidence_title: '' }, 'edith', 'A minister'],
    ['evidence_kind-1', { ...FINDING, evidence_kind: ['', 'guess'], evidence_title: ['', 'T'], evidence_url: ['', ''] }, 'vera', 'guess'],
    ['evidence_kind-1', { ...FINDING, evidence_kind: ['', ''], evidence_title: ['', 'T'], evidence_url: ['', ''] }, 'vera', '"T"'],
    ['evidence_url-0', { ...FINDING, evidence_url: 'javascript:alert(1)' }, 'vera', 'javascript:alert(1)'],
    ['evidence_url-2', { ...FINDING, evidence_kind: ['act', '', 'act'], evidence_title: ['A', '', 'C'], evidence_url: ['', '', 'here'] }, 'vera', 'here'],
    ['evidence_published_on-0', { ...FINDING, evidence_published_on: 'May' }, 'vera', 'May'],
    ['seen', { ...CLAIM, seen: 'everything' }, 'irene', CLAIM.summary],
  ])('%s', async (field, posted, who, typed) => {
    const { post, entries } = await newSite()
    const before = await entries()
    for (const preview of ['', '1']) {
      const answer = await post(FORM, { ...posted, preview }, who)
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain(`href="#field-${field}"`)
      if (field !== 'seen') expect(page).toContain(`id="field-${field}-problem"`)
      expect(page).toContain(typed)
      expect(page).toContain(String(posted['summary']))
    }
    expect(await entries()).toBe(before)
  }) // prettier-ignore
})

test('nothing but a form is taken', async () => {
  const { post, get } = await newSite()
  expect((await get(`${FORM}/`, 'irene')).status).not.toBe(500)
  expect((await post(FORM, {}, 'irene')).status).toBe(422)
})
