import { describe, expect, test } from 'vitest'
import { editorsOnly, escaped, newForms, onceOnly, refusedAt, withdrawnOnce } from '../parties/forms'
import { NEW, VISIT } from './visit'

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
    const typed = {
      ...VISIT,
      title: script,
      summary: `</textarea>${script}`,
      place: '"><b>',
      evidence_title: script,
    }
    await forms.send(NEW, typed)
    for (const path of [
      '/agreements/visit-2020',
      '/agreements/visit-2020/revise',
      '/agreements/visit-2020/withdraw',
    ]) {
      const html = await forms.read(path)
      expect(html).not.toContain('<script>alert')
      expect(html).toContain(escaped(script))
    }
  })
})

describe('withdrawing an agreement', () => {
  test('is done once, with a reason; its page stays and its measures count no longer', async () => {
    const forms = await newForms()
    await withdrawnOnce(forms, '/agreements/visit-2017/withdraw')
    expect((await forms.get('/agreements/visit-2017')).status).toBe(200)
    expect(await forms.read('/agreements')).not.toContain('Visit to Tehran')
    for (const path of [
      'revise',
      'measures/new',
      'note',
      'measures/1/deadline',
      'measures/1/note',
      'measures/1/withdraw',
    ])
      expect([path, (await forms.get(`/agreements/visit-2017/${path}`, 'edith')).status]).toEqual([path, 404])
    expect((await forms.send('/agreements/visit-2017/revise', VISIT)).status).toBe(404)
  })

  test('of one that is not there is 404', async () => {
    const forms = await newForms()
    expect((await forms.get('/agreements/none/withdraw', 'edith')).status).toBe(404)
    expect((await forms.send('/agreements/none/withdraw', { reason: 'x' })).status).toBe(404)
  })
})
