import { describe, expect, test } from 'vitest'
import { findStanding } from '../../src/measures/place.store'
import { standingsAt, storedRuns, computedRuns } from '../../src/standing/standing.store'
import { SMALL_RECORD } from '../support/site'
import {
  editorsOnly,
  escaped,
  type Forms,
  hiddenIn,
  newForms,
  onceOnly,
  refusedAt,
  withdrawnOnce,
} from '../parties/forms'

const NEW = '/agreements/visit-2017/measures/new'
const PATROLS = {
  code: '3.b',
  title: 'Joint patrols',
  text: 'Both sides shall patrol the border together.',
  language: 'en',
  obligation: 'periodic',
  owed_by: ['iran', 'pakistan'],
  theme: 'border',
  criterion: 'Every sector was patrolled.',
  verification: 'joint',
  'bodies.iran': 'Border guards',
  'bodies.pakistan': '',
  resources: 'Two companies',
  reporting_frequency: 'every quarter',
  dispute_procedure: 'flag meeting',
  text_public: 'false',
  review_interval_days: '100',
  weight: '2.5',
  every_months: '3',
  'target.quantity': '',
  'target.unit': '',
  'target.baseline': '',
  repeats: 'visit-2017/1\r\nvisit-2017/2',
}
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
    for (const days of ['0', '1.5', 'a year']) await refused({ review_interval_days: days }, 'review_interval_days')
    for (const weight of ['0', '-1', 'heavy']) await refused({ weight }, 'weight')
    await refused({ every_months: 'often' }, 'every_months')
    await refused({ 'target.quantity': 'much' }, 'target-quantity')
    await refused({ 'target.baseline': 'none' }, 'target-baseline')
    for (const repeats of ['visit-2017', 'visit-2017/9', 'visit-2017/3.b'])
      await refused({ repeats }, 'repeats')
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
    await forms.send(NEW, { ...PATROLS, title: script, text: `</textarea>${script}`, criterion: script, 'bodies.iran': script })
    for (const path of ['', '/revise', '/withdraw', '/deadline', '/note', '/observation']) {
      const html = await forms.read(`/agreements/visit-2017/measures/3.b${path}`)
      expect(html).not.toContain('<script>alert')
      expect(html).toContain(escaped(script))
    }
  })
})

async function standingOf({ world }: Forms, code: string) {
  const place = await findStanding(world.db.read, 'visit-2017', code)
  if (!place) throw new Error('no such measure')
  const { id } = place.measure
  const stored = await storedRuns(world.db.read, [id])
  expect(stored, 'what is stored is what the rule gives').toEqual(
    await computedRuns(world.db.read, [place], null),
  )
  return (await standingsAt(world.db.read, [place], { asOf: '2026-11-23', knownAt: null })).get(id)
}

const claim = { kind: 'claim', party: 'iran', stage: 2, as_of: '2026-06-01', evidence: [{ kind: 'record', title: 'A log' }] }
const [agreement] = SMALL_RECORD.agreements
const CLAIMED = {
  ...SMALL_RECORD,
  agreements: [
    { ...agreement, measures: agreement?.measures.map((one) => ({ ...one, reports: [claim] })) },
  ],
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
    const typed = { ...SAME, title: 'A telephone line', criterion: 'A call was made.', ...(await forms.hidden(REVISE)) }
    const answer = await forms.send(REVISE, typed)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/agreements/visit-2017/measures/1'])
    expect((await forms.last()).content).toMatchObject({
      code: '1',
      reason: 'as the text has it',
      fields: { title: 'A telephone line', criterion: 'A call was made.' },
    })
    const html = await forms.read('/agreements/visit-2017/measures/1')
    for (const words of ['A telephone line', 'Hotline between commanders', 'as the text has it'])
      expect(html).toContain(words)
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
    expect(place?.measure).toMatchObject({ bodies: {}, repeats: [], weight: 1, textPublic: null, everyMonths: 3 })
  })

  test('places it anew: who owes it decides on whose account it stands', async () => {
    const forms = await newForms(CLAIMED)
    expect(await standingOf(forms, '1')).toMatchObject({ basis: 'claimed_by_some', freshness: 'fresh' })
    await forms.send(REVISE, { ...SAME, owed_by: ['iran'] })
    expect((await forms.last()).content['fields']).toEqual({ owed_by: ['iran'] })
    expect(await standingOf(forms, '1')).toMatchObject({ basis: 'claimed_by_all', freshness: 'fresh' })
    await forms.send(REVISE, { ...SAME, owed_by: ['iran'], obligation: 'continuing' })
    expect(await standingOf(forms, '1')).toMatchObject({ freshness: 'ageing' })
    await forms.send(REVISE, { ...SAME, owed_by: ['iran'], obligation: 'continuing', review_interval_days: '10', weight: '3' })
    expect(await standingOf(forms, '1')).toMatchObject({ freshness: 'stale' })
    const row = await forms.world.db.read.selectFrom('standing').select('weight').orderBy('weight', 'desc').execute()
    expect(row[0]?.weight).toBe(3)
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
    for (const words of ['Theirs', 'Hotline between commanders', 'A call', 'mine']) expect(html).toContain(words)
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
