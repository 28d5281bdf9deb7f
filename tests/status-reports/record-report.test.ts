import { expect, test } from 'vitest'
import { CLAIM, FINDING, FORM, idIn, MEASURE, newSite, PUBLIC } from './site'

test('a reporter claims for their party, and the measure’s page shows it where the answer leads', async () => {
  const { post, get, standing, runs, entries } = await newSite()
  const before = await entries()
  const answer = await post(FORM, CLAIM, 'irene')
  const id = idIn(answer)
  expect(answer.headers.get('location')).toBe(`${MEASURE}#report-${id}`)
  expect(await entries()).toBe(before + 1)
  const page = await (await get(MEASURE)).text()
  expect(page).toContain(`id="report-${id}"`)
  expect(page).toContain('The line was laid on one side.')
  expect(page).toContain('Irene, Office of tests')
  expect(await standing()).toMatchObject({ stage: 2, basis: 'claimed_by_some', label: 'partly_implemented' })
  const { stored, computed } = await runs()
  expect(stored).toEqual(computed)
})

test('a verifier’s finding stands above the claims', async () => {
  const { record, standing } = await newSite()
  await record(CLAIM, 'irene')
  await record({ ...FINDING, stage: '1' }, 'vera')
  expect(await standing()).toMatchObject({ stage: 1, basis: 'verified', disputed: true })
  expect((await standing()).finding?.by).toEqual({ name: 'Vera', organisation: 'Office of tests' })
})

test('an editor takes down a claim and a finding from a public source, under the names it gives', async () => {
  const { record, get } = await newSite()
  const claim = await record(PUBLIC, 'edith')
  const finding = await record({ ...PUBLIC, kind: 'finding', party: '', evidence_kind: 'record' }, 'edith')
  for (const id of [claim, finding]) {
    const page = await (await get(`/reports/${id}`)).text()
    expect(page).toContain('A minister, A ministry')
    expect(page).toContain('Recorded by an editor from a public source')
  }
})

test('a finding may say that nobody can tell, and why; it changes nothing else', async () => {
  const { record, standing } = await newSite()
  await record(CLAIM, 'irene')
  await record(
    { ...FINDING, stage: '', reason: 'access_refused', evidence_title: '', evidence_url: '' },
    'vera',
  )
  expect(await standing()).toMatchObject({ stage: 2, lastLookedOn: '2024-05-01', finding: null })
})

test('what came later in time but describes an earlier day counts less', async () => {
  const { record, standing } = await newSite()
  await record(CLAIM, 'irene')
  await record({ ...CLAIM, stage: '0', as_of: '2020-01-01' }, 'irene')
  expect(await standing()).toMatchObject({ stage: 2, lastHeardOn: '2024-05-01' })
})

test('a superseded measure points to the one that took its place; an abandoned one says who decided', async () => {
  const { record, standing, get } = await newSite()
  const id = await record({ ...CLAIM, condition: 'superseded', superseded_by: 'visit-2020/A' }, 'irene')
  expect(await standing()).toMatchObject({ condition: 'superseded', label: 'superseded', time: 'closed' })
  expect(await (await get(`/reports/${id}`)).text()).toContain('/agreements/visit-2020/measures/A')
  const other = '/agreements/visit-2017/measures/2/report'
  const dropped = await record(
    { ...CLAIM, condition: 'abandoned', decided_by: 'The cabinet' },
    'irene',
    other,
  )
  expect(await (await get(`/reports/${dropped}`)).text()).toContain('The cabinet')
})

test('a month is stored as its last day and printed as a month', async () => {
  const { record, standing, get } = await newSite()
  const id = await record({ ...CLAIM, as_of: '2024-02-03', as_of_precision: 'month' }, 'irene')
  expect((await standing()).lastHeardOn).toBe('2024-02-29')
  expect(await (await get(`/reports/${id}`)).text()).toContain('February 2024')
})

test('evidence keeps its block, whatever is left empty around it', async () => {
  const { record, get } = await newSite()
  const id = await record(
    {
      ...CLAIM,
      evidence_kind: ['', 'record', 'act'],
      evidence_title: ['', 'Minutes', ''],
      evidence_url: ['', '', 'https://example.org/line'],
      evidence_publisher: ['nobody', '', 'A newspaper'],
      evidence_published_on: ['', '2024-04-30', ''],
      evidence_language: ['', 'fa', ''],
    },
    'irene',
  )
  const page = await (await get(`/reports/${id}`)).text()
  expect(page).not.toContain('nobody')
  expect(page).toMatch(
    /Minutes[\s\S]*Record[\s\S]*30 April 2024[\s\S]*Persian[\s\S]*example\.org\/line[\s\S]*A newspaper/,
  )
})

test.each([
  ['an unknown agreement', '/agreements/nowhere/measures/1/report'],
  ['an unknown measure', '/agreements/visit-2017/measures/77/report'],
  ['a withdrawn measure', '/agreements/visit-2017/measures/9/report'],
  ['a measure of a withdrawn agreement', '/agreements/rumour-2021/measures/1/report'],
])('%s has no form', async (_, path) => {
  const { get, post, entries } = await newSite()
  const before = await entries()
  expect((await get(path, 'irene')).status).toBe(404)
  expect((await post(path, CLAIM, 'irene')).status).toBe(404)
  expect(await entries()).toBe(before)
})

const SCRIPT = '<script>alert("x")</script>'
const PERSIAN = `«خط» ${SCRIPT} متن`

test.each([SCRIPT, PERSIAN])('text stays text wherever it is shown: %s', async (text) => {
  const { post, record, get } = await newSite()
  const fields = {
    ...PUBLIC,
    condition: 'abandoned',
    decided_by: text,
    summary: text,
    by_name: text,
    by_organisation: text,
    evidence_title: text,
    evidence_publisher: text,
    language: 'fa',
  }
  const refused = await (await post(FORM, { ...fields, as_of: text, superseded_by: text }, 'edith')).text()
  const previewed = await (await post(FORM, { ...fields, preview: '1' }, 'edith')).text()
  const id = await record(fields, 'edith')
  for (const page of [
    refused,
    previewed,
    await (await get(`/reports/${id}`)).text(),
    await (await get(MEASURE)).text(),
  ]) {
    expect(page).not.toContain('<script>')
    expect(page).toContain('&lt;script&gt;')
  }
})
