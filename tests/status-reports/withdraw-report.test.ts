import { expect, test } from 'vitest'
import { inLedger } from '../../src/ledger/ledger.store'
import { restand } from '../../src/standing/restand.store'
import { addReport } from '../../src/status-reports/status-report.store'
import type { World } from '../support/world'
import { CLAIM, FINDING, FORM, newSite, PUBLIC, valuesOn, type Who } from './site'

const WHO: Who[] = [
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
]

test.each<[string, Record<string, string>, Who, Who[]]>([
  ['an own claim: a reporter of its party', CLAIM, 'irene', ['irene', 'ines']],
  ['an own finding: the very account', FINDING, 'vera', ['vera']],
  ['what came from a public source: an editor', PUBLIC, 'edith', ['edith', 'maya']],
])('withdraws %s', async (_, fields, author, may) => {
  const { record, get, post, entries } = await newSite()
  const id = await record(fields, author)
  const path = `/reports/${id}/withdraw`
  const before = await entries()
  for (const who of WHO) {
    const asked = await get(path, who)
    expect(asked.status, who).toBe(who === 'stranger' ? 303 : may.includes(who) ? 200 : 403)
    if (may.includes(who)) continue
    expect((await post(path, { reason: 'wrong' }, who)).status, who).toBe(who === 'stranger' ? 303 : 403)
  }
  expect(await entries()).toBe(before)
  const answer = await post(path, { reason: 'It was a mistake.' }, may.at(-1))
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(`/reports/${id}`)
  expect(await entries()).toBe(before + 1)
  expect(await (await get(`/reports/${id}`)).text()).toContain('It was a mistake.')
})

test('the standing is as if it had never been said, and a corrected report comes back with its correction gone', async () => {
  const { record, post, standing, runs } = await newSite()
  const first = await record(CLAIM, 'irene')
  const second = await record({ ...CLAIM, stage: '3', corrects: first }, 'irene')
  expect((await standing()).stage).toBe(3)
  await post(`/reports/${second}/withdraw`, { reason: 'wrong' }, 'irene')
  expect((await standing()).stage).toBe(2)
  await post(`/reports/${first}/withdraw`, { reason: 'wrong, too' }, 'irene')
  expect(await standing()).toMatchObject({ stage: null, basis: 'none', label: 'not_assessed' })
  const { stored, computed } = await runs()
  expect(stored).toEqual(computed)
})

test('an imported own report is an editor’s to withdraw, and nobody’s to correct', async () => {
  const { get, post, world } = await newSite()
  const report = await importedClaim(world)
  expect((await get(`${FORM}?corrects=${report}`, 'irene')).status).toBe(403)
  expect((await post(FORM, { ...CLAIM, corrects: report }, 'irene')).status).toBe(422)
  expect((await post(`/reports/${report}/withdraw`, { reason: 'x' }, 'irene')).status).toBe(403)
  expect((await post(`/reports/${report}/withdraw`, { reason: 'x' }, 'edith')).status).toBe(303)
})

test('a reason is needed; without one nothing is written', async () => {
  const { record, post, entries } = await newSite()
  const id = await record(CLAIM, 'irene')
  const before = await entries()
  const answer = await post(`/reports/${id}/withdraw`, { reason: '  ' }, 'irene')
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('href="#field-reason"')
  const long = await post(`/reports/${id}/withdraw`, { reason: 'y'.repeat(2001) }, 'irene')
  expect(long.status).toBe(422)
  expect(await long.text()).toContain('y'.repeat(2001))
  expect(await entries()).toBe(before)
})

test('sent again it is withdrawn once; a second withdrawal is told so', async () => {
  const { record, get, post, entries } = await newSite()
  const id = await record(CLAIM, 'irene')
  const path = `/reports/${id}/withdraw`
  const page = await (await get(path, 'irene')).text()
  expect(page).toContain(`${FORM}?corrects=${id}`)
  const fields = { reason: 'wrong', idempotency_key: valuesOn(page, 'idempotency_key')[0] ?? '' }
  const before = await entries()
  const answers = await Promise.all([post(path, fields, 'irene'), post(path, fields, 'irene')])
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(await entries()).toBe(before + 1)
  expect((await post(path, { ...fields, reason: 'other' }, 'irene')).status).toBe(409)
  const again = await post(path, { reason: 'wrong' }, 'ines')
  expect(again.status).toBe(409)
  expect(await again.text()).toContain('This was withdrawn already.')
  expect((await get(path, 'irene')).status).toBe(409)
  expect(await entries()).toBe(before + 1)
})

test('what is not there cannot be withdrawn', async () => {
  const { get, post } = await newSite()
  for (const id of ['x', '00000000-0000-4000-8000-000000000000']) {
    expect((await get(`/reports/${id}/withdraw`, 'edith')).status).toBe(404)
    expect((await post(`/reports/${id}/withdraw`, { reason: 'x' }, 'edith')).status).toBe(404)
  }
})

/** An own claim by Iran as an import that keeps instants records it. */
async function importedClaim({ db, deps }: World): Promise<string> {
  const row = await db.read
    .selectFrom('measure as m')
    .innerJoin('agreement as a', 'a.id', 'm.agreement_id')
    .where('a.slug', '=', 'visit-2017')
    .where('m.code', '=', '1')
    .select('m.id')
    .executeTakeFirstOrThrow()
  const id = deps.newId()
  const fields = {
    kind: 'claim',
    party: 'iran',
    stage: 1,
    condition: 'active',
    as_of: '2020-01-01',
    channel: 'own',
  }
  await inLedger(deps, async (ledger) => {
    const actor = { id: crypto.randomUUID(), capacity: 'operator', party: null } as const
    const measure = { id: row.id, agreement: 'visit-2017', code: '1' }
    addReport(ledger, actor, { id, measure, fields, supersededBy: null })
    await restand(ledger, [row.id])
  })
  return id
}
