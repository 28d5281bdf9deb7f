import { expect, test } from 'vitest'
import { insertSession } from '../../src/users/session.store'
import { CLAIM, FINDING, FORM, type Posted } from '../status-reports/site'
import { fieldsOn, newDesk } from './desk'

const TYPED = {
  ...FINDING,
  summary: 'گزارش <b>&"نیمه‌تمام"</b>\n\n  and more',
  as_of: 'not yet',
  evidence_title: ['', 'Order', ''],
  evidence_kind: ['', 'act', ''],
  evidence_url: ['', '', ''],
}

test.each(['public', 'members'])(
  'whoever’s session ended gets back all that was typed, reading open to %s',
  async (access) => {
    const { app, users, post, text, world, entries, drafts } = await newDesk('off', { READ_ACCESS: access })
    const form = fieldsOn(await text(FORM, 'vera'))
    const before = await entries()
    await world.db.write((tx) => tx.deleteFrom('session').execute())
    for (const button of [{}, { preview: '1' }, { save: '1' }, { more: '1' }]) {
      const answer = await post(FORM, { ...form, ...TYPED, ...button }, 'stranger', 'navigate')
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([
        401,
        expect.stringContaining('no-store'),
      ])
      const page = await answer.text()
      const kept = fieldsOn(page)
      for (const [name, value] of Object.entries({ ...form, ...TYPED }))
        expect(kept[name] ?? [], name).toEqual([value].flat())
      expect(page).toContain('href="/sign-in?next=%2Fdrafts"')
      expect(page).not.toContain('<b>&amp;')
      expect(page).not.toContain('Measure 1')
      expect(answer.headers.getSetCookie()).toEqual([])
    }
    expect(await entries()).toBe(before)
    expect(await drafts()).toEqual([])
    const kept = fieldsOn(await (await post(FORM, { ...form, ...TYPED }, 'stranger', 'navigate')).text())
    const session = await world.db.write((tx) => insertSession(tx, users['vera']!.id, world.now))
    const again = (fields: Posted) => {
      const body = new URLSearchParams()
      for (const [name, all] of Object.entries(fields))
        for (const one of [all].flat()) body.append(name, String(one))
      const headers = { cookie: `session=${session}`, 'sec-fetch-site': 'same-origin' }
      return app.request(FORM, { method: 'POST', body, headers })
    }
    const shown = await again({ ...kept, change: '1' })
    expect([shown.status, fieldsOn(await shown.text())['summary']]).toEqual([200, [TYPED.summary]])
    expect((await again({ ...kept, save: '1' })).status).toBe(303)
    expect(await drafts()).toMatchObject([{ user_id: users['vera']!.id, state: 'open' }])
  },
)

test('what no form of ours sent is asked to sign in, as ever', async () => {
  const { post, app } = await newDesk()
  for (const fields of [{}, CLAIM, { ...CLAIM, seen: '1' }, { ...CLAIM, idempotency_key: 'k' }]) {
    const answer = await post(FORM, fields, 'stranger', 'navigate')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in'])
  }
  const program = await post(FORM, { ...CLAIM, seen: '1', idempotency_key: 'k' })
  expect([program.status, program.headers.get('location')]).toEqual([303, '/sign-in'])
  const foreign = await app.request(FORM, {
    method: 'POST',
    body: new URLSearchParams({ ...CLAIM, seen: '1', idempotency_key: 'k' }),
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(foreign.status).toBe(403)
})
