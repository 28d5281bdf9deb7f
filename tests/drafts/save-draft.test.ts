import { describe, expect, test } from 'vitest'
import { exported } from '../exchange/datasets'
import { CLAIM, FINDING, FORM, MEASURE, PUBLIC, type Who } from '../status-reports/site'
import { draftIn, fieldsOn, newDesk } from './desk'

/** Unfinished and wrong in nearly every field, in two writings. */
const WILD = {
  ...CLAIM,
  kind: 'rumour',
  stage: '7',
  reason: 'shy',
  condition: 'asleep',
  superseded_by: 'the <other> one',
  decided_by: 'Mæjles & "others"',
  as_of: 'yesterday',
  as_of_precision: 'month',
  by_name: 'Somebody',
  summary: 'پیش‌نویس\r\n\r\n  <script>alert(1)</script>',
  language: 'fa',
  evidence_kind: ['', 'guess', '', ''],
  evidence_title: ['', 'Order', '', 'سند'],
  evidence_url: ['javascript:alert(1)', '', '', ''],
  evidence_publisher: ['', '', 'Nobody', ''],
  evidence_published_on: ['', 'May', '', ''],
  evidence_published_on_precision: ['day', 'year', 'day', 'day'],
  evidence_language: ['', '', '', 'fa'],
}

test('a draft opens with everything that was typed, also what is no report yet', async () => {
  const { save, text, entries } = await newDesk()
  const before = await entries()
  const id = await save({ ...WILD, seen: '3', idempotency_key: 'k1' }, 'maya')
  const page = await text(`/drafts/${id}`, 'maya')
  const typed = fieldsOn(page)
  for (const [name, value] of Object.entries(WILD))
    expect(
      typed[name]?.map((one) => one.replaceAll('\r', '')),
      name,
    ).toEqual([value].flat().map((one) => one.replaceAll('\r', '')))
  expect([typed['seen'], typed['idempotency_key'], typed['draft']]).toEqual([['3'], ['k1'], [id]])
  expect(page).not.toContain('<script>alert')
  expect(page).not.toContain('error-summary')
  expect(await entries()).toBe(before)
})

test('an empty form is a draft, too, and whoever may report on the measure may save one', async () => {
  const { save, text } = await newDesk()
  for (const who of ['irene', 'pervez', 'vera', 'edith', 'maya'] as const) {
    const id = await save({}, who)
    expect(await text(`/drafts/${id}`, who), who).toContain(
      'action="/agreements/visit-2017/measures/1/report"',
    )
  }
})

test('nobody saves a draft where they may not report, or on what is not there', async () => {
  const { post, drafts } = await newDesk()
  for (const who of ['adam', 'omar', 'ruth'] as const)
    expect((await post(FORM, { ...CLAIM, save: '1' }, who)).status, who).toBe(403)
  expect((await post(FORM, { ...CLAIM, save: '1' })).headers.get('location')).toBe('/sign-in')
  for (const path of ['/agreements/visit-2017/measures/9/report', '/agreements/nowhere/measures/1/report'])
    expect((await post(path, { ...CLAIM, save: '1' }, 'irene')).status).toBe(404)
  expect(await drafts()).toEqual([])
})

test('it is on the start page and the list of its author, and of nobody else', async () => {
  const { save, text } = await newDesk()
  const id = await save(FINDING, 'vera')
  for (const path of ['/', '/drafts']) {
    expect(await text(path, 'vera'), path).toContain(`href="/drafts/${id}"`)
    for (const who of ['victor', 'edith', 'irene', 'maya', 'adam'] as const)
      expect(await text(path, who), `${path} ${who}`).not.toContain(id)
  }
  expect(await text('/drafts', 'vera')).toContain('A finding on Measure 1')
})

const OTHERS: Who[] = ['irene', 'ines', 'pervez', 'victor', 'edith', 'adam', 'omar', 'ruth', 'maya']

