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
import { exported, laid } from '../exchange/datasets'
import { newWorld } from '../support/world'

const PAGE = '/agreements/visit-2017'
const NEW = `${PAGE}/aims/new`
const PEACE = { code: 'peace', title: 'A quiet border' }
const AIM = `${PAGE}/aims/peace`
const ASSESS = `${AIM}/assess`
const SAID = {
  channel: 'public_source',
  as_of: '2019-06-30',
  as_of_precision: 'day',
  verdict: 'receding',
  by_name: 'A. Khan',
  by_organisation: 'Institute of border studies',
  summary: 'More raids than the year before.',
  evidence_kind: 'record',
  evidence_title: 'Yearbook 2019',
  evidence_url: 'https://example.org/yearbook',
}
const { channel: _channel, by_name: _name, by_organisation: _body, ...OWN } = SAID

async function withAim(): Promise<Forms> {
  const forms = await newForms()
  await forms.send(NEW, PEACE)
  return forms
}
const idOf = async (forms: Forms): Promise<string> => String((await forms.last()).content['id'])

describe('an aim', () => {
  test('is added by an editor, and has a page that its agreement leads to', async () => {
    const forms = await newForms()
    expect((await forms.get(NEW, 'edith')).status).toBe(200)
    const answer = await forms.send(NEW, PEACE)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, AIM])
    expect(await forms.last()).toMatchObject({ kind: 'aim_added', agreement: 'visit-2017', content: PEACE })
    expect(await forms.read(AIM, 'stranger')).toContain('Nobody has judged this aim')
    expect(await forms.read(PAGE, 'stranger')).toContain(`href="${AIM}"`)
    expect(await forms.read('/ledger', 'stranger')).toContain(`href="${AIM}"`)
  })

  test('is for editors only', async () => {
    await editorsOnly(await newForms(), NEW, PEACE)
  })

  test('is refused at the field, with what was typed', async () => {
    const forms = await withAim()
    for (const code of ['', 'new', 'a b', '-x']) await refusedAt(forms, NEW, { ...PEACE, code }, 'code')
    await refusedAt(forms, NEW, PEACE, 'code')
    await refusedAt(forms, NEW, { code: 'trade', title: ' ' }, 'title')
    await refusedAt(forms, NEW, { code: 'trade', title: 'x'.repeat(301) }, 'title')
  })

  test('is written once when sent twice', async () => {
    await onceOnly(await newForms(), NEW, PEACE, { title: 'Open trade' })
  })

  test('is withdrawn once, with a reason, and keeps its page and its code', async () => {
    const forms = await withAim()
    await withdrawnOnce(forms, `${AIM}/withdraw`)
    const answer = await forms.get(AIM)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('<h1 class="struck"')
    expect(await forms.read(PAGE)).not.toContain('id="aims"')
    await refusedAt(forms, NEW, PEACE, 'code')
    for (const address of [ASSESS, `${AIM}/assess`])
      expect((await forms.send(address, SAID)).status).toBe(404)
  })
})

