import { describe, expect, test } from 'vitest'
import { textOf } from '../views/html'
import {
  editorsOnly,
  escaped,
  type Forms,
  newForms,
  onceOnly,
  refusedAt,
  withdrawnOnce,
} from '../parties/forms'

const PAGE = '/agreements/visit-2017/measures/2'
const PATH = `${PAGE}/observation`
const BUILT = {
  observed_on: '2019-05-31',
  observed_on_precision: 'month',
  quantity: '450.5',
  total: '909',
  percent_stated: '60',
  unit: 'km',
  note: 'Without the river.',
  evidence_kind: 'announcement',
  evidence_title: 'Speech in parliament',
}

const idOf = async (forms: Forms): Promise<string> => String((await forms.last()).content['id'])

describe('an observation', () => {
  test('is recorded by an editor and shown on its page', async () => {
    const forms = await newForms()
    expect((await forms.get(PATH, 'edith')).status).toBe(200)
    const answer = await forms.send(PATH, BUILT)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${PAGE}#observations`])
    expect(await forms.last()).toMatchObject({
      kind: 'observation_added',
      measure: '2',
      content: {
        observed_on: '2019-05-31',
        observed_on_precision: 'month',
        quantity: '450.5',
        total: 909,
        percent_stated: 60,
        unit: 'km',
      },
    })
    expect(await forms.read(PAGE)).toContain('Without the river.')
  })

  test('whose percentage its own parts contradict is shown so, on its day and not before, until it is withdrawn', async () => {
    const forms = await newForms()
    await forms.send(PATH, BUILT)
    const contradicted = 'the source says 60 %, its own figures give 49.56 % (450.5 of 909 km)'
    const read = async (query = '') => textOf(await forms.read(PAGE + query))
    expect(await read()).toContain(contradicted)
    expect(await read('?as_of=2019-05-31')).toContain(contradicted)
    expect(await read('?as_of=2019-05-30')).not.toContain('its own figures')
    await forms.send(`/observations/${await idOf(forms)}/withdraw`, { reason: 'A misprint of ours.' })
    expect(await read()).not.toContain('May 2019: the source says')
  })

  test('may be no more than that it took place', async () => {
    const forms = await newForms()
    expect((await forms.send(PATH, { observed_on: '2019-05-31' })).status).toBe(303)
  })

  test('is for editors only', async () => {
    await editorsOnly(await newForms(), PATH, BUILT)
  })

  test('is refused at the field, with what was typed', async () => {
    const forms = await newForms()
    for (const observed_on of ['', 'May'])
      await refusedAt(forms, PATH, { ...BUILT, observed_on }, 'observed_on')
    for (const field of ['quantity', 'total', 'percent_stated'])
      await refusedAt(forms, PATH, { ...BUILT, [field]: 'half' }, field)
    await refusedAt(forms, PATH, { ...BUILT, unit: 'x'.repeat(51) }, 'unit')
    await refusedAt(forms, PATH, { ...BUILT, note: 'x'.repeat(5001) }, 'note')
    await refusedAt(forms, PATH, { ...BUILT, evidence_kind: '' }, 'evidence_kind-0')
  })

  test('is kept only of what counts a quantity or comes round again', async () => {
    const forms = await newForms()
    const path = '/agreements/visit-2017/measures/1/observation'
    await refusedAt(forms, path, BUILT, 'observed_on')
  })

  test('on a measure that is not there is 404', async () => {
    const forms = await newForms()
    for (const path of [
      '/agreements/none/measures/2/observation',
      '/agreements/visit-2017/measures/9/observation',
    ]) {
      expect((await forms.get(path, 'edith')).status).toBe(404)
      expect((await forms.send(path, BUILT)).status).toBe(404)
    }
  })

  test('is written once when sent twice', async () => {
    await onceOnly(await newForms(), PATH, BUILT, { quantity: '451' })
  })

  test('keeps script as text', async () => {
    const forms = await newForms()
    const note = '<script>alert(1)</script>'
    await forms.send(PATH, { ...BUILT, note, unit: note })
    for (const address of [PAGE, `/observations/${await idOf(forms)}/withdraw`]) {
      const html = await forms.read(address)
      expect(html).not.toContain('<script>alert')
      expect(html).toContain(escaped(note))
    }
  })

  test('is withdrawn once, with a reason', async () => {
    const forms = await newForms()
    await forms.send(PATH, BUILT)
    const path = `/observations/${await idOf(forms)}/withdraw`
    await withdrawnOnce(forms, path)
    await forms.send(`${PAGE}/withdraw`, { reason: 'listed twice' })
    expect((await forms.get(path, 'edith')).status).toBe(404)
    expect((await forms.get('/observations/none/withdraw', 'edith')).status).toBe(404)
  })
})