test('for anybody else it is not there, whatever they ask or send', async () => {
  for (const fourEyes of ['off', 'reports'] as const) {
    const { save, get, post, drafts, app } = await newDesk(fourEyes)
    const id = await save(FINDING, 'vera')
    const before = await drafts()
    for (const who of OTHERS) {
      expect((await get(`/drafts/${id}`, who)).status, who).toBe(404)
      for (const verb of ['delete', 'withdraw', 'approve', 'return'])
        expect((await post(`/drafts/${id}/${verb}`, { version: '1', comment: 'No.' }, who)).status, who).toBe(
          404,
        )
      expect((await get(`/api/v1/drafts/${id}`, who)).status, who).toBe(404)
    }
    const stranger = await get(`/drafts/${id}`)
    expect([stranger.status, stranger.headers.get('location')]).toEqual([
      303,
      `/sign-in?next=%2Fdrafts%2F${id}`,
    ])
    expect((await app.request(`/api/v1/drafts/${id}`)).status).toBe(401)
    for (const verb of ['delete', 'withdraw', 'approve', 'return'])
      expect((await post(`/drafts/${id}/${verb}`, {})).headers.get('location')).toBe('/sign-in')
    expect(await drafts()).toEqual(before)
  }
})

test.each(['nothing', '00000000-0000-7000-8000-000000000000', '%00', 'new'])('%s is no draft', async (id) => {
  const { get, post } = await newDesk()
  expect((await get(`/drafts/${id}`, 'vera')).status).toBe(404)
  for (const verb of ['delete', 'withdraw', 'approve', 'return'])
    expect((await post(`/drafts/${id}/${verb}`, {}, 'vera')).status).toBe(404)
})

test('characters that no database takes are kept like any other', async () => {
  const { save, text, drafts } = await newDesk()
  const odd = {
    ...FINDING,
    summary: 'a\u0000b\ud800',
    idempotency_key: 'k\u0000',
    draft: '\u0000',
    draft_version: '\u0000',
  }
  const id = await save(odd, 'vera')
  expect(await text(`/drafts/${id}`, 'vera')).toContain('a')
  expect(await drafts()).toHaveLength(1)
})

test('another’s draft cannot be written over, nor recorded away', async () => {
  const { save, post, drafts, text } = await newDesk()
  const theirs = await save({ ...FINDING, summary: 'Vera’s words.' }, 'vera')
  const own = await save(
    { ...FINDING, summary: 'Victor’s words.', draft: theirs, draft_version: '1' },
    'victor',
  )
  expect(own).not.toBe(theirs)
  expect((await post(FORM, { ...FINDING, draft: theirs, draft_version: '1' }, 'victor')).status).toBe(303)
  expect(await text(`/drafts/${theirs}`, 'vera')).toContain('Vera’s words.')
  expect((await drafts()).map(({ state }) => state)).toEqual(['open', 'open'])
})

