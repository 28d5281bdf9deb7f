import { describe, expect, test } from 'vitest'
import { findAgreement } from '../../src/agreements/agreement.store'
import { editorsOnly, hiddenIn, newForms, onceOnly, refusedAt } from '../parties/forms'
import { NEW, VISIT } from './visit'

const REVISE = '/agreements/visit-2017/revise'
const SAME = {
  title: 'Visit to Tehran',
  kind: 'announcement',
  concluded_on: '2017-11-07',
  concluded_on_precision: 'day',
  // In the order of the page, not in that of the record.
  parties: ['iran', 'pakistan'],
  reason: 'as the text has it',
}

describe('another wording of an agreement', () => {
  test('states only what changes, and the older wording stays readable', async () => {
    const forms = await newForms()
    const typed = { ...SAME, title: 'The army chiefs in Tehran', concluded_on_precision: 'month' }
    const answer = await forms.send(REVISE, { ...typed, ...(await forms.hidden(REVISE)) })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/agreements/visit-2017'])
    const { content } = await forms.last()
    expect(content).toMatchObject({ slug: 'visit-2017', reason: 'as the text has it' })
    expect(content['fields']).toEqual({
      title: 'The army chiefs in Tehran',
      concluded_on: '2017-11-01',
      concluded_on_precision: 'month',
    })
    const html = await forms.read('/agreements/visit-2017')
    expect(html).toContain('The army chiefs in Tehran')
    expect(html).toContain('as the text has it')
    const revisions = await forms.read('/agreements/visit-2017/revisions')
    for (const words of ['<del>Visit to </del>', '<ins>The army chiefs in </ins>', 'as the text has it'])
      expect(revisions).toContain(words)
  })

  test('makes known what becomes unknown, and keeps the sources it leaves alone', async () => {
    const forms = await newForms()
    await forms.send(NEW, VISIT)
    const path = '/agreements/visit-2020/revise'
    const html = await forms.read(path)
    expect(html).toContain('value="https://example.org/visit"')
    const { slug: _, ...rest } = VISIT
    const typed = { ...rest, concluded_on: '2020-02-01', place: '', reason: 'no place is named' }
    await forms.send(path, { ...typed, evidence_published_on: ['', '', '2020-12-31'] })
    expect((await forms.last()).content['fields']).toEqual({ place: null })
  })

  test('is for editors only', async () => {
    await editorsOnly(await newForms(), REVISE, { ...SAME, title: 'x' })
  })

  test('needs a reason, a change and an agreement that is there', async () => {
    const forms = await newForms()
    await refusedAt(forms, REVISE, { ...SAME, title: 'x', reason: '' }, 'reason')
    expect(await refusedAt(forms, REVISE, SAME, 'title')).toContain('Nothing was changed')
    await refusedAt(forms, REVISE, { ...SAME, parties: [] }, 'parties')
    expect((await forms.get('/agreements/none/revise', 'edith')).status).toBe(404)
    expect((await forms.send('/agreements/none/revise', { ...SAME, title: 'x' })).status).toBe(404)
    expect((await forms.send('/agreements/none/revise', {})).status).toBe(404)
  })

  test('does not drop a party that owes a measure', async () => {
    const forms = await newForms()
    const words = await refusedAt(forms, REVISE, { ...SAME, parties: ['pakistan'] }, 'parties')
    expect(words).toContain('iran')
    const typed = { ...SAME, parties: ['iran', 'pakistan', 'turkey'] }
    expect((await forms.send(REVISE, typed)).status).toBe(303)
    expect((await forms.last()).content['fields']).toEqual({ parties: ['pakistan', 'iran', 'turkey'] })
  })

  test('is written once when sent twice', async () => {
    await onceOnly(await newForms(), REVISE, { ...SAME, title: 'Once' }, { title: 'Twice' })
  })

  test('that meets a newer one is shown beside it, and nothing typed is lost', async () => {
    const forms = await newForms()
    const mine = await forms.hidden(REVISE)
    await forms.send(REVISE, { ...SAME, title: 'Theirs', reason: 'theirs' })
    const before = await forms.entries()
    const typed = {
      ...SAME,
      ...mine,
      summary: 'Mine',
      reason: 'mine',
      evidence_title: 'My source',
      evidence_kind: 'act',
    }
    const answer = await forms.send(REVISE, typed)
    const html = await answer.text()
    expect([answer.status, await forms.entries()]).toEqual([409, before])
    for (const words of ['Theirs', 'Visit to Tehran', 'Mine', 'mine', 'My source'])
      expect(html).toContain(words)
    expect(html).toMatch(/name="title"[^>]*value="Theirs"/)
    const again = { ...typed, ...hiddenIn(html), title: 'Theirs' }
    expect((await forms.send(REVISE, again)).status).toBe(303)
    const found = await findAgreement(forms.world.db.read, 'visit-2017', null)
    expect(found?.agreement).toMatchObject({ title: 'Theirs', summary: 'Mine' })
  })
})
