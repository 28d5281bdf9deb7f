import { describe, expect, test } from 'vitest'
import { findParty } from '../../src/parties/party.store'
import { editorsOnly, escaped, hiddenIn, newForms, onceOnly, refusedAt, withdrawnOnce } from './forms'

const OMAN = { slug: 'oman', name: 'Oman', kind: 'state', part_of: '', 'names.fa': 'عمان' }
const NEW = '/parties/new'

describe('a new party', () => {
  test('is recorded by an editor and shown on its page', async () => {
    const forms = await newForms()
    expect(await forms.read(NEW)).toContain('name="slug"')
    const answer = await forms.send(NEW, OMAN)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/parties/oman'])
    expect(await forms.read('/parties/oman')).toContain('Oman')
    expect(await forms.last()).toMatchObject({
      kind: 'party_added',
      actor_id: forms.users['edith']?.actorId,
      actor_capacity: 'editor',
      content: { slug: 'oman', name: 'Oman', kind: 'state', names: { fa: 'عمان' } },
    })
  })

  test('may be part of another', async () => {
    const forms = await newForms()
    await forms.send(NEW, { slug: 'iran-army', name: 'Army of Iran', kind: 'force', part_of: 'iran' })
    expect((await findParty(forms.world.db.read, 'iran-army', null))?.party).toMatchObject({
      kind: 'force',
      partOf: 'iran',
    })
  })

  test('is for editors only', async () => {
    await editorsOnly(await newForms(), NEW, OMAN)
  })

  test('is refused at the field, with what was typed', async () => {
    const forms = await newForms()
    const slugs = ['new', 'Oman Sultanate', 'o'.repeat(81), '']
    for (const slug of slugs) await refusedAt(forms, NEW, { ...OMAN, slug }, 'slug')
    expect(await refusedAt(forms, NEW, { ...OMAN, slug: 'iran' }, 'slug')).toContain('taken')
    await refusedAt(forms, NEW, { ...OMAN, name: '' }, 'name')
    await refusedAt(forms, NEW, { ...OMAN, kind: '' }, 'kind')
    await refusedAt(forms, NEW, { ...OMAN, kind: 'planet' }, 'kind')
    await refusedAt(forms, NEW, { ...OMAN, part_of: 'atlantis' }, 'part_of')
    await refusedAt(forms, NEW, { ...OMAN, part_of: 'oman' }, 'part_of')
    await refusedAt(forms, NEW, { ...OMAN, 'names.fa': 'ع'.repeat(201) }, 'names-fa')
  })

  test('cannot be part of one that was withdrawn', async () => {
    const forms = await newForms()
    await forms.send('/parties/turkey/withdraw', { reason: 'not bound by anything' })
    await refusedAt(forms, NEW, { ...OMAN, part_of: 'turkey' }, 'part_of')
  })

  test('is written once when sent twice, and a refusal does not use its key up', async () => {
    const forms = await newForms()
    await forms.send(NEW, { ...OMAN, name: '', idempotency_key: 'k-1' })
    await onceOnly(forms, NEW, OMAN, { name: 'Sultanate of Oman' })
  })

  test('keeps script as text', async () => {
    const forms = await newForms()
    const name = '<script>alert("1")</script>'
    await refusedAt(forms, NEW, { ...OMAN, name, kind: '' }, 'kind')
    await forms.send(NEW, { ...OMAN, name })
    for (const path of ['/parties/oman', '/parties/oman/revise', '/parties/oman/withdraw', NEW]) {
      const html = await forms.read(path)
      expect(html).not.toContain('<script>alert')
    }
    expect(await forms.read('/parties/oman')).toContain(escaped('<script>alert'))
  })
})

const REVISE = '/parties/iran/revise'
const IRAN = { name: 'Iran', kind: 'state', part_of: '', 'names.fa': 'ایران', reason: 'its full name' }