describe('saved again', () => {
  test('it is the same draft with the new words', async () => {
    const { save, text, drafts } = await newDesk()
    const id = await save(FINDING, 'vera')
    const typed = fieldsOn(await text(`/drafts/${id}`, 'vera'))
    expect(await save({ ...typed, summary: 'More of it.' }, 'vera')).toBe(id)
    expect(await text(`/drafts/${id}`, 'vera')).toContain('More of it.')
    expect(await drafts()).toHaveLength(1)
  })

  test('a double click makes one, of a fresh form and of a draft', async () => {
    const { post, drafts, text } = await newDesk()
    const fresh = { ...FINDING, save: '1', idempotency_key: 'k1' }
    const answers = await Promise.all([1, 2, 3, 4].map(() => post(FORM, fresh, 'vera')))
    expect(new Set(answers.map(draftIn)).size).toBe(1)
    const id = draftIn(answers[0]!)
    const changed = { ...fieldsOn(await text(`/drafts/${id}`, 'vera')), summary: 'Changed.', save: '1' }
    const again = await Promise.all([1, 2, 3].map(() => post(FORM, changed, 'vera')))
    expect(new Set(again.map(draftIn))).toEqual(new Set([id]))
    expect(await drafts()).toHaveLength(1)
  })

  test('of two windows neither wipes out the other', async () => {
    const { save, text, drafts } = await newDesk()
    const id = await save(FINDING, 'vera')
    const typed = fieldsOn(await text(`/drafts/${id}`, 'vera'))
    expect(await save({ ...typed, summary: 'From one window.' }, 'vera')).toBe(id)
    const other = await save({ ...typed, summary: 'From the other.' }, 'vera')
    expect(other).not.toBe(id)
    expect(await text(`/drafts/${id}`, 'vera')).toContain('From one window.')
    expect(await text(`/drafts/${other}`, 'vera')).toContain('From the other.')
    expect(await drafts()).toHaveLength(2)
  })

  test('no more than a hundred, and then nothing typed is lost', async () => {
    const { save, post, world, users, drafts } = await newDesk()
    await save(FINDING, 'vera')
    const [one] = await drafts()
    const more = Array.from({ length: 99 }, (_, i) => ({ ...one!, id: `d${i}`, form_key: `k${i}` }))
    await world.db.write((tx) => tx.insertInto('draft').values(more).execute())
    const answer = await post(FORM, { ...FINDING, summary: 'One too many.', save: '1' }, 'vera')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('One too many.')
    expect(await drafts()).toHaveLength(100)
    expect(users['vera']!.id).toBe(one!.user_id)
    expect((await post(FORM, { ...FINDING, save: '1' }, 'victor')).status).toBe(303)
  })
})

describe('recorded from its form', () => {
  test('it is a report, once, and the draft leads there', async () => {
    const { save, text, post, get, drafts, entries } = await newDesk()
    const id = await save(FINDING, 'vera')
    const before = await entries()
    const typed = fieldsOn(await text(`/drafts/${id}`, 'vera'))
    const answers = await Promise.all([1, 2].map(() => post(FORM, typed, 'vera')))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await entries()).toBe(before + 1)
    const report = answers[0]!.headers.get('location')?.split('#report-')[1]
    expect((await get(`/drafts/${id}`, 'vera')).headers.get('location')).toBe(`/reports/${report}`)
    expect(await text('/drafts', 'vera')).not.toContain(id)
    expect(await drafts()).toMatchObject([{ state: 'recorded', fields: '{}', report_id: report }])
  })

  test('a refusal keeps the draft, its comment block and all that was typed', async () => {
    const { save, post, text, drafts } = await newDesk()
    const id = await save({ ...FINDING, evidence_title: '', evidence_url: '' }, 'vera')
    const typed = fieldsOn(await text(`/drafts/${id}`, 'vera'))
    const answer = await post(FORM, { ...typed, summary: 'Typed since.' }, 'vera')
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Typed since.')
    expect(fieldsOn(page)['draft']).toEqual([id])
    expect(await drafts()).toMatchObject([{ state: 'open', version: 1 }])
  })

  test('what was recorded meanwhile is shown first, as with any form', async () => {
    const { save, post, text, record } = await newDesk()
    const seen = fieldsOn(await text(FORM, 'vera'))['seen'] ?? ''
    const id = await save({ ...FINDING, seen }, 'vera')
    await record({ ...CLAIM, summary: 'Meanwhile it was cut.' }, 'irene')
    const answer = await post(FORM, fieldsOn(await text(`/drafts/${id}`, 'vera')), 'vera')
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('Meanwhile it was cut.')
    const again = fieldsOn(page)
    expect(again['draft']).toEqual([id])
    expect((await post(FORM, again, 'vera')).status).toBe(303)
    expect(await text('/drafts', 'vera')).not.toContain(id)
  })

  test('from its preview, too, where it can also be saved', async () => {
    const { save, post, text } = await newDesk()
    const id = await save(FINDING, 'vera')
    const typed = fieldsOn(await text(`/drafts/${id}`, 'vera'))
    const preview = await (await post(FORM, { ...typed, preview: '1' }, 'vera')).text()
    expect(preview).toContain('name="save"')
    expect(await save({ ...fieldsOn(preview), summary: 'Kept on the way.' }, 'vera')).toBe(id)
    expect(await text(`/drafts/${id}`, 'vera')).toContain('Kept on the way.')
  })
})

