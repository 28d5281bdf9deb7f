import { describe, expect, test } from 'vitest'
import { textOf } from '../views/html'
import { editorsOnly, escaped, newForms, onceOnly, refusedAt, withdrawnOnce } from '../parties/forms'
import { NEW, PATROLS, standingOf } from './patrols'

const BARE = { code: '4', title: 'A visit', obligation: 'one_off', owed_by: 'iran' }

describe('a new measure', () => {
  test('is recorded by an editor, shown, and stands', async () => {
    const forms = await newForms()
    expect(await forms.read(NEW)).toContain('name="bodies.iran"')
    const answer = await forms.send(NEW, PATROLS)
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/agreements/visit-2017/measures/3.b',
    ])
    const html = await forms.read('/agreements/visit-2017/measures/3.b')
    for (const words of ['Joint patrols', 'Border guards', 'flag meeting']) expect(html).toContain(words)
    const { content, ...entry } = await forms.last()
    expect(entry).toMatchObject({ kind: 'measure_added', agreement: 'visit-2017', measure: '3.b' })
    expect(content).toMatchObject({
      owed_by: ['iran', 'pakistan'],
      bodies: { iran: 'Border guards' },
      text_public: false,
      review_interval_days: 100,
      weight: '2.5',
      every_months: 3,
      repeats: ['visit-2017/1', 'visit-2017/2'],
    })
    expect(content).not.toHaveProperty('target')
    expect(await standingOf(forms, '3.b')).toMatchObject({ label: 'not_assessed', basis: 'none' })
  })

  test('needs no more than a code, a title, its obligation and who owes it', async () => {
    const forms = await newForms()
    expect((await forms.send(NEW, BARE)).status).toBe(303)
    const { id: _, ...content } = (await forms.last()).content
    expect(content).toEqual({ ...BARE, owed_by: ['iran'] })
  })

  test('is for editors only', async () => {
    await editorsOnly(await newForms(), NEW, PATROLS)
  })

  test('is refused at the field, with what was typed', async () => {
    const forms = await newForms()
    const refused = (typed: object, field: string) => refusedAt(forms, NEW, { ...PATROLS, ...typed }, field)
    for (const code of ['new', '.1', 'a b', '', 'x'.repeat(33)]) await refused({ code }, 'code')
    expect(await refused({ code: '1' }, 'code')).toContain('taken')
    await refused({ title: '' }, 'title')
    await refused({ obligation: 'sometimes' }, 'obligation')
    await refused({ owed_by: [] }, 'owed_by')
    expect(await refused({ owed_by: ['iran', 'turkey'] }, 'owed_by')).toContain('turkey')
    await refused({ verification: 'hearsay' }, 'verification')
    await refused({ 'bodies.turkey': 'Gendarmerie' }, 'bodies-turkey')
    await refused({ text_public: 'perhaps' }, 'text_public')
    for (const days of ['0', '1.5', 'a year'])
      await refused({ review_interval_days: days }, 'review_interval_days')
    for (const weight of ['0', '-1', 'heavy']) await refused({ weight }, 'weight')
    await refused({ every_months: 'often' }, 'every_months')
    await refused({ 'target.quantity': 'much' }, 'target-quantity')
    await refused({ 'target.baseline': 'none' }, 'target-baseline')
    for (const repeats of ['visit-2017', 'visit-2017/9', 'visit-2017/3.b'])
      await refused({ repeats }, 'repeats')
  })

  test('says as it is checked what its text gives, keeps what was typed and records nothing', async () => {
    const forms = await newForms()
    const before = await forms.entries()
    const scoreIn = (html: string) => /(\d) of 8 points/.exec(textOf(html))?.[1]
    expect(scoreIn(await forms.read(NEW))).toBe('0')
    // It need not be complete, nor anything that could be recorded.
    const typed = { ...PATROLS, title: '', weight: 'heavy', check: '1' }
    const answer = await forms.send(NEW, typed)
    const html = await answer.text()
    expect([answer.status, scoreIn(html)]).toEqual([200, '5'])
    for (const value of Object.values(PATROLS)
      .flat()
      .filter((value) => value !== PATROLS.title && value !== '2.5'))
      expect(html).toContain(escaped(value))
    expect(html).not.toContain('error-summary')
    const all = { ...typed, 'bodies.pakistan': 'Frontier Corps', text_public: 'true' }
    expect(scoreIn(await (await forms.send(NEW, all)).text())).toBe('7')
    expect(scoreIn(await (await forms.send(NEW, { check: '1' })).text())).toBe('0')
    const refused = await forms.send(NEW, { ...PATROLS, title: '' })
    expect([refused.status, scoreIn(await refused.text())]).toEqual([422, '5'])
    expect((await forms.send('/agreements/none/measures/new', typed)).status).toBe(404)
    expect((await forms.send(NEW, typed, 'irene')).status).toBe(403)
    expect(await forms.entries()).toBe(before)
  })

  test('says the same on its page as the form did, with a deadline of the text', async () => {
    const forms = await newForms()
    await forms.send(NEW, PATROLS)
    const page = '/agreements/visit-2017/measures/3.b'
    await forms.send(`${page}/deadline`, {
      due_on: '2018-05-01',
      decided_on: '2017-11-07',
    })
    const text = textOf(await forms.read(page))
    expect(text).toContain('6 of 8 points')
    expect(text).toContain('A deadline given due 1 May 2018')
    expect(text).toMatch(
      /A body named for each party that owes it not given Iran: Border guards and Pakistan: none named/,
    )
    const checked = await (
      await forms.send(`${page}/revise`, { ...PATROLS, criterion: '', check: '1' })
    ).text()
    expect(textOf(checked)).toContain('5 of 8 points')
    expect(textOf(await forms.read(`${page}/revise`))).toContain('6 of 8 points')
  })

  test('of an agreement that is not there is 404', async () => {
    const forms = await newForms()
    const path = '/agreements/none/measures/new'
    expect((await forms.get(path, 'edith')).status).toBe(404)
    expect((await forms.send(path, PATROLS)).status).toBe(404)
    expect((await forms.send(path, {})).status).toBe(404)
  })

  test('is written once when sent twice', async () => {
    await onceOnly(await newForms(), NEW, PATROLS, { title: 'Patrols' })
  })

  test('keeps script as text', async () => {
    const forms = await newForms()
    const script = '<script>alert(1)</script>'
    await forms.send(NEW, {
      ...PATROLS,
      title: script,
      text: `</textarea>${script}`,
      criterion: script,
      'bodies.iran': script,
    })
    for (const path of ['', '/revise', '/withdraw', '/deadline', '/note', '/observation']) {
      const html = await forms.read(`/agreements/visit-2017/measures/3.b${path}`)
      expect(html).not.toContain('<script>alert')
      expect(html).toContain(escaped(script))
    }
  })
})

describe('withdrawing a measure', () => {
  test('is done once, with a reason; its page stays and it counts no longer', async () => {
    const forms = await newForms()
    const path = '/agreements/visit-2017/measures/2'
    await withdrawnOnce(forms, `${path}/withdraw`)
    expect((await forms.get(path)).status).toBe(200)
    expect(await forms.read(path)).toContain(escaped('listed <twice>'))
    for (const form of ['revise', 'deadline', 'note', 'observation'])
      expect([form, (await forms.get(`${path}/${form}`, 'edith')).status]).toEqual([form, 404])
    await refusedAt(forms, NEW, { ...BARE, code: '2' }, 'code')
  })

  test('of one that is not there is 404', async () => {
    const forms = await newForms()
    const path = '/agreements/visit-2017/measures/9/withdraw'
    expect((await forms.get(path, 'edith')).status).toBe(404)
    expect((await forms.send(path, { reason: 'x' })).status).toBe(404)
  })
})
