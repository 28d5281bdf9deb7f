import { expect, test } from 'vitest'
import { insertToken } from '../../src/users/token.store'
import { exported, faultsOf, laid, lay, places } from '../exchange/datasets'
import { newWorld } from '../support/world'
import { FINDING, MEASURE } from '../status-reports/site'
import { fieldsOn, newDesk } from './desk'

const CALL = `/api/v1${MEASURE}/reports`
const FOUND = {
  kind: 'finding',
  stage: 2,
  as_of: '2024-05-01',
  as_of_precision: 'month',
  summary: 'Seen by us.',
  evidence: [{ kind: 'act', title: 'Order', published_on: '2024-04-30' }],
}

async function newApi() {
  const desk = await newDesk('findings')
  const { world, users, app } = desk
  const keyOf = (who: string) =>
    world.db.write((tx) =>
      insertToken(tx, {
        id: world.deps.newId(),
        userId: users[who]!.id,
        label: who,
        now: world.now,
        scopes: ['report'],
      }),
    )
  const keys: Record<string, string> = {}
  for (const who of ['vera', 'victor', 'irene', 'edith']) keys[who] = await keyOf(who)
  const ask = (who: string, path: string) =>
    app.request(path, { headers: { authorization: `Bearer ${keys[who]}` } })
  const file = (who: string, body: object, key?: string) =>
    app.request(CALL, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        authorization: `Bearer ${keys[who]}`,
        'content-type': 'application/json',
        ...(key && { 'idempotency-key': key }),
      },
    })
  return { ...desk, ask, file }
}

test('what waits is 202 with the draft’s address, read there by its author and whoever may approve it', async () => {
  const { file, ask, get, post, entries, world } = await newApi()
  const before = await entries()
  const answer = await file('vera', FOUND, 'k1')
  const location = answer.headers.get('location') ?? ''
  const draft: any = await answer.json()
  expect([answer.status, location]).toEqual([202, `/api/v1/drafts/${draft.id}`])
  expect(draft).toMatchObject({
    page: `/drafts/${draft.id}`,
    state: 'submitted',
    agreement: 'visit-2017',
    measure: '1',
    said: {
      kind: 'finding',
      stage: 2,
      as_of: '2024-05-31',
      as_of_precision: 'month',
      summary: 'Seen by us.',
      by: { name: 'Vera' },
    },
    report: null,
  })
  for (const who of ['vera', 'victor']) expect(await (await ask(who, location)).json(), who).toEqual(draft)
  expect(await (await get(location, 'vera')).json()).toEqual(draft)
  for (const who of ['irene', 'edith']) expect((await ask(who, location)).status, who).toBe(404)
  const again = await file('vera', FOUND, 'k1')
  expect([again.status, again.headers.get('location'), await again.json()]).toEqual([202, location, draft])
  expect((await file('vera', { ...FOUND, stage: 1 }, 'k1')).status).toBe(409)
  expect(await entries()).toBe(before)
  expect((await post(`/drafts/${draft.id}/approve`, { version: '1' }, 'victor')).status).toBe(303)
  const done: any = await (await ask('vera', location)).json()
  expect(done).toMatchObject({ state: 'recorded', said: null })
  const { items }: any = await (await get(CALL)).json()
  expect(items[0]).toMatchObject({
    id: done.report,
    as_of: '2024-05-31',
    summary: 'Seen by us.',
    by: { name: 'Vera' },
  })
  expect(items[0].evidence).toMatchObject([{ kind: 'act', title: 'Order', published_on: '2024-04-30' }])
  expect((await file('vera', FOUND, 'k1')).status).toBe(202)
  expect(await faultsOf(world.db)).toEqual([])
})

test('it is refused as a report is, and what needs nobody is recorded at once', async () => {
  const { file, drafts } = await newApi()
  expect((await file('vera', { ...FOUND, as_of: '2016-01-01' })).status).toBe(422)
  expect((await file('vera', { ...FOUND, seen: 0 })).status).toBe(202)
  expect((await file('irene', FOUND)).status).toBe(403)
  const claim = { kind: 'claim', party: 'iran', stage: 1, as_of: '2024-05-01' }
  expect((await file('irene', claim)).status).toBe(201)
  expect((await file('vera', { ...FOUND, approved_by: { id: 'x', capacity: 'verifier' } })).status).toBe(422)
  expect((await file('vera', { ...FOUND, preview: true })).status).toBe(200)
  expect(await drafts()).toHaveLength(1)
})

test('what a program filed opens in the form, to be changed and sent again', async () => {
  const { file, post, text, submit } = await newApi()
  const { id }: any = await (await file('vera', FOUND)).json()
  await post(`/drafts/${id}/return`, { version: '1', comment: 'Which order?' }, 'victor')
  const page = await text(`/drafts/${id}`, 'vera')
  expect(page).toContain('Which order?')
  const typed = fieldsOn(page)
  expect([typed['summary'], typed['evidence_title']?.[0], typed['as_of_precision']]).toEqual([
    ['Seen by us.'],
    'Order',
    ['month'],
  ])
  expect(await submit({ ...typed, summary: 'Order 12.' }, 'vera')).toBe(id)
})

test('who approved comes out and goes back in without loss, and not as of now', async () => {
  const { submit, post, world, users } = await newDesk('findings')
  const id = await submit(FINDING, 'vera')
  await post(`/drafts/${id}/approve`, { version: '1' }, 'victor')
  const text = await exported(world.db)
  const approvedBy = { id: users['victor']!.actorId, capacity: 'verifier' }
  expect(text).toContain(users['victor']!.actorId)
  const later = { now: '2026-11-24T12:00:00.000Z' }
  const other = await newWorld(later)
  await laid(other, JSON.parse(text), { keepRecordedAt: true })
  expect(await exported(other.db)).toBe(text)
  expect(await faultsOf(other.db)).toEqual([])
  expect(await laid(other, JSON.parse(text), { keepRecordedAt: true })).toMatchObject({
    added: {},
    revised: {},
  })
  const data = JSON.parse(text)
  const report = data.agreements.find((one: any) => one.slug === 'visit-2017').measures[0].reports[0]
  expect(report.approved_by).toEqual(approvedBy)
  report.channel = 'public_source'
  expect(places(await lay(await newWorld(later), data)).join()).toContain('approved_by')
  report.approved_by = { id: 'x', capacity: 'king' }
  expect(places(await lay(await newWorld(later), data, { keepRecordedAt: true })).join()).toContain(
    'approved_by',
  )
})