describe('deleted', () => {
  test('it is gone with its words, and the second time nothing happens', async () => {
    const { save, post, get, text, drafts } = await newDesk()
    const id = await save({ ...FINDING, summary: 'A secret.' }, 'vera')
    for (let times = 0; times < 2; times++) {
      const answer = await post(`/drafts/${id}/delete`, {}, 'vera')
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/drafts?deleted'])
    }
    expect((await get(`/drafts/${id}`, 'vera')).status).toBe(404)
    expect(await text('/drafts?deleted', 'vera')).toContain('The draft is deleted.')
    expect(JSON.stringify(await drafts())).not.toContain('A secret.')
    expect(await drafts()).toMatchObject([{ state: 'deleted', version: 2 }])
  })

  test('it is forgotten once no key can name it', async () => {
    const { save, post, world, drafts } = await newDesk()
    const old = await save(FINDING, 'vera')
    await post(`/drafts/${old}/delete`, {}, 'vera')
    world.now = '2026-12-02T12:00:00.000Z'
    const newer = await save(FINDING, 'vera')
    await post(`/drafts/${newer}/delete`, {}, 'vera')
    expect((await drafts()).map(({ id }) => id)).toEqual([newer])
  })

  test('a stale form saves it anew', async () => {
    const { save, post, text } = await newDesk()
    const id = await save(FINDING, 'vera')
    const typed = fieldsOn(await text(`/drafts/${id}`, 'vera'))
    await post(`/drafts/${id}/delete`, {}, 'vera')
    const other = await save(typed, 'vera')
    expect(other).not.toBe(id)
  })
})

test('a draft whose measure was withdrawn shows all that was typed, and can be deleted', async () => {
  const { save, post, text } = await newDesk()
  const id = await save(FINDING, 'vera')
  expect((await post(`${MEASURE}/withdraw`, { reason: 'Listed twice.' }, 'edith')).status).toBe(303)
  const page = await text(`/drafts/${id}`, 'vera')
  expect(page).toContain('has been withdrawn')
  for (const typed of [FINDING.summary, FINDING.evidence_title, FINDING.evidence_url])
    expect(page).toContain(typed)
  expect((await post(`/drafts/${id}/delete`, {}, 'vera')).status).toBe(303)
})

test('so does one whose author may not report there any more', async () => {
  const { save, text, world, users } = await newDesk()
  const id = await save(PUBLIC, 'edith')
  await world.db.write((tx) => tx.deleteFrom('user_role').where('user_id', '=', users['edith']!.id).execute())
  const page = await text(`/drafts/${id}`, 'edith')
  expect(page).toContain('A minister')
  expect(page).not.toContain('name="preview"')
})

test('a draft is in no feed, list, search, export or memory', async () => {
  const { save, get, world } = await newDesk()
  const summary = 'Known to nobody else yet.'
  const id = await save({ ...FINDING, summary }, 'vera')
  for (const path of ['/', MEASURE, '/ledger', '/search?q=Known', '/feed.json', '/feed.atom', `${MEASURE}/feed.json`, '/agreements/list.csv', '/api/v1/changes', `/api/v1${MEASURE}/reports`, '/attention'])
    for (const who of ['stranger', 'victor'] as const) {
      const body = await (await get(path, who)).text()
      expect(body, path).not.toContain(summary)
      expect(body, path).not.toContain(id)
    }
  expect(await exported(world.db)).not.toContain(summary)
  for (const path of ['/drafts', `/drafts/${id}`, '/review'])
    expect((await get(path, 'vera')).headers.get('cache-control'), path).toBe('private, no-cache')
}) // prettier-ignore
