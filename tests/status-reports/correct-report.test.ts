import { expect, test } from 'vitest'
import { textOf } from '../views/html'
import { CLAIM, FINDING, FORM, MEASURE, newSite, PUBLIC, valuesOn } from './site'

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

test('a report and its correction lead to each other, with what changed, the first struck through where it stood', async () => {
  const { record, get } = await newSite()
  const first = await record({ ...CLAIM, summary: 'The line was laid on one side.' }, 'irene')
  const typed = { ...CLAIM, stage: '1', summary: 'The line was surveyed on one side.', corrects: first }
  const later = await record(typed, 'ines')
  for (const [id, other] of [
    [first, later],
    [later, first],
  ] as const) {
    const page = await (await get(`/reports/${id}`)).text()
    expect(page).toContain(`href="/reports/${other}"`)
    expect(page).toContain('The line was <del>laid</del> on one side.')
    expect(page).toContain('The line was <ins>surveyed</ins> on one side.')
    expect(textOf(page)).toContain('Changed: Stage, Said by, and Summary.')
  }
  const history = await (await get(MEASURE)).text()
  const card = history.slice(history.indexOf(`id="report-${first}"`))
  expect(card).toContain('class="struck"')
  expect(textOf(card)).toContain(
    'Corrected 23 November 2026 at 12:00 UTC by a reporter for Iran; the correction counts',
  )
})

test('known before it was corrected, a report is uncorrected', async () => {
  const { record, get, world } = await newSite()
  const first = await record(CLAIM, 'irene')
  const { entered_at: then } = await world.db.read
    .selectFrom('entry')
    .where('subject_id', '=', first)
    .select('entered_at')
    .executeTakeFirstOrThrow()
  await record({ ...CLAIM, stage: '1', corrects: first }, 'irene')
  const page = textOf(await (await get(`/reports/${first}?known_at=${then}`)).text())
  expect(page).not.toContain('Corrected')
  expect(page).toContain('Counts now')
})

test('a finding that is corrected does not shed what a party answered', async () => {
  const { record, post, get } = await newSite()
  const first = await record(FINDING, 'vera')
  await post(`/reports/${first}/reply`, { text: 'Not so.' }, 'irene')
  const later = await record({ ...FINDING, stage: '1', corrects: first }, 'vera')
  const page = await (await get(`/reports/${later}`)).text()
  expect(textOf(page)).toContain('Iran replied to the report that this one corrects.')
  expect(page).toContain(`href="/reports/${first}#reply-`)
})

test('whoever may not is shown no way to correct or withdraw', async () => {
  const { record, get } = await newSite()
  const ids = {
    claim: await record(CLAIM, 'irene'),
    finding: await record(FINDING, 'vera'),
    taken: await record(PUBLIC, 'edith'),
  }
  const may = { claim: ['irene', 'ines'], finding: ['vera'], taken: ['edith', 'maya'] }
  for (const kind of ['claim', 'finding', 'taken'] as const)
    for (const who of [
      'stranger',
      'irene',
      'ines',
      'pervez',
      'vera',
      'victor',
      'edith',
      'adam',
      'omar',
      'ruth',
      'maya',
    ] as const) {
      const page = await (await get(`/reports/${ids[kind]}`, who)).text()
      const shown = may[kind].includes(who)
      expect(page.includes(`/report?corrects=${ids[kind]}`), `${who} ${kind}`).toBe(shown)
      expect(page.includes(`href="/reports/${ids[kind]}/withdraw"`), `${who} ${kind}`).toBe(shown)
    }
})
