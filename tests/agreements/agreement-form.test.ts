import { describe, expect, test } from 'vitest'
import { findAgreement } from '../../src/agreements/agreement.store'
import {
  editorsOnly,
  escaped,
  hiddenIn,
  newForms,
  onceOnly,
  refusedAt,
  withdrawnOnce,
} from '../parties/forms'

const NEW = '/agreements/new'
const VISIT = {
  slug: 'visit-2020',
  title: 'Visit to Islamabad',
  kind: 'memorandum',
  concluded_on: '2020-02-14',
  concluded_on_precision: 'month',
  place: 'Islamabad',
  summary: 'Two days of talks.\r\nNo statement.',
  language: 'en',
  parties: ['iran', 'pakistan'],
  evidence_kind: ['record', '', 'announcement'],
  evidence_title: ['Minutes', '', ''],
  evidence_url: ['', '', 'https://example.org/visit'],
  evidence_publisher: ['', '', 'A newspaper'],
  evidence_published_on: ['', '', '2020-03-05'],
  evidence_published_on_precision: ['day', 'day', 'year'],
  evidence_language: ['', '', 'ur'],
}

describe('a new agreement', () => {
  test('is recorded by an editor and shown on its page', async () => {
    const forms = await newForms()
    expect(await forms.read(NEW)).toContain('value="pakistan"')
    const answer = await forms.send(NEW, VISIT)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/agreements/visit-2020'])
    const html = await forms.read('/agreements/visit-2020')
    for (const words of ['Visit to Islamabad', 'February 2020', 'Minutes', 'https://example.org/visit'])
      expect(html).toContain(words)
    expect(await forms.last()).toMatchObject({
      kind: 'agreement_added',
      agreement: 'visit-2020',
      actor_id: forms.users['edith']?.actorId,
      content: {
        concluded_on: '2020-02-01',
        concluded_on_precision: 'month',
        summary: 'Two days of talks.\nNo statement.',
        parties: ['iran', 'pakistan'],
        sources: [
          { kind: 'record', title: 'Minutes' },
          {
            kind: 'announcement',
            url: 'https://example.org/visit',
            publisher: 'A newspaper',
            published_on: '2020-12-31',
            published_on_precision: 'year',
            language: 'ur',
          },
        ],
      },
    })
  })

  test('is for editors only', async () => {
    await editorsOnly(await newForms(), NEW, VISIT)
  })

  test('is refused at the field, with what was typed', async () => {
    const forms = await newForms()
    for (const slug of ['new', 'Visit', 'a/b', '']) await refusedAt(forms, NEW, { ...VISIT, slug }, 'slug')
    expect(await refusedAt(forms, NEW, { ...VISIT, slug: 'visit-2017' }, 'slug')).toContain('taken')
    await refusedAt(forms, NEW, { ...VISIT, title: ' ' }, 'title')
    await refusedAt(forms, NEW, { ...VISIT, title: 'x'.repeat(301) }, 'title')
    await refusedAt(forms, NEW, { ...VISIT, kind: 'handshake' }, 'kind')
    for (const concluded_on of ['', '2020-02-30', 'spring'])
      await refusedAt(forms, NEW, { ...VISIT, concluded_on }, 'concluded_on')
    await refusedAt(forms, NEW, { ...VISIT, parties: [] }, 'parties')
    expect(await refusedAt(forms, NEW, { ...VISIT, parties: ['iran', 'atlantis'] }, 'parties')).toContain(
      'atlantis',
    )
  })

  test('is refused at the block of evidence that is wrong', async () => {
    const forms = await newForms()
    const urls = { ...VISIT, evidence_url: ['', '', 'javascript:alert(1)'] }
    await refusedAt(forms, NEW, urls, 'evidence_url-2')
    await refusedAt(forms, NEW, { ...VISIT, evidence_kind: ['', '', 'act'] }, 'evidence_kind-0')
    const days = { ...VISIT, evidence_published_on: ['', '', 'May'] }
    await refusedAt(forms, NEW, days, 'evidence_published_on-2')
  })

  test('gives room for another source without recording anything', async () => {
    const forms = await newForms()
    const before = await forms.entries()
    const answer = await forms.send(NEW, { ...VISIT, title: '', more: '1' })
    const html = await answer.text()
    expect([answer.status, await forms.entries()]).toEqual([200, before])
    expect(html.match(/name="evidence_title"/g)).toHaveLength(4)
    expect(html).toContain('value="A newspaper"')
  })

  test('is written once when sent twice', async () => {
    await onceOnly(await newForms(), NEW, VISIT, { title: 'Visit to Lahore' })
  })

  test('keeps script as text', async () => {
    const forms = await newForms()
    const script = '<script>alert(1)</script>'
    const typed = { ...VISIT, title: script, summary: `</textarea>${script}`, place: '"><b>', evidence_title: script }
    await forms.send(NEW, typed)
    for (const path of ['/agreements/visit-2020', '/agreements/visit-2020/revise', '/agreements/visit-2020/withdraw']) {
      const html = await forms.read(path)
      expect(html).not.toContain('<script>alert')
      expect(html).toContain(escaped(script))
    }
  })
})

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
    expect(html).toContain('Visit to Tehran')
    expect(html).toContain('as the text has it')
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
    const typed = { ...SAME, ...mine, summary: 'Mine', reason: 'mine', evidence_title: 'My source', evidence_kind: 'act' }
    const answer = await forms.send(REVISE, typed)
    const html = await answer.text()
    expect([answer.status, await forms.entries()]).toEqual([409, before])
    for (const words of ['Theirs', 'Visit to Tehran', 'Mine', 'mine', 'My source']) expect(html).toContain(words)
    expect(html).toMatch(/name="title"[^>]*value="Theirs"/)
    const again = { ...typed, ...hiddenIn(html), title: 'Theirs' }
    expect((await forms.send(REVISE, again)).status).toBe(303)
    const found = await findAgreement(forms.world.db.read, 'visit-2017', null)
    expect(found?.agreement).toMatchObject({ title: 'Theirs', summary: 'Mine' })
  })
})

describe('withdrawing an agreement', () => {
  test('is done once, with a reason; its page stays and its measures count no longer', async () => {
    const forms = await newForms()
    await withdrawnOnce(forms, '/agreements/visit-2017/withdraw')
    expect((await forms.get('/agreements/visit-2017')).status).toBe(200)
    expect(await forms.read('/agreements')).not.toContain('Visit to Tehran')
    for (const path of ['revise', 'measures/new', 'note', 'measures/1/deadline', 'measures/1/note', 'measures/1/withdraw'])
      expect([path, (await forms.get(`/agreements/visit-2017/${path}`, 'edith')).status]).toEqual([path, 404])
    expect((await forms.send(REVISE, { ...SAME, title: 'x' })).status).toBe(404)
  })

  test('of one that is not there is 404', async () => {
    const forms = await newForms()
    expect((await forms.get('/agreements/none/withdraw', 'edith')).status).toBe(404)
    expect((await forms.send('/agreements/none/withdraw', { reason: 'x' })).status).toBe(404)
  })
})