describe('another wording of a party', () => {
  test('states only what changes, and null where something becomes unknown', async () => {
    const forms = await newForms()
    expect(await forms.read(REVISE)).toContain('value="ایران"')
    const typed = { ...IRAN, name: 'Islamic Republic of Iran', 'names.fa': '' }
    const answer = await forms.send(REVISE, { ...typed, ...(await forms.hidden(REVISE)) })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/parties/iran'])
    expect((await forms.last()).content).toMatchObject({
      reason: 'its full name',
      fields: { name: 'Islamic Republic of Iran', names: null },
    })
    const history = await findParty(forms.world.db.read, 'iran', null)
    expect(history?.party).toMatchObject({ name: 'Islamic Republic of Iran', kind: 'state', names: {} })
    expect(history?.wordings).toHaveLength(2)
    expect(await forms.read('/parties/iran')).toContain('its full name')
  })

  test('is for editors only', async () => {
    await editorsOnly(await newForms(), REVISE, { ...IRAN, name: 'Persia' })
  })

  test('needs a reason, a change and a party that is there', async () => {
    const forms = await newForms()
    await refusedAt(forms, REVISE, { ...IRAN, name: 'Persia', reason: '' }, 'reason')
    expect(await refusedAt(forms, REVISE, IRAN, 'name')).toContain('Nothing was changed')
    await refusedAt(forms, REVISE, { ...IRAN, name: '' }, 'name')
    await refusedAt(forms, REVISE, { ...IRAN, part_of: 'iran' }, 'part_of')
    for (const path of ['/parties/atlantis/revise', '/parties/NO/revise']) {
      expect((await forms.get(path, 'edith')).status).toBe(404)
      expect((await forms.send(path, IRAN)).status).toBe(404)
    }
  })

  test('is written once when sent twice', async () => {
    await onceOnly(await newForms(), REVISE, { ...IRAN, name: 'Persia' }, { name: 'Elam' })
  })

  test('that meets a newer one is not saved: both are shown, and neither is lost when it is sent again', async () => {
    const forms = await newForms()
    const mine = await forms.hidden(REVISE)
    const theirs = await forms.hidden(REVISE)
    await forms.send(REVISE, { ...IRAN, ...theirs, name: 'Islamic Republic of Iran' })
    const before = await forms.entries()
    const answer = await forms.send(REVISE, { ...IRAN, ...mine, 'names.ur': 'ایران۔', reason: 'in Urdu' })
    const html = await answer.text()
    expect([answer.status, await forms.entries()]).toEqual([409, before])
    expect(html).toContain('As it reads now')
    // The name was left alone, so the newer one stands in the form; what was typed is kept.
    expect(html).toMatch(/name="name"[^>]*value="Islamic Republic of Iran"/)
    expect(html).toContain('value="ایران۔"')
    expect(html).toContain('in Urdu')
    const hidden = hiddenIn(html)
    expect(hidden.idempotency_key).not.toBe('')
    const again = { ...IRAN, ...hidden, name: 'Islamic Republic of Iran', 'names.ur': 'ایران۔' }
    expect((await forms.send(REVISE, again)).status).toBe(303)
    expect((await findParty(forms.world.db.read, 'iran', null))?.party).toMatchObject({
      name: 'Islamic Republic of Iran',
      names: { fa: 'ایران', ur: 'ایران۔' },
    })
  })

  test('of something else in between is no conflict, nor is one of which nothing was seen', async () => {
    const forms = await newForms()
    const mine = await forms.hidden(REVISE)
    await forms.send(NEW, OMAN)
    expect((await forms.send(REVISE, { ...IRAN, ...mine, name: 'Persia' })).status).toBe(303)
    expect((await forms.send(REVISE, { ...IRAN, name: 'Elam' })).status).toBe(303)
  })
})

describe('withdrawing a party', () => {
  test('is done once, with a reason', async () => {
    const forms = await newForms()
    await withdrawnOnce(forms, '/parties/turkey/withdraw')
    expect((await forms.get('/parties/turkey')).status).toBe(200)
    expect((await forms.get('/parties/turkey/revise', 'edith')).status).toBe(404)
    expect((await forms.send('/parties/turkey/revise', { ...IRAN, name: 'x' })).status).toBe(404)
    expect((await forms.get('/parties/turkey/withdraw', 'edith')).status).toBe(409)
  })

  test('is refused while an agreement that stands names it', async () => {
    const forms = await newForms()
    const path = '/parties/iran/withdraw'
    expect(await refusedAt(forms, path, { reason: 'in error' }, 'reason')).toContain('visit-2017')
    await forms.send('/agreements/visit-2017/withdraw', { reason: 'never concluded' })
    expect((await forms.send(path, { reason: 'in error' })).status).toBe(303)
  })

  test('of one that is not there is 404', async () => {
    const forms = await newForms()
    expect((await forms.get('/parties/atlantis/withdraw', 'edith')).status).toBe(404)
    expect((await forms.send('/parties/atlantis/withdraw', { reason: 'x' })).status).toBe(404)
  })
})
