import { beforeAll, describe, expect, test } from 'vitest'
import { hashOf } from '../../src/evidence/file'
import { CLAIM, FINDING, FORM, idIn, MEASURE, newSite, valuesOn, type Who } from '../status-reports/site'
import { formWith, PDF } from './files'

const TITLE = 'Letter of the ambassador'
const RESTRICTED = {
  ...FINDING,
  evidence_kind: ['', 'record'],
  evidence_title: ['', TITLE],
  evidence_url: ['', 'https://example.org/letter'],
  evidence_publisher: ['', 'The embassy'],
  evidence_published_on: ['', '2024-04-30'],
  evidence_language: ['', 'fa'],
  evidence_review_on: ['', '2027-06-30'],
  evidence_restricted: '1',
}
const FILE = { evidence_file: [null, { name: 'letter.pdf', bytes: PDF }] }
const SECRETS = [
  TITLE,
  'example.org/letter',
  'The embassy',
  '2024-04-30',
  '30 April 2024',
  'letter.pdf',
  hashOf(PDF),
]

describe('once recorded', () => {
  let site: Awaited<ReturnType<typeof newSite>>
  let id: string
  beforeAll(async () => {
    site = await newSite()
    id = idIn(await site.send(FORM, formWith(RESTRICTED, FILE), 'vera'))
  })

  test('it counts by its kind', async () => {
    expect(await site.standing()).toMatchObject({ stage: 2, basis: 'verified' })
  })

  test('everybody sees that it rests on restricted evidence, of which kind, and when that is reviewed', async () => {
    for (const path of [`/reports/${id}`, MEASURE]) {
      const page = await (await site.get(path)).text()
      expect(page).toContain('Rests on restricted evidence: Record')
      expect(page).toMatch(/next review on <time datetime="2027-06-30">30 June 2027/)
    }
  })

  test.each<Who>(['vera', 'victor', 'adam'])('%s sees what it is', async (who) => {
    for (const path of [`/reports/${id}`, MEASURE]) {
      const answer = await site.get(path, who)
      const page = await answer.text()
      for (const word of [TITLE, 'letter.pdf', hashOf(PDF), 'The embassy']) expect(page).toContain(word)
      expect(page).toContain('Restricted: seen only by verifiers, administrators and whoever filed it')
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
      expect(answer.headers.get('etag')).toBeNull()
    }
    const file = await site.get(`/files/${hashOf(PDF)}`, who)
    expect(file.status).toBe(200)
    expect(file.headers.get('cache-control')).toBe('private, no-store')
    expect(file.headers.get('content-disposition')).toContain('letter.pdf')
  })

  // Every reading door, asked by whoever may not see it, after somebody who may has just asked.
  test.each<Who>(['stranger', 'irene', 'pervez', 'edith', 'ines', 'ruth'])(
    '%s finds nothing of it',
    async (who) => {
      const doors = [
      '/', '/agreements', '/agreements/visit-2017', MEASURE, `${MEASURE}?known_at=2026-11-24`, `/reports/${id}`, '/parties/iran',
      '/parties/iran/with/pakistan', '/attention', '/ledger', '/search?q=ambassador', '/search?q=embassy', `/search?q=${hashOf(PDF)}`,
      '/feed.json', '/feed.atom', '/agreements/visit-2017/feed.json', `${MEASURE}/feed.json`, `${MEASURE}/feed.atom`, '/parties/iran/feed.json',
      '/agreements/visit-2017/list.csv', '/list.csv', '/ledger/list.csv', '/api/v1/changes?limit=500', `/api/v1${MEASURE}`, `/api/v1${MEASURE}/reports`,
      `/api/v1/ledger/entries/${await site.entries()}`, `${FORM}?corrects=${id}`, FORM, `/reports/${id}/reply`, `/reports/${id}/withdraw`,
    ] // prettier-ignore
      for (const door of doors) {
        await (await site.get(door, 'vera')).text()
        const said = await (await site.get(door, who)).text()
        for (const secret of SECRETS.filter((one) => !door.includes(one)))
          expect(said.includes(secret), `${door} says ${secret} to ${who}`).toBe(false)
      }
      expect((await site.get(`/files/${hashOf(PDF)}`, who)).status).toBe(404)
    },
  )

  test('the API says of it what everybody may know, also to a verifier', async () => {
    const { items }: any = await (await site.get(`/api/v1${MEASURE}/reports`, 'vera')).json()
    expect(items[0].evidence[0]).toEqual({
      id: null,
      kind: 'record',
      title: null,
      url: null,
      publisher: null,
      published_on: null,
      published_on_precision: 'day',
      language: null,
      file: null,
      restricted: { review_on: '2027-06-30' },
    })
  })

  test('its author corrects it with all of it at hand', async () => {
    const page = await (await site.get(`${FORM}?corrects=${id}`, 'vera')).text()
    expect(valuesOn(page, 'evidence_title')[0]).toBe(TITLE)
    expect(valuesOn(page, 'evidence_file_sha256')[0]).toBe(hashOf(PDF))
    expect(valuesOn(page, 'evidence_review_on')[0]).toBe('2027-06-30')
    expect(page).toMatch(/name="evidence_restricted" value="0" checked/)
  })
})

