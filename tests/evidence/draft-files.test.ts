import { expect, test } from 'vitest'
import { hashOf } from '../../src/evidence/file'
import { clearOldUploads } from '../../src/evidence/keep-upload'
import { pendingBytes } from '../../src/evidence/upload.store'
import { draftIn, fieldsOn, newDesk } from '../drafts/desk'
import { FINDING, FORM, idIn } from '../status-reports/site'
import { EXE, formWith, PDF } from './files'

const FILE = { evidence_file: { name: 'letter.pdf', bytes: PDF } }
const PATH = `/files/${hashOf(PDF)}`
const RESTRICTED = {
  ...FINDING,
  evidence_kind: 'record',
  evidence_title: 'A private letter',
  evidence_review_on: '2027-06-30',
  evidence_restricted: '0',
}

test('a draft holds its file and its box for as long as it is there', async () => {
  const { send, get, text, post, world } = await newDesk()
  const draft = draftIn(await send(FORM, formWith({ ...RESTRICTED, save: '1' }, FILE), 'vera'))
  world.now = '2026-11-26T12:00:00.000Z'
  await clearOldUploads(world.deps)
  expect((await get(PATH, 'vera')).status).toBe(200)
  for (const who of ['victor', 'edith', 'adam', 'stranger'] as const)
    expect((await get(PATH, who)).status).toBe(404)
  const fields = fieldsOn(await text(`/drafts/${draft}`, 'vera'))
  expect(fields['evidence_file_sha256']?.[0]).toBe(hashOf(PDF))
  expect(fields['evidence_restricted']).toEqual(['0'])
  const report = idIn(await post(FORM, fields, 'vera'))
  expect((await text(`/reports/${report}`, 'stranger')).includes('A private letter')).toBe(false)
  expect(await text(`/reports/${report}`, 'stranger')).toContain('Rests on restricted evidence: Record')
  expect((await get(PATH, 'victor')).status).toBe(200)
})

test('what a draft holds counts to what its author keeps, until it is in a report', async () => {
  const { send, text, post, users, world } = await newDesk()
  const vera = users.vera?.actorId ?? ''
  const pending = () => pendingBytes(world.db.read, vera, world.now)
  const draft = draftIn(await send(FORM, formWith({ ...RESTRICTED, save: '1' }, FILE), 'vera'))
  expect(await pending()).toBe(PDF.byteLength)
  world.now = '2026-11-26T12:00:00.000Z'
  await clearOldUploads(world.deps)
  expect(await pending()).toBe(PDF.byteLength)
  await post(FORM, fieldsOn(await text(`/drafts/${draft}`, 'vera')), 'vera')
  expect(await pending()).toBe(0)
})

test('a draft that was thrown away lets go of its file', async () => {
  const { send, post, get, world } = await newDesk()
  const draft = draftIn(await send(FORM, formWith({ ...RESTRICTED, save: '1' }, FILE), 'vera'))
  await post(`/drafts/${draft}/delete`, {}, 'vera')
  world.now = '2026-11-25T12:00:00.000Z'
  await clearOldUploads(world.deps)
  expect((await get(PATH, 'vera')).status).toBe(404)
  expect(await world.db.read.selectFrom('file').selectAll().execute()).toEqual([])
})

test('what cannot be kept keeps a draft from being saved, and all else is still in the form', async () => {
  const { send, drafts } = await newDesk()
  const bad = { evidence_file: { name: 'a.pdf', bytes: EXE } }
  const answer = await send(FORM, formWith({ ...RESTRICTED, save: '1' }, bad), 'vera')
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('A private letter')
  expect(await drafts()).toEqual([])
})

test('whoever approves a report sees what it rests on, and nobody else', async () => {
  const { send, get, text, post, approval, world } = await newDesk('findings')
  const id = idIn(await send(FORM, formWith(RESTRICTED, FILE), 'vera'))
  world.now = '2026-11-26T12:00:00.000Z'
  await clearOldUploads(world.deps)
  const page = await text(`/drafts/${id}`, 'victor')
  expect(page).toContain('A private letter')
  expect(page).toContain(PATH)
  expect((await get(PATH, 'victor')).status).toBe(200)
  for (const who of ['edith', 'adam', 'irene', 'stranger'] as const)
    expect((await get(PATH, who)).status).toBe(404)
  const answer = await post(`/drafts/${id}/approve`, await approval(id, 'victor'), 'victor')
  expect(answer.headers.get('location')).toMatch(/^\/reports\//)
  expect((await text(answer.headers.get('location') ?? '', 'stranger')).includes('A private letter')).toBe(
    false,
  )
  expect((await get(PATH, 'adam')).status).toBe(200)
  expect((await get(PATH, 'edith')).status).toBe(404)
})

test('a hash in a draft gives nobody a file that they never had', async () => {
  const { send, get, save, drafts } = await newDesk()
  await send(FORM, formWith({ ...RESTRICTED, preview: '1' }, FILE), 'vera')
  const stolen = { ...RESTRICTED, evidence_file_sha256: hashOf(PDF), evidence_file_name: 'x.pdf' }
  await expect(save(stolen, 'victor')).rejects.toThrow('422')
  expect(await drafts()).toEqual([])
  expect((await get(PATH, 'victor')).status).toBe(404)
})
