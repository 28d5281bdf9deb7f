import { beforeEach, describe, expect, test } from 'vitest'
import { insertTokenFor, newApi, type TestApi, type Who } from './app'

const MEASURE = '/api/v1/agreements/border-2017/measures/2'
const REPORTS = `${MEASURE}/reports`
const CLAIM = {
  kind: 'claim',
  party: 'iran',
  stage: 1,
  as_of: '2020-01-01',
  summary: 'A survey was ordered.',
}
const SOURCE = { kind: 'record', title: 'A record', url: 'https://example.org/record' }
const FINDING = { kind: 'finding', stage: 2, as_of: '2020-01-01', evidence: [SOURCE] }

let api: TestApi
let entries: number
beforeEach(async () => {
  api = await newApi()
  entries = await api.world.db.head()
})

const file = (body: unknown, who: Who | null = 'irene', headers: Record<string, string> = {}) =>
  api.post(REPORTS, body, who, headers)

/** Refused with a problem, and nothing written. */
async function refused(answer: Response, status: number) {
  const problem: any = await answer.json()
  expect([answer.status, problem.status], JSON.stringify(problem)).toEqual([status, status])
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(Array.isArray(problem.errors)).toBe(true)
  expect(await api.world.db.head()).toBe(entries)
  return problem
}

describe('it works', () => {
  test('a reporter files a claim, which then stands', async () => {
    const answer = await file(CLAIM)
    const report: any = await answer.json()
    expect(answer.status, JSON.stringify(report)).toBe(201)
    expect(answer.headers.get('location')).toBe(`/reports/${report.id}`)
    expect(report).toMatchObject({
      agreement: 'border-2017',
      measure: '2',
      ...CLAIM,
      condition: 'active',
      channel: 'own',
      by: { name: 'irene', organisation: 'Office of tests' },
      state: 'live',
      entry: entries + 1,
      replies: [],
    })
    const { items } = await api.json(REPORTS)
    expect(items).toEqual([report])
    expect((await api.json(MEASURE)).standing).toMatchObject({
      label: 'in_progress',
      basis: 'claimed_by_all',
    })
    expect((await api.json(`/api/v1/ledger/entries/${report.entry}`)).entry).toMatchObject({
      kind: 'report_recorded',
      subject: { type: 'report', id: report.id },
      actor: { capacity: 'reporter', party: 'iran' },
    })
  })

  test('a verifier files a finding, an editor what was said in public', async () => {
    expect((await file(FINDING, 'vera')).status).toBe(201)
    const said = { ...CLAIM, channel: 'public_source', evidence: [SOURCE] }
    const answer = await file({ ...said, by: { name: 'A minister' } }, 'edith')
    expect(await answer.json()).toMatchObject({
      by: { name: 'A minister', organisation: null },
      channel: 'public_source',
    })
    const named = await file({ ...said, by_name: 'A minister', by_organisation: 'Cabinet' }, 'edith')
    expect(await named.json()).toMatchObject({ by: { name: 'A minister', organisation: 'Cabinet' } })
  })

  test('a finding may say that nobody can tell', async () => {
    const answer = await file(
      { kind: 'finding', stage: null, reason: 'classified', as_of: '2020-01-01' },
      'vera',
    )
    expect(await answer.json()).toMatchObject({ stage: null, reason: 'classified', condition: 'active' })
  })

  test('a day known to the month becomes its last day', async () => {
    const answer = await file({ ...CLAIM, as_of: '2020-02-10', as_of_precision: 'month' })
    expect(await answer.json()).toMatchObject({ as_of: '2020-02-29', as_of_precision: 'month' })
  })

  test.each<[string, object, Who]>([
    ['that counts', { ...CLAIM, as_of: '2021-02-10', as_of_precision: 'month' }, 'irene'],
    ['that comes before one that counts', { ...CLAIM, as_of: '2019-01-01', stage: 0 }, 'irene'],
    ['of another side', FINDING, 'vera'],
    [
      'that gives no stage',
      { kind: 'finding', stage: null, reason: 'classified', as_of: '2020-01-01' },
      'vera',
    ],
    ['of what was said in public', { ...CLAIM, channel: 'public_source', evidence: [SOURCE] }, 'edith'],
  ])('the answer to a report %s is what is read of it afterwards', async (_, body, who) => {
    await file(CLAIM)
    const answer: any = await (await file(body, who)).json()
    const { items } = await api.json(REPORTS)
    expect(items[0]).toEqual(answer)
  })

  test('a correction takes the place of what it corrects', async () => {
    const first: any = await (await file(CLAIM)).json()
    const second: any = await (await file({ ...CLAIM, stage: 2, corrects: first.id })).json()
    expect(second).toMatchObject({ corrects: first.id, state: 'live' })
    const { items } = await api.json(REPORTS)
    expect(items[1]).toMatchObject({ id: first.id, state: 'corrected', corrected_by: second.id })
  })

  test('a preview says where the measure would stand, and records nothing', async () => {
    const answer = await file({ ...CLAIM, preview: true }, 'irene', { 'idempotency-key': 'k' })
    const previewed: any = await answer.json()
    expect([answer.status, previewed.standing.label, previewed.by.name]).toEqual([
      200,
      'in_progress',
      'irene',
    ])
    expect(await api.world.db.head()).toBe(entries)
    await refused(await file({ ...CLAIM, stage: null, preview: true }), 422)
    expect((await file({ ...CLAIM, stage: 2 }, 'irene', { 'idempotency-key': 'k' })).status).toBe(201)
  })
})

