import { expect, test } from 'vitest'
import { clearOldKeys } from '../../src/ledger/once.store'
import { CLAIM, FINDING, FORM, idIn, newSite, valuesOn } from './site'

const KEYED = { ...CLAIM, idempotency_key: 'k1' }

test('sent twice it is recorded once, and answered the same', async () => {
  const { post, entries } = await newSite()
  const before = await entries()
  const first = await post(FORM, KEYED, 'irene')
  const second = await post(FORM, KEYED, 'irene')
  expect(second.status).toBe(303)
  expect(second.headers.get('location')).toBe(first.headers.get('location'))
  expect(await entries()).toBe(before + 1)
})

test('a double click records once', async () => {
  const { post, entries, runs } = await newSite()
  const before = await entries()
  const answers = await Promise.all(Array.from({ length: 5 }, () => post(FORM, KEYED, 'irene')))
  expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1)
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
  expect(await entries()).toBe(before + 1)
  const { stored, computed } = await runs()
  expect(stored).toEqual(computed)
})

test('what is left empty, or said by default, is the same content; so is another `seen`', async () => {
  const { post, entries } = await newSite()
  const first = await post(FORM, { ...KEYED, evidence_title: ['', '', ''], seen: '999' }, 'irene')
  const { as_of_precision: _, condition: __, ...bare } = KEYED
  const before = await entries()
  const second = await post(
    FORM,
    { ...bare, channel: 'own', stage: ' 2 ', evidence_title: ['', '', '', ''], seen: '1' },
    'irene',
  )
  expect(idIn(second)).toBe(idIn(first))
  expect(await entries()).toBe(before)
})

test('other content under the same key is a conflict, and comes back with a fresh key', async () => {
  const { post, entries } = await newSite()
  await post(FORM, KEYED, 'irene')
  const before = await entries()
  for (const other of [{ stage: '3' }, { as_of: 'never' }, { summary: 'Another summary.' }]) {
    const answer = await post(FORM, { ...KEYED, ...other }, 'irene')
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(valuesOn(page, 'idempotency_key')).not.toContain('k1')
    expect(page).toContain(other.summary ?? CLAIM.summary)
  }
  expect(await entries()).toBe(before)
})

test('keys belong to account and address, and end after seven days', async () => {
  const { post, record, entries, world } = await newSite()
  const before = await entries()
  await record(KEYED, 'irene')
  await record({ ...KEYED, stage: '1' }, 'ines')
  await record({ ...KEYED, stage: '1' }, 'irene', '/agreements/visit-2017/measures/2/report')
  expect(await entries()).toBe(before + 3)
  world.now = '2026-11-30T11:59:59.000Z'
  expect((await post(FORM, { ...KEYED, stage: '1' }, 'irene')).status).toBe(409)
  world.now = '2026-11-30T12:00:01.000Z'
  expect((await post(FORM, { ...KEYED, stage: '1' }, 'irene')).status).toBe(303)
})

test('keys that no longer count are let go of, and no others', async () => {
  const { record, world } = await newSite()
  await record(KEYED, 'irene')
  world.now = '2026-11-30T12:00:01.000Z'
  await record({ ...KEYED, idempotency_key: 'k2' }, 'irene')
  await clearOldKeys(world.deps)
  const kept = await world.db.read.selectFrom('idempotency_key').select('key').execute()
  expect(kept).toEqual([{ key: 'k2' }])
})

test('a refusal does not use a key up', async () => {
  const { post } = await newSite()
  expect((await post(FORM, { ...KEYED, as_of: '' }, 'irene')).status).toBe(422)
  expect((await post(FORM, { ...KEYED, party: 'pakistan' }, 'irene')).status).toBe(403)
  expect((await post(FORM, { ...KEYED, seen: '0' }, 'irene')).status).toBe(303)
})

test('a preview shows the report and both standings, records nothing and does not use the key up', async () => {
  const { post, entries, standing } = await newSite()
  await post(FORM, { ...CLAIM, stage: '1', party: 'pakistan' }, 'pervez')
  const before = await entries()
  const answer = await post(
    FORM,
    { ...FINDING, stage: '3', idempotency_key: 'p1', seen: String(before), preview: '1' },
    'vera',
  )
  expect(answer.status).toBe(200)
  const page = await answer.text()
  expect(page).toMatch(
    /id="before"[\s\S]*In progress[\s\S]*id="after"[\s\S]*Implemented, verified by a finding/,
  )
  expect(page).toContain('Order of the day')
  expect(valuesOn(page, 'idempotency_key')).toEqual(['p1'])
  expect(valuesOn(page, 'summary')).toEqual([FINDING.summary])
  expect(valuesOn(page, 'preview')).toEqual([])
  expect(await entries()).toBe(before)
  expect((await standing()).stage).toBe(1)
  const names = [...page.matchAll(/<input type="hidden" name="([^"]+)"/g)].map(([, name]) => name!)
  const sent = Object.fromEntries([...new Set(names)].map((name) => [name, valuesOn(page, name)]))
  expect((await post(FORM, { ...sent, change: '1' }, 'vera')).status).toBe(200)
  expect(await entries()).toBe(before)
  expect((await post(FORM, sent, 'vera')).status).toBe(303)
  expect(await standing()).toMatchObject({ stage: 3, basis: 'verified' })
})

test('a newer report than was seen is a conflict that shows both and loses nothing', async () => {
  const { get, post, record, entries } = await newSite()
  const form = await (await get(FORM, 'vera')).text()
  const [seen = '', key = ''] = [valuesOn(form, 'seen')[0], valuesOn(form, 'idempotency_key')[0]]
  await record({ ...CLAIM, summary: 'Meanwhile it was cut.' }, 'irene')
  const before = await entries()
  const mine = { ...FINDING, summary: 'I saw it work.', seen, idempotency_key: key }
  const answer = await post(FORM, mine, 'vera')
  expect(answer.status).toBe(409)
  const page = await answer.text()
  expect(page).toContain('Meanwhile it was cut.')
  expect(page).toContain('I saw it work.')
  expect(valuesOn(page, 'evidence_title')).toEqual(['Order of the day'])
  expect(await entries()).toBe(before)
  const newly = valuesOn(page, 'seen')[0] ?? ''
  expect(newly).toBe(String(before))
  expect((await post(FORM, { ...mine, seen: newly }, 'vera')).status).toBe(303)
  expect(await entries()).toBe(before + 1)
})

test('reports on other measures, and no `seen` at all, are no conflict', async () => {
  const { get, post, record } = await newSite()
  const seen = valuesOn(await (await get(FORM, 'vera')).text(), 'seen')[0] ?? ''
  await record(CLAIM, 'irene', '/agreements/visit-2017/measures/2/report')
  expect((await post(FORM, { ...FINDING, seen }, 'vera')).status).toBe(303)
  expect((await post(FORM, { ...FINDING, stage: '3' }, 'vera')).status).toBe(303)
})

test('many at once are all recorded, each once, and the stored standing is the rule’s', async () => {
  const { post, entries, runs } = await newSite()
  const before = await entries()
  const days = Array.from({ length: 12 }, (_, i) => `2024-05-${String(i + 10)}`)
  const answers = await Promise.all(
    days.flatMap((as_of) => [
      post(FORM, { ...CLAIM, as_of }, 'irene'),
      post(FORM, { ...FINDING, as_of }, 'vera'),
    ]),
  )
  expect(answers.every(({ status }) => status === 303)).toBe(true)
  expect(await entries()).toBe(before + 24)
  const { stored, computed } = await runs()
  expect(stored).toEqual(computed)
})
