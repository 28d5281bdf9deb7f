import { expect, test } from 'vitest'
import { inLedger } from '../../src/ledger/ledger.store'
import { addReply } from '../../src/replies/reply.store'
import { textOf } from '../views/html'
import { CLAIM, FINDING, idIn, MEASURE, newSite, valuesOn, type Who } from '../status-reports/site'

const WHO: Who[] = ['stranger', 'irene', 'ines', 'pervez', 'vera', 'edith', 'adam', 'omar', 'ruth', 'maya']
const TEXT = { text: 'The line was cut by a flood.' }

test('a party of the agreement replies to a finding, and its page shows it', async () => {
  const { record, get, post, entries, standing } = await newSite()
  const id = await record(FINDING, 'vera')
  const stands = await standing()
  const before = await entries()
  for (const who of WHO) {
    const may = ['irene', 'ines', 'pervez', 'maya'].includes(who)
    expect((await get(`/reports/${id}/reply`, who)).status, who).toBe(
      who === 'stranger' ? 303 : may ? 200 : 403,
    )
    if (!may)
      expect((await post(`/reports/${id}/reply`, TEXT, who)).status).toBe(who === 'stranger' ? 303 : 403)
  }
  expect(await entries()).toBe(before)
  const answer = await post(`/reports/${id}/reply`, TEXT, 'irene')
  expect(answer.headers.get('location')).toBe(`/reports/${id}#reply-${idIn(answer)}`)
  const page = await (await get(`/reports/${id}`)).text()
  expect(page).toContain('The line was cut by a flood.')
  expect(page).toContain(`id="reply-${idIn(answer)}"`)
  expect(await entries()).toBe(before + 1)
  expect(await standing()).toEqual(stands)
})

test('a claim, a withdrawn finding and what is not there take no reply', async () => {
  const { record, get, post, entries } = await newSite()
  const claim = await record(CLAIM, 'irene')
  const gone = await record(FINDING, 'vera')
  await post(`/reports/${gone}/withdraw`, { reason: 'wrong' }, 'vera')
  const before = await entries()
  for (const [id, sentence] of [
    [claim, 'this report is a claim'],
    [gone, 'nothing can be added'],
  ] as const) {
    expect((await get(`/reports/${id}/reply`, 'irene')).status).toBe(422)
    const answer = await post(`/reports/${id}/reply`, TEXT, 'irene')
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(sentence)
    expect(page).toContain(TEXT.text)
  }
  expect((await post('/reports/none/reply', TEXT, 'irene')).status).toBe(404)
  expect(await entries()).toBe(before)
})

test('an empty or endless reply is refused with what was typed', async () => {
  const { record, post, entries } = await newSite()
  const id = await record(FINDING, 'vera')
  const before = await entries()
  for (const text of [' ', 'z'.repeat(10_001)]) {
    const answer = await post(`/reports/${id}/reply`, { text }, 'irene')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('href="#field-text"')
  }
  expect(await entries()).toBe(before)
})

test('sent again it is recorded once; other content under the key is a conflict that keeps the text', async () => {
  const { record, get, post, entries } = await newSite()
  const id = await record(FINDING, 'vera')
  const path = `/reports/${id}/reply`
  const key = valuesOn(await (await get(path, 'irene')).text(), 'idempotency_key')[0] ?? ''
  const fields = { ...TEXT, idempotency_key: key }
  const before = await entries()
  const answers = await Promise.all([post(path, fields, 'irene'), post(path, fields, 'irene')])
  expect(idIn(answers[0])).toBe(idIn(answers[1]))
  const other = await post(path, { ...fields, text: 'Something else.' }, 'irene')
  expect(other.status).toBe(409)
  const page = await other.text()
  expect(page).toContain('Something else.')
  expect(valuesOn(page, 'idempotency_key')).not.toContain(key)
  expect(await entries()).toBe(before + 1)
})

test('a reply is withdrawn by a reporter of its party, once and with a reason', async () => {
  const { record, get, post, entries } = await newSite()
  const id = await record(FINDING, 'vera')
  const reply = idIn(await post(`/reports/${id}/reply`, TEXT, 'irene'))
  const path = `/replies/${reply}/withdraw`
  const before = await entries()
  for (const who of WHO) {
    const may = ['irene', 'ines'].includes(who)
    expect((await get(path, who)).status, who).toBe(who === 'stranger' ? 303 : may ? 200 : 403)
    if (!may) expect((await post(path, { reason: 'x' }, who)).status).toBe(who === 'stranger' ? 303 : 403)
  }
  expect((await post(path, { reason: '' }, 'irene')).status).toBe(422)
  expect(await entries()).toBe(before)
  const answer = await post(path, { reason: 'Said too early.' }, 'ines')
  expect(answer.headers.get('location')).toBe(`/reports/${id}#reply-${reply}`)
  expect(await (await get(`/reports/${id}`)).text()).toContain('Said too early.')
  expect((await post(path, { reason: 'x' }, 'irene')).status).toBe(409)
  expect((await get(path, 'irene')).status).toBe(409)
  expect((await post('/replies/none/withdraw', { reason: 'x' }, 'irene')).status).toBe(404)
  expect(await entries()).toBe(before + 1)
})