describe('an assessment of an aim', () => {
  test('is taken from a public source by an editor and shown on the aim’s page, beside the measures', async () => {
    const forms = await withAim()
    expect((await forms.get(ASSESS, 'edith')).status).toBe(200)
    const answer = await forms.send(ASSESS, SAID)
    const id = await idOf(forms)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${AIM}#assessment-${id}`])
    expect(await forms.last()).toMatchObject({
      kind: 'aim_assessed',
      actor_capacity: 'editor',
      content: {
        aim: 'peace',
        as_of: '2019-06-30',
        verdict: 'receding',
        by: { name: 'A. Khan', organisation: 'Institute of border studies' },
        summary: 'More raids than the year before.',
        evidence: [{ kind: 'record', title: 'Yearbook 2019', url: 'https://example.org/yearbook' }],
      },
    })
    const html = await forms.read(AIM, 'stranger')
    for (const words of [
      'A. Khan, Institute of border studies',
      'More raids',
      'Yearbook 2019',
      'public source',
    ])
      expect(html).toContain(words)
    const both =
      /<section id="aims".*?<\/section><\/div>/s.exec(await forms.read(PAGE, 'stranger'))?.[0] ?? ''
    expect(both).toContain('judged apart')
    expect(both).toContain('Receding')
    expect(await forms.read('/ledger', 'stranger')).toContain('is assessed as receding')
    const feed = await forms.read(`${PAGE}/feed.json`, 'stranger')
    expect(feed).toContain('Aim “A quiet border” assessed: receding')
    expect(feed).toContain(`${AIM}#assessment-${id}`)
    expect(JSON.parse(await forms.read(`/api/v1${PAGE}`, 'stranger'))).toMatchObject({
      aims: [{ code: 'peace', assessments: [{ id, verdict: 'receding', by: { name: 'A. Khan' } }] }],
    })
  })

  test('is a verifier’s own under the name of the account', async () => {
    const forms = await withAim()
    const html = await forms.read(ASSESS, 'vera')
    expect(html).not.toContain('name="by_name"')
    expect((await forms.send(ASSESS, OWN, 'vera')).status).toBe(303)
    expect(await forms.last()).toMatchObject({
      actor_capacity: 'verifier',
      content: { by: { name: 'Vera', organisation: 'Office of tests' } },
    })
    expect(await forms.read(AIM, 'stranger')).toContain('Own assessment')
  })

  test('is for nobody else, and for each only in their own way', async () => {
    const forms = await withAim()
    const before = await forms.entries()
    for (const who of ['irene', 'adam'] as const) {
      expect([who, (await forms.get(ASSESS, who)).status]).toEqual([who, 403])
      expect([who, (await forms.send(ASSESS, SAID, who)).status]).toEqual([who, 403])
    }
    expect((await forms.send(ASSESS, SAID, 'vera')).status).toBe(403)
    expect((await forms.send(ASSESS, { ...SAID, channel: 'own' })).status).toBe(403)
    expect((await forms.send(ASSESS, { ...SAID, channel: 'rumour' })).status).toBe(403)
    expect((await forms.send(ASSESS, SAID, 'stranger')).headers.get('location')).toBe('/sign-in')
    expect(await forms.entries()).toBe(before)
  })

  test('is refused at the field, with what was typed', async () => {
    const forms = await withAim()
    for (const as_of of ['', '2019-02-30', '2026-11-24'])
      await refusedAt(forms, ASSESS, { ...SAID, as_of }, 'as_of')
    await refusedAt(forms, ASSESS, { ...SAID, as_of: '2026-11-01', as_of_precision: 'year' }, 'as_of')
    for (const verdict of ['', 'fine']) await refusedAt(forms, ASSESS, { ...SAID, verdict }, 'verdict')
    await refusedAt(forms, ASSESS, { ...SAID, by_name: '', by_organisation: '' }, 'by_name')
    await refusedAt(forms, ASSESS, { ...SAID, by_name: 'x'.repeat(201) }, 'by_name')
    await refusedAt(forms, ASSESS, { ...SAID, summary: 'x'.repeat(10_001) }, 'summary')
    await refusedAt(forms, ASSESS, { ...SAID, evidence_title: '', evidence_url: '' }, 'evidence_title-0')
    await refusedAt(forms, ASSESS, { ...SAID, evidence_url: 'ftp://x' }, 'evidence_url-0')
    const named = await forms.send(ASSESS, { ...OWN, by_name: 'Somebody else' }, 'vera')
    const html = await named.text()
    expect(named.status).toBe(422)
    expect(html).toContain('value="Somebody else"')
  })

  test('is written once when sent twice', async () => {
    await onceOnly(await withAim(), ASSESS, SAID, { summary: 'Fewer raids.' })
  })

  test('tells whoever was slower what came in between, and keeps what they typed', async () => {
    const forms = await withAim()
    const { seen } = await forms.hidden(ASSESS)
    await forms.send(ASSESS, { ...OWN, summary: 'Seen from the other side.' }, 'vera')
    const answer = await forms.send(ASSESS, { ...SAID, seen })
    const html = await answer.text()
    expect(answer.status).toBe(409)
    expect(html).toContain('Seen from the other side.')
    expect(html).toContain('More raids than the year before.')
    expect((await forms.send(ASSESS, { ...SAID, seen: String(await forms.entries()) })).status).toBe(303)
  })

  test('keeps script as text', async () => {
    const forms = await withAim()
    const summary = '</textarea><script>alert(1)</script>'
    await refusedAt(forms, ASSESS, { ...SAID, summary, as_of: '' }, 'as_of')
    await forms.send(ASSESS, { ...SAID, summary, by_name: summary })
    for (const address of [AIM, PAGE, `/assessments/${await idOf(forms)}/withdraw`]) {
      const html = await forms.read(address)
      expect(html).not.toContain('<script>alert')
      expect(html).toContain(escaped(summary))
    }
  })

  test('from a public source is withdrawn once by an editor, with a reason', async () => {
    const forms = await withAim()
    await forms.send(ASSESS, SAID)
    const withdraw = `/assessments/${await idOf(forms)}/withdraw`
    await withdrawnOnce(forms, withdraw)
    const html = await forms.read(AIM, 'stranger')
    expect(html).toContain('Nobody has judged this aim')
    expect(html).toContain('listed &lt;twice&gt;')
  })

  test('of a verifier is withdrawn by that verifier alone', async () => {
    const forms = await withAim()
    await forms.send(ASSESS, OWN, 'vera')
    const withdraw = `/assessments/${await idOf(forms)}/withdraw`
    for (const who of ['edith', 'irene', 'adam'] as const) {
      expect([who, (await forms.get(withdraw, who)).status]).toEqual([who, 403])
      expect([who, (await forms.send(withdraw, { reason: 'x' }, who)).status]).toEqual([who, 403])
    }
    expect((await forms.get(withdraw, 'vera')).status).toBe(200)
    expect((await forms.send(withdraw, { reason: 'in error' }, 'vera')).status).toBe(303)
  })

  test('is of an aim that is there', async () => {
    const forms = await withAim()
    for (const path of [
      `${PAGE}/aims/none/assess`,
      '/agreements/none/aims/peace/assess',
      '/assessments/none/withdraw',
    ]) {
      expect((await forms.get(path, 'edith')).status, path).toBe(404)
      expect((await forms.send(path, { ...SAID, reason: 'x' })).status, path).toBe(404)
    }
    expect((await forms.get(`${PAGE}/aims/none`)).status).toBe(404)
  })
})

