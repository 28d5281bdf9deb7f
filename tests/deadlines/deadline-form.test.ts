import { describe, expect, test } from 'vitest'
import { deadlinesAt } from '../../src/deadlines/deadline.store'
import { findStanding } from '../../src/measures/place.store'
import { standingsAt } from '../../src/standing/standing.store'
import {
  editorsOnly,
  escaped,
  type Forms,
  hiddenIn,
  newForms,
  onceOnly,
  refusedAt,
  type Typed,
  withdrawnOnce,
} from '../parties/forms'

const MEASURE = '/agreements/visit-2017/measures/1'
const PATH = `${MEASURE}/deadline`
const SET = {
  decision: 'due',
  due_on: '2018-06-30',
  decided_on: '2017-11-07',
  decided_by: 'Both commanders',
  reason: 'Joint statement, article 2',
}
const MOVED = { ...SET, due_on: '2019-06-30', decided_on: '2018-06-01', reason: 'Asked for more time' }
const LIFTED = { ...SET, decision: 'lifted', due_on: '', decided_on: '2019-01-01', reason: 'No day any more' }

async function placeOf({ world }: Forms) {
  const place = await findStanding(world.db.read, 'visit-2017', '1')
  if (!place) throw new Error('no such measure')
  return place
}

async function timeOf(forms: Forms) {
  const place = await placeOf(forms)
  const asked = { asOf: '2026-11-23', knownAt: null }
  return (await standingsAt(forms.world.db.read, [place], asked)).get(place.measure.id)
}

async function decided(forms: Forms, ...decisions: Typed[]): Promise<string> {
  for (const typed of decisions) expect((await forms.send(PATH, typed)).status).toBe(303)
  const place = await placeOf(forms)
  const all = await deadlinesAt(forms.world.db.read, null, { measureIds: [place.measure.id] })
  return all.at(-1)?.id ?? ''
}

describe('a deadline decision', () => {
  test('sets the deadline, and the page shows it', async () => {
    const forms = await newForms()
    expect(await forms.read(PATH)).toContain('No deadline was ever set')
    const answer = await forms.send(PATH, SET)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${MEASURE}#deadlines`])
    expect(await forms.last()).toMatchObject({
      kind: 'deadline_set',
      measure: '1',
      content: { due_on: '2018-06-30', decided_on: '2017-11-07', decided_by: 'Both commanders' },
    })
    expect(await forms.read(MEASURE)).toContain('30 June 2018')
    expect(await timeOf(forms)).toMatchObject({ time: 'overdue', dueOn: '2018-06-30', timesMoved: 0 })
  })

  test('moves it, and keeps the original', async () => {
    const forms = await newForms()
    await decided(forms, SET, MOVED)
    expect(await timeOf(forms)).toMatchObject({
      dueOn: '2019-06-30',
      originalDueOn: '2018-06-30',
      timesMoved: 1,
      slippageDays: 365,
    })
    const html = await forms.read(PATH)
    for (const words of ['30 June 2019', '30 June 2018', 'Moved once', 'Asked for more time'])
      expect(html).toContain(words)
  })

  test('lifts it: no day is due any more', async () => {
    const forms = await newForms()
    await decided(forms, SET, LIFTED)
    expect((await forms.last()).content).toMatchObject({ due_on: null })
    expect(await timeOf(forms)).toMatchObject({ time: 'no_deadline', dueOn: null, timesMoved: 1 })
    expect(await forms.read(PATH)).toContain('The deadline was lifted')
  })

  test('is lifted without being asked which, where no day is given', async () => {
    const forms = await newForms()
    await decided(forms, SET, { due_on: '', decided_on: '2019-01-01' })
    expect((await forms.last()).content).toMatchObject({ due_on: null })
  })

  test('known to the month is due on its last day, and was decided on the first', async () => {
    const forms = await newForms()
    const months = { due_on_precision: 'month', decided_on_precision: 'month' }
    await decided(forms, { ...SET, due_on: '2018-06-02', ...months })
    expect((await forms.last()).content).toMatchObject({ due_on: '2018-06-30', decided_on: '2017-11-01' })
    expect(await forms.read(PATH)).toContain('June 2018')
  })

  test('is for editors only', async () => {
    await editorsOnly(await newForms(), PATH, SET)
  })

  test('is refused at the field, with what was typed', async () => {
    const forms = await newForms()
    for (const due_on of ['', '2018-02-30', 'soon'])
      await refusedAt(forms, PATH, { ...SET, due_on }, 'due_on')
    await refusedAt(forms, PATH, { ...LIFTED, due_on: '2018-06-30' }, 'due_on')
    for (const decided_on of ['', 'then']) await refusedAt(forms, PATH, { ...SET, decided_on }, 'decided_on')
    await refusedAt(forms, PATH, { ...SET, decided_by: 'x'.repeat(301) }, 'decided_by')
    await refusedAt(forms, PATH, { ...SET, reason: 'x'.repeat(2001) }, 'reason')
    expect((await forms.send(PATH, { ...SET, due_on_precision: 'week' })).status).toBe(422)
  })

  test('on a measure that is not there is 404', async () => {
    const forms = await newForms()
    for (const path of [
      '/agreements/visit-2017/measures/9/deadline',
      '/agreements/none/measures/1/deadline',
    ]) {
      expect((await forms.get(path, 'edith')).status).toBe(404)
      expect((await forms.send(path, SET)).status).toBe(404)
    }
  })

  test('is written once when sent twice', async () => {
    await onceOnly(await newForms(), PATH, SET, { due_on: '2018-07-31' })
  })

  test('that meets a newer one is shown beside it, and can be sent again', async () => {
    const forms = await newForms()
    const mine = await forms.hidden(PATH)
    await decided(forms, SET)
    const before = await forms.entries()
    const answer = await forms.send(PATH, { ...MOVED, ...mine })
    const html = await answer.text()
    expect([answer.status, await forms.entries()]).toEqual([409, before])
    for (const words of ['30 June 2018', 'value="2019-06-30"', 'Asked for more time'])
      expect(html).toContain(words)
    expect((await forms.send(PATH, { ...MOVED, ...hiddenIn(html) })).status).toBe(303)
  })

  test('keeps script as text', async () => {
    const forms = await newForms()
    const script = '<script>alert(1)</script>'
    await decided(forms, { ...SET, reason: script, decided_by: script })
    const html = await forms.read(PATH)
    expect(html).not.toContain('<script>alert')
    expect(html).toContain(escaped(script))
  })
})

describe('withdrawing a deadline decision', () => {
  test('is done once, and the measure stands as if it had never been taken', async () => {
    const forms = await newForms()
    const id = await decided(forms, SET, MOVED)
    await withdrawnOnce(forms, `/deadlines/${id}/withdraw`)
    expect(await timeOf(forms)).toMatchObject({ dueOn: '2018-06-30', timesMoved: 0, slippageDays: 0 })
    expect(await forms.read(MEASURE)).toContain(escaped('listed <twice>'))
  })

  test('of one that is not there, or not on a measure that stands, is 404', async () => {
    const forms = await newForms()
    const id = await decided(forms, SET)
    await forms.send(`${MEASURE}/withdraw`, { reason: 'listed twice' })
    for (const path of [`/deadlines/${id}/withdraw`, '/deadlines/none/withdraw']) {
      expect((await forms.get(path, 'edith')).status).toBe(404)
      expect((await forms.send(path, { reason: 'x' })).status).toBe(404)
    }
  })
})