test('a reporter’s own is theirs, and not their colleague’s', async () => {
  const { send, get } = await newSite()
  const claim = {
    ...CLAIM,
    evidence_kind: 'act',
    evidence_title: TITLE,
    evidence_review_on: '2027-06-30',
    evidence_restricted: '0',
  }
  const id = idIn(await send(FORM, formWith(claim), 'irene'))
  expect(await (await get(`/reports/${id}`, 'irene')).text()).toContain(TITLE)
  expect(await (await get(`/reports/${id}`, 'ines')).text()).not.toContain(TITLE)
  expect(await (await get(`/reports/${id}`)).text()).toContain('Rests on restricted evidence: Act')
})

test('a preview shows its author what it will be, and carries the box', async () => {
  const { send, post, get } = await newSite()
  const page = await (await send(FORM, formWith({ ...RESTRICTED, preview: '1' }, FILE), 'vera')).text()
  expect(page).toContain(TITLE)
  expect(page).toContain('Restricted: seen only')
  expect(valuesOn(page, 'evidence_restricted')).toEqual(['1'])
  const sent = Object.fromEntries(
    [...new Set([...page.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name ?? ''))].map((name) => [
      name,
      valuesOn(page, name),
    ]),
  )
  const { change: _, ...fields } = sent
  const id = idIn(await post(FORM, fields, 'vera'))
  expect(await (await get(`/reports/${id}`)).text()).toContain('Rests on restricted evidence: Record')
})

test.each([
  ['no day of review', { evidence_review_on: ['', ''] }, 'evidence_review_on-1'],
  ['a day that is none', { evidence_review_on: ['', 'soon'] }, 'evidence_review_on-1'],
  ['a day that is over', { evidence_review_on: ['', '2026-11-23'] }, 'evidence_review_on-1'],
  [
    'nothing that could be restricted',
    { evidence_title: ['', ''], evidence_url: ['', ''] },
    'evidence_title-1',
  ],
  ['announcements alone', { evidence_kind: ['', 'announcement'] }, 'evidence'],
])('refused: %s', async (_, changed, field) => {
  const { post, entries } = await newSite()
  const before = await entries()
  const answer = await post(FORM, { ...RESTRICTED, ...changed }, 'vera')
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain(`href="#field-${field}"`)
  expect(page).toMatch(/name="evidence_restricted" value="1" checked/)
  expect(page).toContain('The embassy')
  expect(await entries()).toBe(before)
})

test('an editor who corrects what a colleague restricted is asked what it rests on', async () => {
  const { send, get, post, entries } = await newSite()
  const said = {
    ...CLAIM,
    channel: 'public_source',
    by_name: 'A minister',
    evidence_kind: 'record',
    evidence_title: TITLE,
    evidence_review_on: '2027-06-30',
    evidence_restricted: '0',
  }
  const id = idIn(await send(FORM, formWith(said), 'maya'))
  const page = await (await get(`${FORM}?corrects=${id}`, 'edith')).text()
  expect(page.includes(TITLE)).toBe(false)
  expect(page).toMatch(/name="evidence_restricted" value="0" checked/)
  const before = await entries()
  const again = { ...said, corrects: id, evidence_title: '' }
  expect((await post(FORM, again, 'edith')).status).toBe(422)
  expect(await entries()).toBe(before)
})
