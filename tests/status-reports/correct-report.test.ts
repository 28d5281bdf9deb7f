import { expect, test } from 'vitest'
import { CLAIM, FINDING, FORM, newSite, PUBLIC, valuesOn } from './site'

test('the form of a correction holds what the report says', async () => {
  const { record, get } = await newSite()
  const id = await record(
    {
      ...PUBLIC,
      evidence_title: ['A', 'B'],
      evidence_kind: ['act', 'record'],
      evidence_published_on: ['', '2024-04-30'],
    },
    'edith',
  )
  const page = await (await get(`${FORM}?corrects=${id}`, 'edith')).text()
  expect(valuesOn(page, 'corrects')).toEqual([id])
  expect([valuesOn(page, 'kind'), valuesOn(page, 'channel')]).toEqual([['claim'], ['public_source']])
  expect(valuesOn(page, 'party')).toEqual(['iran'])
  expect(valuesOn(page, 'as_of')).toEqual(['2024-05-01'])
  expect(valuesOn(page, 'by_name')).toEqual(['A minister'])
  expect(valuesOn(page, 'evidence_title')).toEqual(['A', 'B', ''])
  expect(valuesOn(page, 'evidence_published_on')).toEqual(['', '2024-04-30', ''])
  expect(page).toContain('The line was laid on one side.')
  expect(page).toMatch(/value="2"[^>]* checked/)
})

test('a correction stands in place of what it corrects, whatever day it describes', async () => {
  const { record, standing, get, runs } = await newSite()
  const id = await record(CLAIM, 'irene')
  const later = await record({ ...CLAIM, stage: '1', as_of: '2020-01-01', corrects: id }, 'ines')
  expect(await standing()).toMatchObject({ stage: 1, lastHeardOn: '2020-01-01' })
  expect(await (await get(`/reports/${id}`)).text()).toContain(`/reports/${later}`)
  const { stored, computed } = await runs()
  expect(stored).toEqual(computed)
})

test('one correction stands at a time; the correction of a correction keeps the first one out', async () => {
  const { record, post, standing, entries } = await newSite()
  const first = await record(CLAIM, 'irene')
  const second = await record({ ...CLAIM, stage: '1', corrects: first }, 'irene')
  const before = await entries()
  expect((await post(FORM, { ...CLAIM, stage: '3', corrects: first }, 'irene')).status).toBe(422)
  expect(await entries()).toBe(before)
  await record({ ...CLAIM, stage: '3', corrects: second }, 'irene')
  expect((await standing()).stage).toBe(3)
})

test('two corrections at once: one stands', async () => {
  const { record, post, entries } = await newSite()
  const corrects = await record(CLAIM, 'irene')
  const before = await entries()
  const answers = await Promise.all([
    post(FORM, { ...CLAIM, stage: '1', corrects }, 'irene'),
    post(FORM, { ...CLAIM, stage: '3', corrects }, 'ines'),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  expect(await entries()).toBe(before + 1)
})

test('only its author corrects a report', async () => {
  const { record, post, get, entries } = await newSite()
  const claim = await record(CLAIM, 'irene')
  const finding = await record(FINDING, 'vera')
  const before = await entries()
  expect((await post(FORM, { ...FINDING, corrects: finding }, 'victor')).status).toBe(422)
  expect((await post(FORM, { ...CLAIM, party: 'pakistan', corrects: claim }, 'pervez')).status).toBe(422)
  expect((await post(FORM, { ...PUBLIC, corrects: claim }, 'edith')).status).toBe(422)
  expect((await post(FORM, { ...CLAIM, corrects: claim }, 'irene')).status).toBe(303)
  expect((await get(`${FORM}?corrects=${finding}`, 'victor')).status).toBe(403)
  expect((await get(`${FORM}?corrects=${claim}`, 'pervez')).status).toBe(403)
  expect((await get(`${FORM}?corrects=${claim}`, 'irene')).status).toBe(422)
  expect((await get(`${FORM}?corrects=nothing`, 'irene')).status).toBe(404)
  const other = `/agreements/visit-2017/measures/2/report?corrects=${claim}`
  expect((await get(other, 'irene')).status).toBe(404)
  expect(await entries()).toBe(before + 1)
})

test('a correction of a report on another measure is refused', async () => {
  const { record, post } = await newSite()
  const elsewhere = await record(CLAIM, 'irene', '/agreements/visit-2017/measures/2/report')
  const answer = await post(FORM, { ...CLAIM, corrects: elsewhere }, 'irene')
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('is not on this measure')
})
