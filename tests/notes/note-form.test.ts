import { describe, expect, test } from 'vitest'
import {
  editorsOnly,
  escaped,
  type Forms,
  newForms,
  onceOnly,
  refusedAt,
  withdrawnOnce,
} from '../parties/forms'

const NOTE = {
  on: '2017-11-09',
  on_precision: 'day',
  kind: 'comment',
  by_party: 'iran',
  text: 'An editorial on the visit.',
  evidence_kind: 'comment',
  evidence_title: 'Editorial',
  evidence_url: 'https://example.org/editorial',
}

const idOf = async (forms: Forms): Promise<string> => String((await forms.last()).content['id'])

const PLACES = [
  ['an agreement', '/agreements/visit-2017', null],
  ['a measure', '/agreements/visit-2017/measures/1', '1'],
] as const

describe.each(PLACES)('a note on %s', (_, page, code) => {
  const path = `${page}/note`

  test('is recorded by an editor and shown on its page', async () => {
    const forms = await newForms()
    expect((await forms.get(path, 'edith')).status).toBe(200)
    const answer = await forms.send(path, NOTE)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${page}#notes`])
    expect(await forms.last()).toMatchObject({
      kind: 'note_added',
      agreement: 'visit-2017',
      measure: code,
      content: {
        on: '2017-11-09',
        kind: 'comment',
        by_party: 'iran',
        text: 'An editorial on the visit.',
        evidence: [{ kind: 'comment', title: 'Editorial', url: 'https://example.org/editorial' }],
      },
    })
    expect(await forms.read(page)).toContain('An editorial on the visit.')
  })

  test('is for editors only', async () => {
    await editorsOnly(await newForms(), path, NOTE)
  })

  test('is refused at the field, with what was typed', async () => {
    const forms = await newForms()
    for (const on of ['', '2017-13-01']) await refusedAt(forms, path, { ...NOTE, on }, 'on')
    await refusedAt(forms, path, { ...NOTE, kind: '' }, 'kind')
    await refusedAt(forms, path, { ...NOTE, kind: 'rumour' }, 'kind')
    await refusedAt(forms, path, { ...NOTE, text: ' ' }, 'text')
    await refusedAt(forms, path, { ...NOTE, by_party: 'atlantis' }, 'by_party')
    await refusedAt(forms, path, { ...NOTE, evidence_url: 'ftp://example.org' }, 'evidence_url-0')
  })

  test('is written once when sent twice', async () => {
    await onceOnly(await newForms(), path, NOTE, { text: 'Two editorials.' })
  })

  test('keeps script as text', async () => {
    const forms = await newForms()
    const text = '</textarea><script>alert(1)</script>'
    await refusedAt(forms, path, { ...NOTE, text, on: '' }, 'on')
    await forms.send(path, { ...NOTE, text })
    for (const address of [page, `/notes/${await idOf(forms)}/withdraw`]) {
      const html = await forms.read(address)
      expect(html).not.toContain('<script>alert')
      expect(html).toContain(escaped(text))
    }
  })

  test('is withdrawn once, with a reason', async () => {
    const forms = await newForms()
    await forms.send(path, NOTE)
    await withdrawnOnce(forms, `/notes/${await idOf(forms)}/withdraw`)
  })

  test('goes with what it is about', async () => {
    const forms = await newForms()
    await forms.send(path, NOTE)
    const withdraw = `/notes/${await idOf(forms)}/withdraw`
    await forms.send(`${page}/withdraw`, { reason: 'never agreed' })
    for (const address of [path, withdraw, '/notes/none/withdraw']) {
      expect((await forms.get(address, 'edith')).status).toBe(404)
      expect((await forms.send(address, { ...NOTE, reason: 'x' })).status).toBe(404)
    }
  })
})

test('a note on what is not there is 404', async () => {
  const forms = await newForms()
  for (const path of ['/agreements/none/note', '/agreements/visit-2017/measures/9/note']) {
    expect((await forms.get(path, 'edith')).status).toBe(404)
    expect((await forms.send(path, NOTE)).status).toBe(404)
  }
})
