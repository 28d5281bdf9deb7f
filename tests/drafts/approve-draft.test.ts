import { describe, expect, test } from 'vitest'
import { faultsOf } from '../exchange/datasets'
import { OPERATOR } from '../../src/audit/audit'
import { operatorActor } from '../../src/exchange/operator.store'
import { eraseUser } from '../../src/users/erase-user'
import { disableUser } from '../../src/users/disable-user'
import { CLAIM, FINDING, FORM, MEASURE, PUBLIC, type Posted, type Who } from '../status-reports/site'
import { fieldsOn, newDesk } from './desk'

describe('what waits', () => {
  test.each<['off' | 'findings' | 'reports', Posted, Who, boolean]>([
    ['off', FINDING, 'vera', false],
    ['off', CLAIM, 'irene', false],
    ['findings', FINDING, 'vera', true],
    ['findings', { ...PUBLIC, kind: 'finding', party: '', evidence_kind: 'act' }, 'edith', true],
    ['findings', CLAIM, 'irene', false],
    ['findings', PUBLIC, 'edith', false],
    ['reports', CLAIM, 'irene', true],
    ['reports', PUBLIC, 'edith', true],
  ])('with four eyes %s', async (fourEyes, fields, who, waits) => {
    const { post, entries, drafts, standing } = await newDesk(fourEyes)
    const before = await entries()
    const { status, headers } = await post(FORM, fields, who)
    expect(status).toBe(303)
    expect(headers.get('location')).toMatch(waits ? /^\/drafts\/[0-9a-f-]{36}$/ : /#report-[0-9a-f-]{36}$/)
    expect(await entries()).toBe(waits ? before : before + 1)
    expect((await drafts()).map(({ state }) => state)).toEqual(waits ? ['submitted'] : [])
    expect((await standing()).stage).toBe(waits ? null : 2)
  })

  test('is judged as a report is: its fields, what was seen, its key', async () => {
    const { post, record, entries, drafts } = await newDesk('findings')
    expect((await post(FORM, { ...FINDING, as_of: '' }, 'vera')).status).toBe(422)
    expect((await post(FORM, { ...FINDING, evidence_kind: 'comment' }, 'vera')).status).toBe(422)
    const seen = String(await entries())
    await record(CLAIM, 'irene')
    expect((await post(FORM, { ...FINDING, seen }, 'vera')).status).toBe(409)
    expect(await drafts()).toEqual([])
    const keyed = { ...FINDING, idempotency_key: 'k1' }
    const answers = await Promise.all([1, 2, 3].map(() => post(FORM, keyed, 'vera')))
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    expect((await post(FORM, { ...keyed, stage: '3' }, 'vera')).status).toBe(409)
    expect(await drafts()).toHaveLength(1)
  })

  test('the form and its preview say so', async () => {
    const { text, post } = await newDesk('findings')
    expect(await text(FORM, 'vera')).toContain('Send for approval')
    expect(await text(FORM, 'irene')).not.toContain('Send for approval')
    expect(await text(FORM, 'maya')).toContain('Record it, or send a finding for approval')
    expect(await (await post(FORM, { ...FINDING, preview: '1' }, 'vera')).text()).toContain(
      'Send for approval',
    )
  })
})

describe('approved', () => {
  test('it is in the record as its author’s word, with both names', async () => {
    const { submit, approval, post, get, text, entries, standing, users, world, runs } =
      await newDesk('findings')
    const id = await submit(FINDING, 'vera')
    world.now = '2026-11-24T08:00:00.000Z'
    const before = await entries()
    const answer = await post(`/drafts/${id}/approve`, await approval(id, 'victor'), 'victor')
    const address = answer.headers.get('location') ?? ''
    expect([answer.status, address]).toEqual([303, expect.stringMatching(/^\/reports\//)])
    expect(await entries()).toBe(before + 1)
    const { entry, content }: any = await (await get(`/api/v1/ledger/entries/${before + 1}`)).json()
    expect(entry).toMatchObject({
      kind: 'report_recorded',
      actor: { id: users['vera']!.actorId, capacity: 'verifier', party: null },
      recorded_at: '2026-11-24T08:00:00.000Z',
      entered_at: '2026-11-24T08:00:00.000Z',
    })
    const approvedBy = { id: users['victor']!.actorId, capacity: 'verifier' }
    expect(content.approved_by).toEqual(approvedBy)
    for (const path of [address, MEASURE])
      for (const who of ['stranger', 'vera'] as const)
        expect(await text(path, who), path).toMatch(/Recorded by Vera and approved by victor/i)
    const { items }: any = await (await get(`/api/v1${MEASURE}/reports`)).json()
    expect(items[0].approved_by).toEqual(approvedBy)
    for (const feed of ['/feed.json', '/feed.atom'])
      expect(await text(feed, 'stranger')).toMatch(/Approved by victor/i)
    expect(await standing()).toMatchObject({ stage: 2, basis: 'verified' })
    const { stored, computed } = await runs()
    expect(stored).toEqual(computed)
    expect(await faultsOf(world.db)).toEqual([])
    expect((await get(`/drafts/${id}`, 'vera')).headers.get('location')).toBe(address)
    expect(await text('/review', 'victor')).not.toContain(id)
  })

  test.each<[Posted, Who, Who[]]>([
    [CLAIM, 'irene', ['ines']],
    [FINDING, 'vera', ['victor', 'maya']],
    [PUBLIC, 'edith', ['maya']],
    [FINDING, 'maya', ['vera', 'victor']],
  ])('only by whoever could have said it, and never by its author', async (fields, author, able) => {
    const { submit, get, post, text, entries, drafts } = await newDesk('reports')
    const id = await submit(fields, author)
    const before = await entries()
    const all: Who[] = ['irene', 'ines', 'pervez', 'vera', 'victor', 'edith', 'maya', 'adam', 'omar', 'ruth']
    for (const who of all.filter((one) => !able.includes(one))) {
      expect((await get(`/drafts/${id}`, who)).status, who).toBe(who === author ? 200 : 404)
      expect((await post(`/drafts/${id}/approve`, { version: '1' }, who)).status, who).toBe(404)
      expect((await post(`/drafts/${id}/return`, { version: '1', comment: 'No.' }, who)).status, who).toBe(
        404,
      )
      expect(await text('/review', who), who).not.toContain(id)
    }
    expect(await entries()).toBe(before)
    expect(await drafts()).toMatchObject([{ state: 'submitted', version: 1 }])
    for (const who of able) {
      expect((await get(`/drafts/${id}`, who)).status, who).toBe(200)
      expect(await text('/review', who), who).toContain(`/drafts/${id}`)
      expect(await text('/', who), who).toContain(`/drafts/${id}`)
    }
    expect((await post(`/drafts/${id}/approve`, { version: '1' }, able[0])).status).toBe(303)
    expect(await entries()).toBe(before + 1)
  })

  test('two at once make one report, and the other is told so', async () => {
    for (let round = 0; round < 3; round++) {
      const { submit, post, reports } = await newDesk('findings')
      const id = await submit(FINDING, 'vera')
      const approvers = ['victor', 'maya'] as const
      const answers = await Promise.all(
        approvers.map((who) => post(`/drafts/${id}/approve`, { version: '1' }, who)),
      )
      expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
      const told = answers.find(({ status }) => status === 409)
      expect(await told?.text()).toContain('has approved it already')
      expect(await reports()).toHaveLength(1)
    }
  })

  test('a double click has one answer', async () => {
    const { submit, post, reports } = await newDesk('findings')
    const id = await submit(FINDING, 'vera')
    const answers = await Promise.all(
      [1, 2, 3].map(() => post(`/drafts/${id}/approve`, { version: '1' }, 'victor')),
    )
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    expect(await reports()).toHaveLength(1)
  })

  test('while its author takes it back, one of the two happens', async () => {
    const { submit, post, reports, drafts } = await newDesk('findings')
    const id = await submit(FINDING, 'vera')
    const [approved] = await Promise.all([
      post(`/drafts/${id}/approve`, { version: '1' }, 'victor'),
      post(`/drafts/${id}/withdraw`, {}, 'vera'),
    ])
    const [draft] = await drafts()
    expect([approved.status, draft?.state, (await reports()).length]).toEqual(
      approved.status === 303 ? [303, 'recorded', 1] : [409, 'open', 0],
    )
  })
})

describe('judged by the rules of the moment', () => {
  test('a measure withdrawn, an author disabled or without the role: nothing enters, and the reason is said', async () => {
    const cases: [string, (desk: Awaited<ReturnType<typeof newDesk>>) => Promise<unknown>][] = [
      ['has been withdrawn', ({ post }) => post(`${MEASURE}/withdraw`, { reason: 'Listed twice.' }, 'edith')],
      ['has been disabled', ({ world, users }) => disableUser(world.deps, OPERATOR, users['vera']!.id)],
      [
        'may not say this any more',
        ({ world, users }) =>
          world.db.write((tx) =>
            tx.deleteFrom('user_role').where('user_id', '=', users['vera']!.id).execute(),
          ),
      ],
    ]
    for (const [reason, happen] of cases) {
      const desk = await newDesk('findings')
      const id = await desk.submit(FINDING, 'vera')
      await happen(desk)
      const before = await desk.entries()
      const page = await desk.text(`/drafts/${id}`, 'victor')
      expect(page, reason).toContain(reason)
      expect(page).not.toContain('/approve"')
      const answer = await desk.post(`/drafts/${id}/approve`, { version: '1' }, 'victor')
      expect([answer.status, (await answer.text()).includes(reason)], reason).toEqual([422, true])
      expect(await desk.entries()).toBe(before)
      expect(
        (await desk.post(`/drafts/${id}/return`, { version: '1', comment: 'Gone.' }, 'victor')).status,
      ).toBe(303)
    }
  })

  test('what entered since is shown, and what enters after that is shown before it counts', async () => {
    const { submit, approval, post, record, text, reports } = await newDesk('findings')
    const id = await submit(FINDING, 'vera')
    await record({ ...CLAIM, summary: 'Entered since.' }, 'irene')
    expect(await text(`/drafts/${id}`, 'victor')).toContain('Entered since.')
    const read = await approval(id, 'victor')
    await record({ ...CLAIM, summary: 'And later.' }, 'irene')
    const answer = await post(`/drafts/${id}/approve`, read, 'victor')
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('And later.')
    expect(await reports()).toHaveLength(2)
    expect((await post(`/drafts/${id}/approve`, await approval(id, 'victor'), 'victor')).status).toBe(303)
    expect(await reports()).toHaveLength(3)
  })

  test('what was changed since it was read is read again', async () => {
    const { submit, approval, post, text, reports } = await newDesk('findings')
    const id = await submit(FINDING, 'vera')
    const read = await approval(id, 'victor')
    await post(`/drafts/${id}/withdraw`, {}, 'vera')
    const typed = fieldsOn(await text(`/drafts/${id}`, 'vera'))
    expect(await submit({ ...typed, stage: '3', summary: 'More than was read.' }, 'vera')).toBe(id)
    const answer = await post(`/drafts/${id}/approve`, read, 'victor')
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('More than was read.')
    expect(await reports()).toEqual([])
  })
})

describe('returned', () => {
  test('its author reads why, changes it and sends it again, and it is approved', async () => {
    const { submit, approval, post, get, text, reports, drafts } = await newDesk('findings')
    const id = await submit({ ...FINDING, idempotency_key: 'k1' }, 'vera')
    const comment = 'Which <order>?\nName its number.'
    const answer = await post(
      `/drafts/${id}/return`,
      { ...(await approval(id, 'victor')), comment },
      'victor',
    )
    expect(answer.headers.get('location')).toBe('/review?returned')
    expect((await get(`/drafts/${id}`, 'victor')).status).toBe(404)
    expect(await text('/', 'vera')).toContain(`/drafts/${id}`)
    for (const path of ['/drafts', `/drafts/${id}`])
      expect(await text(path, 'vera'), path).toContain('Which &lt;order&gt;?\nName its number.')
    const typed = fieldsOn(await text(`/drafts/${id}`, 'vera'))
    const refused = await (await post(FORM, { ...typed, as_of: '' }, 'vera')).text()
    expect(refused).toContain('Name its number.')
    expect(await submit({ ...typed, summary: 'Order 12 of May.' }, 'vera')).toBe(id)
    const again = await text(`/drafts/${id}`, 'victor')
    expect(again).toContain('Order 12 of May.')
    expect(again).toContain('Name its number.')
    expect((await post(`/drafts/${id}/approve`, await approval(id, 'victor'), 'victor')).status).toBe(303)
    expect(await reports()).toHaveLength(1)
    expect(await drafts()).toHaveLength(1)
  })

  test.each([
    ['nothing', ''],
    ['spaces', '  '],
    ['too much', 'x'.repeat(2_001)],
  ])('a comment of %s is refused, and kept as typed', async (_, comment) => {
    const { submit, post, drafts } = await newDesk('findings')
    const id = await submit(FINDING, 'vera')
    const answer = await post(`/drafts/${id}/return`, { version: '1', comment }, 'victor')
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('href="#field-comment"')
    expect(page).toContain(comment)
    expect(await drafts()).toMatchObject([{ state: 'submitted', version: 1 }])
  })

  test('a double click returns it once; whoever else decides then is told', async () => {
    const { submit, post, world, reports } = await newDesk('findings')
    const id = await submit(FINDING, 'vera')
    const fields = { version: '1', comment: 'Which order?' }
    for (let times = 0; times < 2; times++)
      expect((await post(`/drafts/${id}/return`, fields, 'victor')).status).toBe(303)
    expect(await world.db.read.selectFrom('draft_return').selectAll().execute()).toHaveLength(1)
    for (const verb of ['approve', 'return']) {
      const answer = await post(`/drafts/${id}/${verb}`, fields, 'maya')
      expect([answer.status, (await answer.text()).includes('has returned it')], verb).toEqual([409, true])
    }
    expect(await reports()).toEqual([])
  })
})

describe('taken back', () => {
  test('its author changes it; whoever reads it then is told', async () => {
    const { submit, post, get, text } = await newDesk('findings')
    const id = await submit(FINDING, 'vera')
    const waiting = await text(`/drafts/${id}`, 'vera')
    expect(waiting).toContain('another verifier')
    expect(waiting).toContain('2 people can approve it.')
    for (let times = 0; times < 2; times++)
      expect((await post(`/drafts/${id}/withdraw`, {}, 'vera')).headers.get('location')).toBe(`/drafts/${id}`)
    expect((await get(`/drafts/${id}`, 'victor')).status).toBe(404)
    const told = await post(`/drafts/${id}/approve`, { version: '1' }, 'victor')
    expect([told.status, (await told.text()).includes('has taken it back')]).toEqual([409, true])
    expect(fieldsOn(await text(`/drafts/${id}`, 'vera'))['summary']).toEqual([FINDING.summary])
  })

  test('not once it is in the record, and what waits is not deleted', async () => {
    const { submit, post, get, reports } = await newDesk('findings')
    const id = await submit(FINDING, 'vera')
    expect((await post(`/drafts/${id}/delete`, {}, 'vera')).headers.get('location')).toBe(`/drafts/${id}`)
    await post(`/drafts/${id}/approve`, { version: '1' }, 'victor')
    await post(`/drafts/${id}/withdraw`, {}, 'vera')
    expect((await get(`/drafts/${id}`, 'vera')).headers.get('location')).toMatch(/^\/reports\//)
    expect(await reports()).toHaveLength(1)
  })

  test('where nobody could approve it, its author is told', async () => {
    const { submit, text } = await newDesk('reports')
    const id = await submit({ ...CLAIM, party: 'pakistan' }, 'pervez')
    expect(await text(`/drafts/${id}`, 'pervez')).toContain('One person can approve it.')
    const other = await newDesk('reports')
    const alone = await other.submit(CLAIM, 'irene')
    await disableUser(other.world.deps, OPERATOR, other.users['ines']!.id)
    expect(await other.text(`/drafts/${alone}`, 'irene')).toContain('At present there is nobody who could')
  })
})

test('a correction waits, and corrects once it is approved', async () => {
  const { submit, approval, post, record, text, reports } = await newDesk('off')
  expect([submit, approval, text].every(Boolean)).toBe(true)
  const first = await record(FINDING, 'vera')
  expect((await post(FORM, { ...FINDING, corrects: first, stage: '3' }, 'vera')).status).toBe(303)
  expect((await reports()).filter(({ corrects }) => corrects === first)).toHaveLength(1)
  const desk = await newDesk('findings')
  const id = await desk.submit(FINDING, 'vera')
  await desk.post(`/drafts/${id}/approve`, { version: '1' }, 'victor')
  const [earlier] = await desk.reports()
  const correction = await desk.submit({ ...FINDING, corrects: earlier!.id, stage: '3' }, 'vera')
  expect((await desk.standing()).stage).toBe(2)
  await desk.post(`/drafts/${correction}/approve`, { version: '1' }, 'maya')
  expect(await desk.standing()).toMatchObject({ stage: 3, basis: 'verified' })
})

test('who approved and is erased is named no more, also from memory, and what they approved stands', async () => {
  const { submit, post, text, world, users, drafts } = await newDesk('findings')
  const id = await submit(FINDING, 'vera')
  const waiting = await submit({ ...FINDING, stage: '1' }, 'victor')
  await post(`/drafts/${id}/approve`, { version: '1' }, 'victor')
  await post(`/drafts/${waiting}/return`, { version: '1', comment: 'No.' }, 'maya')
  expect(await text(MEASURE, 'stranger')).toMatch(/approved by victor/i)
  await eraseUser(world.deps, await operatorActor(world.deps), users['victor']!.id)
  for (const path of [MEASURE, '/feed.json'])
    expect(await text(path, 'stranger'), path).toMatch(/approved by a verifier/i)
  expect(await drafts()).toMatchObject([{ id, state: 'recorded', ended_by: null }])
  expect(await faultsOf(world.db)).toEqual([])
})