describe('who may not', () => {
  test('a stranger, whatever is sent', async () => {
    for (const body of [CLAIM, {}, 'no json']) {
      const answer = await file(body, null)
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
      await refused(answer, 401)
    }
    await refused(await file(CLAIM, null, { authorization: 'Bearer wrong' }), 401)
    await refused(await file(CLAIM, null, { authorization: 'Basic aXJlbmU6eA==' }), 401)
  })

  test('whoever is signed in by cookie alone', async () => {
    await refused(
      await file(CLAIM, null, { cookie: `session=${api.keys.irene}`, 'sec-fetch-site': 'same-origin' }),
      401,
    )
  })

  test.each<[string, Who, object]>([
    ['a reporter of another party', 'pervez', CLAIM],
    ['a verifier who claims', 'vera', CLAIM],
    ['an editor who files as their own', 'edith', CLAIM],
    ['an administrator', 'adam', CLAIM],
    ['a reporter who finds', 'irene', FINDING],
    [
      'a reporter who says what was said in public',
      'irene',
      { ...CLAIM, channel: 'public_source', evidence: [SOURCE] },
    ],
    ['a verifier who says what was said in public', 'vera', { ...FINDING, channel: 'public_source' }],
    ['a reporter of another party, also with wrong fields', 'pervez', { ...CLAIM, stage: 9, as_of: 'x' }],
  ])('%s', async (_, who, body) => {
    await refused(await file(body, who), 403)
  })

  test('a key that was revoked, or whose holder was disabled', async () => {
    const { token, disable } = await insertTokenFor(api, 'irene')
    const headers = { authorization: `Bearer ${token}` }
    expect((await file(CLAIM, null, headers)).status).toBe(201)
    entries = await api.world.db.head()
    await disable()
    await refused(await file(CLAIM, null, headers), 401)
  })
})