test('assessors who differ stand side by side, on the day asked for and as known then', async () => {
  const forms = await withAim()
  await forms.send(ASSESS, SAID)
  const first = '2026-11-23T12:30:00.000Z'
  forms.world.now = '2026-11-23T13:00:00.000Z'
  await forms.send(ASSESS, { ...OWN, verdict: 'advancing', as_of: '2020-06-30' }, 'vera')
  const html = await forms.read(AIM, 'stranger')
  expect(html).toContain('2 assessors judge it, and <b>they differ</b>: advancing, receding')
  expect(html).toMatch(
    /class="mark advancing".*class="mark receding"|class="mark receding".*class="mark advancing"/s,
  )
  // Each stands once: an assessor's latest above, what came before it below.
  expect(html).not.toContain('id="earlier"')
  await forms.send(ASSESS, { ...OWN, verdict: 'unchanged', as_of: '2021-06-30' }, 'vera')
  const [now = '', before = ''] = (await forms.read(AIM, 'vera')).split('id="earlier"')
  expect(now.match(/id="assessment-/g)).toHaveLength(2)
  expect(before.match(/id="assessment-/g)).toHaveLength(1)
  expect(before).toMatch(/class="verdict advancing".*Own assessment.*Withdraw/s)
  const earlier = await forms.read(`${AIM}?as_of=2019-12-31`, 'stranger')
  expect(earlier).toContain('One assessor judges it: <b>receding</b>')
  expect(earlier).not.toContain('mark advancing')
  expect(await forms.read(`${AIM}?known_at=${first}`, 'stranger')).toContain(
    'One assessor judges it: <b>receding</b>',
  )
  expect((await forms.get(`${AIM}?as_of=2018-01-01`)).status).toBe(200)
  expect((await forms.get(`${AIM}?known_at=2001-01-01`)).status).toBe(404)
})

test('what was typed at the forms comes out in the dataset and goes in again', async () => {
  const forms = await withAim()
  await forms.send(ASSESS, SAID)
  await forms.send(ASSESS, OWN, 'vera')
  await forms.send(`/assessments/${await idOf(forms)}/withdraw`, { reason: 'in error' }, 'vera')
  const text = await exported(forms.world.db)
  const other = await newWorld({ now: '2026-11-24T12:00:00.000Z' })
  await laid(other, JSON.parse(text), { keepRecordedAt: true })
  expect(await exported(other.db)).toBe(text)
})