test('an imported reply says so, and is its party’s to withdraw as any other', async () => {
  const { record, get, post, world } = await newSite()
  const report = await record(FINDING, 'vera')
  const id = world.deps.newId()
  await inLedger(world.deps, async (ledger) => {
    const actor = { id: crypto.randomUUID(), capacity: 'operator', party: null } as const
    const measure = { agreement: 'visit-2017', code: '1' }
    addReply(ledger, actor, { id, report, measure, party: 'iran', text: 'Imported.' })
  })
  expect(await (await get(`/reports/${report}`)).text()).toContain('Brought by an import, not filed here')
  for (const who of ['edith', 'vera', 'adam', 'pervez'] as const)
    expect((await post(`/replies/${id}/withdraw`, { reason: 'x' }, who)).status, who).toBe(403)
  expect((await post(`/replies/${id}/withdraw`, { reason: 'x' }, 'irene')).status).toBe(303)
})

test.each(['<script>alert(1)</script>', 'پاسخ <script>alert(1)</script>'])(
  'a script stays text: %s',
  async (text) => {
    const { record, get, post } = await newSite()
    const id = await record(FINDING, 'vera')
    const reply = idIn(await post(`/reports/${id}/reply`, { text }, 'irene'))
    const refused = await (
      await post(`/replies/${reply}/withdraw`, { reason: text.repeat(200) }, 'irene')
    ).text()
    await post(`/replies/${reply}/withdraw`, { reason: text }, 'irene')
    for (const page of [refused, await (await get(`/reports/${id}`)).text()]) {
      expect(page).not.toContain('<script>')
      expect(page).toContain('&lt;script&gt;')
    }
  },
)

test('a party that owes nothing here replies too, and the reply stands wherever the finding does', async () => {
  const { record, get, post } = await newSite()
  const measure = '/agreements/visit-2017/measures/2'
  const id = await record({ ...FINDING, stage: '1' }, 'vera', `${measure}/report`)
  const reply = idIn(await post(`/reports/${id}/reply`, TEXT, 'pervez'))
  const text = async (path: string) => textOf(await (await get(path)).text())
  for (const path of [measure, `/reports/${id}`]) {
    expect(await text(path), path).toContain('Pakistan replied 23 November 2026')
    expect(await text(path), path).toContain(TEXT.text)
    expect(await text(path), path).toContain('Filed here by the party')
  }
  expect(await (await get(measure)).text()).toContain(
    `<a href="/reports/${id}#reply-${reply}">Pakistan replied</a>`,
  )
  expect(await text('/parties/pakistan')).toContain(
    'One finding stands on the measures of its agreements. It has replied once.',
  )
  expect(await text('/parties/pakistan')).toContain(TEXT.text)
  expect(await text('/parties/iran')).toContain('It has replied to none.')
  expect(await text('/ledger')).toContain('Pakistan replied to a finding on Measure 2.')
  expect(await text('/search?q=flood')).toContain('Reply to a finding Visit to Tehran Pakistan')
})

test('whoever may reply or withdraw is shown the way, nobody else', async () => {
  const { record, get, post } = await newSite()
  const id = await record(FINDING, 'vera')
  const reply = idIn(await post(`/reports/${id}/reply`, TEXT, 'irene'))
  for (const path of [MEASURE, `/reports/${id}`])
    for (const who of WHO) {
      const page = await (await get(path, who)).text()
      const may = ['irene', 'ines', 'pervez', 'maya'].includes(who)
      expect(page.includes(`href="/reports/${id}/reply"`), `${who} ${path}`).toBe(may)
      const own = ['irene', 'ines'].includes(who)
      expect(page.includes(`href="/replies/${reply}/withdraw"`), `${who} ${path}`).toBe(own)
    }
})

test('the parties of now reply: one that a revision added may, one that it dropped may not', async () => {
  const party = (slug: string) => ({ slug, name: slug, kind: 'state' })
  const fence = { code: '1', title: 'Fence', obligation: 'one_off', owed_by: ['iran'] }
  const visit = { slug: 'visit-2017', title: 'Visit', kind: 'announcement', concluded_on: '2017-11-07' }
  const { record, get, post } = await newSite({
    format: 'followthrough-dataset/1',
    parties: ['iran', 'pakistan', 'oman'].map(party),
    agreements: [{ ...visit, parties: ['iran', 'pakistan'], measures: [fence] }],
  })
  const id = await record(FINDING, 'vera')
  const before = idIn(await post(`/reports/${id}/reply`, TEXT, 'pervez'))
  expect((await get(`/reports/${id}/reply`, 'omar')).status).toBe(403)
  const revised = { ...visit, concluded_on_precision: 'day', parties: ['iran', 'oman'], reason: 'As signed.' }
  expect((await post('/agreements/visit-2017/revise', revised, 'edith')).status).toBe(303)
  expect((await post(`/reports/${id}/reply`, TEXT, 'omar')).status).toBe(303)
  expect((await post(`/reports/${id}/reply`, TEXT, 'pervez')).status).toBe(403)
  expect(await (await get(`/reports/${id}`)).text()).toContain(`id="reply-${before}"`)
  expect((await post(`/replies/${before}/withdraw`, { reason: 'Left.' }, 'pervez')).status).toBe(303)
})