describe('what is refused', () => {
  test.each<[string, object, string]>([
    ['no kind', { ...CLAIM, kind: undefined }, 'kind'],
    ['another kind', { ...CLAIM, kind: 'rumour' }, 'kind'],
    ['no party', { ...CLAIM, party: undefined }, 'party'],
    ['a stage that is none', { ...CLAIM, stage: 4 }, 'stage'],
    ['a stage in words', { ...CLAIM, stage: '1' }, 'stage'],
    ['no stage at all', { ...CLAIM, stage: undefined }, 'stage'],
    ['a claim that cannot tell', { ...CLAIM, stage: null }, 'stage'],
    ['another condition', { ...CLAIM, condition: 'asleep' }, 'condition'],
    ['superseded by nothing', { ...CLAIM, condition: 'superseded' }, 'superseded_by'],
    [
      'superseded by what is not there',
      { ...CLAIM, condition: 'superseded', superseded_by: 'x/y' },
      'superseded_by',
    ],
    [
      'superseded by itself',
      { ...CLAIM, condition: 'superseded', superseded_by: 'border-2017/2' },
      'superseded_by',
    ],
    ['abandoned by nobody', { ...CLAIM, condition: 'abandoned' }, 'decided_by'],
    ['no day', { ...CLAIM, as_of: undefined }, 'as_of'],
    ['a day that is none', { ...CLAIM, as_of: '2020-02-30' }, 'as_of'],
    ['a day before the conclusion', { ...CLAIM, as_of: '2017-11-06' }, 'as_of'],
    ['a day to come', { ...CLAIM, as_of: '2026-11-24' }, 'as_of'],
    ['another precision', { ...CLAIM, as_of_precision: 'week' }, 'as_of_precision'],
    ['an author of one’s own', { ...CLAIM, by: { name: 'Somebody else' } }, 'by'],
    ['an author in the form’s words', { ...CLAIM, by_name: 'Somebody else' }, 'by_name'],
    ['a summary without end', { ...CLAIM, summary: 'x'.repeat(10_001) }, 'summary'],
    ['evidence that says nothing', { ...CLAIM, evidence: [{ kind: 'act' }] }, 'evidence.0.title'],
    ['evidence of no kind', { ...CLAIM, evidence: [{ title: 'x' }] }, 'evidence.0.kind'],
    [
      'evidence at no web address',
      { ...CLAIM, evidence: [{ ...SOURCE, url: 'javascript:alert(1)' }] },
      'evidence.0.url',
    ],
    ['evidence that is no list', { ...CLAIM, evidence: SOURCE }, 'evidence'],
    [
      'evidence with an id',
      { ...CLAIM, evidence: [{ ...SOURCE, id: crypto.randomUUID() }] },
      'evidence.0.id',
    ],
    ['a correction of nothing', { ...CLAIM, corrects: crypto.randomUUID() }, 'corrects'],
    ['a correction of no id', { ...CLAIM, corrects: 'the last' }, 'corrects'],
    ['an id', { ...CLAIM, id: crypto.randomUUID() }, 'id'],
    ['an instant', { ...CLAIM, recorded_at: '2020-01-01T00:00:00Z' }, 'recorded_at'],
    ['a withdrawal', { ...CLAIM, withdrawn: null }, 'withdrawn'],
    ['replies', { ...CLAIM, replies: [] }, 'replies'],
    ['a field that is none', { ...CLAIM, colour: 'red' }, 'colour'],
    [
      'a prototype',
      JSON.parse(
        '{"__proto__": {"kind": "claim"}, "kind": "claim", "party": "iran", "stage": 1, "as_of": "2020-01-01"}',
      ),
      '__proto__',
    ],
    ['seen that is no number', { ...CLAIM, seen: 'yes' }, 'seen'],
    ['seen below nothing', { ...CLAIM, seen: -1 }, 'seen'],
  ])('%s', async (_, body, field) => {
    const problem = await refused(await file(body), 422)
    expect(problem.errors.map((error: any) => error.field)).toContain(field)
    for (const { message } of problem.errors) expect(message).toMatch(/^\S.*\.$/s)
  })

  test('a finding without what it needs', async () => {
    const field = async (body: object) => (await refused(await file(body, 'vera'), 422)).errors[0].field
    expect(await field({ ...FINDING, evidence: [] })).toBe('evidence')
    expect(await field({ ...FINDING, evidence: [{ kind: 'comment', title: 'x' }] })).toBe('evidence')
    expect(await field({ ...FINDING, party: 'iran' })).toBe('party')
    expect(await field({ kind: 'finding', stage: null, as_of: '2020-01-01' })).toBe('reason')
    expect(
      await field({
        kind: 'finding',
        stage: null,
        reason: 'classified',
        condition: 'stalled',
        as_of: '2020-01-01',
      }),
    ).toBe('condition')
  })

  test('every problem at once, each field once', async () => {
    const problem = await refused(
      await file({ kind: 'claim', party: 'iran', stage: 7, as_of: 'x', id: 'y', by_name: 'z' }),
      422,
    )
    const fields = problem.errors.map((error: any) => error.field)
    expect(fields.toSorted()).toEqual(['as_of', 'by_name', 'id', 'stage'])
  })

  test.each([
    ['no JSON', '{"kind":', 400],
    ['nothing', '', 400],
    ['bytes that are no text', '"\ud800', 400],
    ['a list in a list in a list', '['.repeat(200_000) + ']'.repeat(200_000), 400],
    [
      'too deep an object',
      JSON.stringify({ ...CLAIM, evidence: JSON.parse('['.repeat(30) + ']'.repeat(30)) }),
      400,
    ],
    ['more than fits', JSON.stringify({ ...CLAIM, summary: 'x'.repeat(1_100_000) }), 413],
  ])('%s', async (_, body, status) => {
    await refused(await file(body), status)
  })

  test.each([['[]'], ['"claim"'], ['null'], ['1']])('%s is JSON, but no report', async (body) => {
    // Nobody may say nothing: what has no kind is judged by the form's rule of permission first.
    await refused(await file(body), 422)
  })

  test.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/jsonx'],
  ])('a body that calls itself %s', async (type) => {
    await refused(await file(CLAIM, 'irene', { 'content-type': type }), 415)
  })

  test('a charset is no other type', async () => {
    expect((await file(CLAIM, 'irene', { 'content-type': 'application/json; charset=utf-8' })).status).toBe(
      201,
    )
  })

  test('a measure that is not there', async () => {
    for (const path of [
      'border-2017/measures/77',
      'nothing/measures/1',
      'BAD/measures/1',
      'border-2017/measures/%00',
    ])
      await refused(await api.post(`/api/v1/agreements/${path}/reports`, CLAIM, 'irene'), 404)
  })

  test('that the measure is not there is said before all else that is wrong', async () => {
    const nowhere = '/api/v1/agreements/border-2017/measures/77/reports'
    for (const wrong of [
      {},
      [],
      { ...CLAIM, stage: 9 },
      { ...CLAIM, party: 'pakistan' },
      { ...CLAIM, preview: true },
    ])
      await refused(await api.post(nowhere, wrong, 'irene'), 404)
    await refused(await api.post(nowhere, CLAIM, 'irene', { 'content-type': 'text/plain' }), 404)
    await refused(await api.post(nowhere, CLAIM, 'irene', { 'idempotency-key': 'x'.repeat(201) }), 404)
  })
})

