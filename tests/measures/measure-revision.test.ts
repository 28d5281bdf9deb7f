import { describe, expect, test } from 'vitest'
import { findStanding } from '../../src/measures/place.store'
import { editorsOnly, hiddenIn, newForms, onceOnly, refusedAt } from '../parties/forms'
import { SMALL_RECORD } from '../support/site'
import { NEW, PATROLS, standingOf } from './patrols'

const claim = {
  kind: 'claim',
  party: 'iran',
  stage: 2,
  as_of: '2026-06-01',
  evidence: [{ kind: 'record', title: 'A log' }],
}
const [agreement] = SMALL_RECORD.agreements
const CLAIMED = {
  ...SMALL_RECORD,
  agreements: [{ ...agreement, measures: agreement?.measures.map((one) => ({ ...one, reports: [claim] })) }],
}

const REVISE = '/agreements/visit-2017/measures/1/revise'
const SAME = {
  title: 'Hotline between commanders',
  obligation: 'one_off',
  owed_by: ['iran', 'pakistan'],
  reason: 'as the text has it',
}

describe('another wording of a measure', () => {
  test('states only what changes, and the older wording stays readable', async () => {
    const forms = await newForms()
    const typed = {
      ...SAME,
      title: 'A telephone line',
      criterion: 'A call was made.',
      ...(await forms.hidden(REVISE)),
    }
    const answer = await forms.send(REVISE, typed)
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/agreements/visit-2017/measures/1',
    ])
    expect((await forms.last()).content).toMatchObject({
      code: '1',
      reason: 'as the text has it',
      fields: { title: 'A telephone line', criterion: 'A call was made.' },
    })
    const html = await forms.read('/agreements/visit-2017/measures/1')
    for (const words of ['A telephone line', 'as the text has it']) expect(html).toContain(words)
    const revisions = await forms.read('/agreements/visit-2017/measures/1/revisions')
    for (const words of ['<del>Hotline between commanders</del>', '<ins>A telephone line</ins>'])
      expect(revisions).toContain(words)
  })

  test('makes unknown what was known', async () => {
    const forms = await newForms()
    await forms.send(NEW, PATROLS)
    const path = '/agreements/visit-2017/measures/3.b/revise'
    expect(await forms.read(path)).toContain('Border guards')
    const { code: _, ...rest } = PATROLS
    const typed = { ...rest, reason: 'misread', 'bodies.iran': '', repeats: '', weight: '', text_public: '' }
    await forms.send(path, typed)
    const unknown = { bodies: null, repeats: null, weight: null, text_public: null }
    expect((await forms.last()).content['fields']).toEqual(unknown)
    const place = await findStanding(forms.world.db.read, 'visit-2017', '3.b')
    expect(place?.measure).toMatchObject({
      bodies: {},
      repeats: [],
      weight: 1,
      textPublic: null,
      everyMonths: 3,
    })
  })

  test('places it anew: who owes it decides on whose account it stands', async () => {
    const forms = await newForms(CLAIMED)
    expect(await standingOf(forms, '1')).toMatchObject({ basis: 'claimed_by_some', freshness: 'fresh' })
    await forms.send(REVISE, { ...SAME, owed_by: ['iran'] })
    expect((await forms.last()).content['fields']).toEqual({ owed_by: ['iran'] })
    expect(await standingOf(forms, '1')).toMatchObject({ basis: 'claimed_by_all', freshness: 'fresh' })
    await forms.send(REVISE, { ...SAME, owed_by: ['iran'], obligation: 'continuing' })
    expect(await standingOf(forms, '1')).toMatchObject({ freshness: 'ageing' })
    await forms.send(REVISE, {
      ...SAME,
      owed_by: ['iran'],
      obligation: 'continuing',
      review_interval_days: '10',
      weight: '3',
    })
    expect(await standingOf(forms, '1')).toMatchObject({ freshness: 'stale' })
  })

  test('is for editors only', async () => {
    await editorsOnly(await newForms(), REVISE, { ...SAME, title: 'x' })
  })

  test('needs a reason, a change, and a measure that is there', async () => {
    const forms = await newForms()
    await refusedAt(forms, REVISE, { ...SAME, title: 'x', reason: ' ' }, 'reason')
    expect(await refusedAt(forms, REVISE, SAME, 'title')).toContain('Nothing was changed')
    await refusedAt(forms, REVISE, { ...SAME, owed_by: ['turkey'] }, 'owed_by')
    await refusedAt(forms, REVISE, { ...SAME, repeats: 'visit-2017/1' }, 'repeats')
    for (const path of ['/agreements/visit-2017/measures/9/revise', '/agreements/none/measures/1/revise']) {
      expect((await forms.get(path, 'edith')).status).toBe(404)
      expect((await forms.send(path, { ...SAME, title: 'x' })).status).toBe(404)
    }
  })

  test('is written once when sent twice', async () => {
    await onceOnly(await newForms(), REVISE, { ...SAME, title: 'Once' }, { title: 'Twice' })
  })

  test('that meets a newer one is shown beside it, and nothing typed is lost', async () => {
    const forms = await newForms()
    const mine = await forms.hidden(REVISE)
    await forms.send(REVISE, { ...SAME, title: 'Theirs', theme: 'border', reason: 'theirs' })
    const before = await forms.entries()
    const typed = { ...SAME, ...mine, criterion: 'A call', reason: 'mine' }
    const answer = await forms.send(REVISE, typed)
    const html = await answer.text()
    expect([answer.status, await forms.entries()]).toEqual([409, before])
    for (const words of ['Theirs', 'Hotline between commanders', 'A call', 'mine'])
      expect(html).toContain(words)
    expect(html).toMatch(/name="title"[^>]*value="Theirs"/)
    const again = { ...typed, ...hiddenIn(html), title: 'Theirs', theme: 'border' }
    expect((await forms.send(REVISE, again)).status).toBe(303)
    expect((await forms.last()).content['fields']).toEqual({ criterion: 'A call' })
  })

  test('that says just what the newer one says has nothing left to change', async () => {
    const forms = await newForms()
    const mine = await forms.hidden(REVISE)
    await forms.send(REVISE, { ...SAME, title: 'Both' })
    await refusedAt(forms, REVISE, { ...SAME, ...mine, title: 'Both' }, 'title')
  })
})