describe('once', () => {
  const key = { 'idempotency-key': 'one' }

  test('the same report with the same key is recorded once and answered alike', async () => {
    const first = await file(CLAIM, 'irene', key)
    const report: any = await first.json()
    const spelled = {
      party: 'iran',
      kind: 'claim',
      as_of: '2020-01-01',
      summary: ' A survey was ordered. ',
      stage: 1,
      condition: 'active',
      channel: 'own',
      reason: null,
      seen: 1,
    }
    for (const body of [CLAIM, { ...CLAIM, seen: 0 }, spelled]) {
      const again = await file(body, 'irene', key)
      expect([again.status, again.headers.get('location')]).toEqual([201, `/reports/${report.id}`])
      expect(await again.json()).toEqual(report)
    }
    expect(await api.world.db.head()).toBe(entries + 1)
  })

  test('other content with the same key is refused, before its fields are looked at', async () => {
    await file(CLAIM, 'irene', key)
    entries += 1
    await refused(await file({ ...CLAIM, stage: 2 }, 'irene', key), 409)
    const problem = await refused(await file({ ...CLAIM, stage: 99 }, 'irene', key), 409)
    expect(problem.errors[0].field).toBe('Idempotency-Key')
    await refused(await file({ ...CLAIM, party: 'pakistan' }, 'irene', key), 403)
  })

  test('a refusal does not use a key up', async () => {
    await refused(await file({ ...CLAIM, stage: 99 }, 'irene', key), 422)
    expect((await file(CLAIM, 'irene', key)).status).toBe(201)
  })

  test('a key is its account’s and its address’s', async () => {
    expect((await file(FINDING, 'vera', key)).status).toBe(201)
    expect((await file(CLAIM, 'irene', key)).status).toBe(201)
    expect(
      (
        await api.post(
          '/api/v1/agreements/border-2017/measures/1/reports',
          { ...CLAIM, stage: 3 },
          'irene',
          key,
        )
      ).status,
    ).toBe(201)
    expect(await api.world.db.head()).toBe(entries + 3)
  })

  test('after seven days a key is forgotten', async () => {
    await file(CLAIM, 'irene', key)
    api.world.now = '2026-12-01T12:00:00.001Z'
    expect((await file({ ...CLAIM, stage: 2 }, 'irene', key)).status).toBe(201)
  })

  test('without a key the same report twice is two reports', async () => {
    await file(CLAIM)
    await file(CLAIM)
    expect(await api.world.db.head()).toBe(entries + 2)
  })

  test('ten at once with one key are one', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, async () => file(CLAIM, 'irene', key)))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
    expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1)
    expect(await api.world.db.head()).toBe(entries + 1)
  })

  test('a key also stands in the body; one that cannot be is refused', async () => {
    await file({ ...CLAIM, idempotency_key: 'two' })
    expect((await file({ ...CLAIM, idempotency_key: 'two' })).status).toBe(201)
    entries += 1
    await refused(await file({ ...CLAIM, stage: 2 }, 'irene', { 'idempotency-key': 'two' }), 409)
    await refused(await file(CLAIM, 'irene', { 'idempotency-key': 'x'.repeat(201) }), 400)
  })
})

describe('seen', () => {
  test('a newer report than was seen is shown, and nothing recorded', async () => {
    const seen = entries
    const newer: any = await (await file(FINDING, 'vera')).json()
    entries = await api.world.db.head()
    const problem = await refused(await file({ ...CLAIM, seen }), 409)
    expect(problem.newer).toMatchObject([{ id: newer.id, kind: 'finding' }])
    expect(problem.errors[0].field).toBe('seen')
    await refused(await file({ ...CLAIM, seen, stage: null }), 422)
    expect((await file({ ...CLAIM, seen: entries })).status).toBe(201)
  })

  test('what entered elsewhere is no newer report', async () => {
    const seen = entries
    await api.post('/api/v1/agreements/border-2017/measures/10/reports', CLAIM, 'irene')
    expect((await file({ ...CLAIM, seen })).status).toBe(201)
  })
})
