import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { clearOldUploads } from '../../src/evidence/keep-upload'
import { CLAIM, FINDING, FORM, idIn, MEASURE, newSite, type Posted, valuesOn } from '../status-reports/site'
import { EXE, formWith, GIF, PDF, PNG, TEXT, ZIP } from './files'

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const MINUTES = { name: 'صورت‌جلسه.pdf', bytes: PDF, type: 'text/html' }
const WITH_MINUTES: Posted = { ...CLAIM, evidence_kind: 'record', evidence_title: 'Minutes' }

/** What a browser would send from a page's form, with some of it changed. */
function sentFrom(html: string, changed: Posted): Posted {
  const fields: Record<string, string[]> = {}
  for (const name of new Set(
    [...html.matchAll(/<input\b[^>]* name="([^"]+)"/g)].map(([, name]) => name ?? ''),
  ))
    fields[name] = valuesOn(html, name)
  return { ...fields, ...changed }
}

test('a file goes with its evidence: shown with name, type, size and hash, and served as it was sent', async () => {
  const { send, get } = await newSite()
  const answer = await send(FORM, formWith(WITH_MINUTES, { evidence_file: MINUTES }), 'irene')
  const id = idIn(answer)
  const hash = hashOf(PDF)
  for (const path of [`/reports/${id}`, MEASURE]) {
    const page = await (await get(path)).text()
    expect(page).toContain(`href="/files/${hash}"`)
    for (const shown of ['صورت‌جلسه.pdf', 'PDF', `${PDF.byteLength} bytes`, hash])
      expect(page).toContain(shown)
  }
  const file = await get(`/files/${hash}`)
  expect(file.status).toBe(200)
  expect(Buffer.from(await file.arrayBuffer()).equals(PDF)).toBe(true)
})

test('the record names the file by its hash, in the ledger and in the API', async () => {
  const { send, get, entries } = await newSite()
  const id = idIn(await send(FORM, formWith(WITH_MINUTES, { evidence_file: MINUTES }), 'irene'))
  const file = { sha256: hashOf(PDF), name: 'صورت‌جلسه.pdf', type: 'application/pdf', size: PDF.byteLength }
  const entry: any = await (await get(`/api/v1/ledger/entries/${await entries()}`)).json()
  expect(entry.content.evidence).toEqual([{ kind: 'record', title: 'Minutes', file }])
  const reports: any = await (await get(`/api/v1${MEASURE}/reports`)).json()
  expect(reports.items[0]).toMatchObject({ id, evidence: [{ title: 'Minutes', file, restricted: null }] })
})

test('a file alone is evidence, each with the block in which it was chosen', async () => {
  const { send, get } = await newSite()
  const blocks = {
    ...FINDING,
    evidence_kind: ['act', '', 'record'],
    evidence_title: ['', '', ''],
    evidence_url: ['', '', ''],
  }
  const files = [{ name: 'fence.png', bytes: PNG }, null, { name: 'log.txt', bytes: TEXT }]
  const id = idIn(await send(FORM, formWith(blocks, { evidence_file: files }), 'vera'))
  const page = await (await get(`/reports/${id}`)).text()
  expect(page).toMatch(/fence\.png[\s\S]*Act[\s\S]*PNG picture[\s\S]*log\.txt[\s\S]*Record[\s\S]*plain text/)
})

describe('nothing that was sent is lost', () => {
  test('a preview holds the file, and recording from it needs no second sending', async () => {
    const { send, post, get, entries } = await newSite()
    const before = await entries()
    const form = formWith({ ...WITH_MINUTES, preview: '1' }, { evidence_file: MINUTES })
    const preview = await send(FORM, form, 'irene')
    const page = await preview.text()
    expect(preview.status).toBe(200)
    expect(page).toContain(hashOf(PDF))
    expect(await entries()).toBe(before)
    const id = idIn(await post(FORM, sentFrom(page, {}), 'irene'))
    expect(await (await get(`/reports/${id}`)).text()).toContain(`/files/${hashOf(PDF)}`)
  })

  test('a refused form holds it, shows it, and can leave it out or put another in its place', async () => {
    const { send, post, get } = await newSite()
    const wrong = formWith({ ...WITH_MINUTES, as_of: 'May' }, { evidence_file: MINUTES })
    const refused = await send(FORM, wrong, 'irene')
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(valuesOn(page, 'evidence_file_sha256')).toEqual([hashOf(PDF), '', ''])
    expect(page).toContain('صورت‌جلسه.pdf')
    const carried = {
      ...WITH_MINUTES,
      evidence_file_sha256: hashOf(PDF),
      evidence_file_name: 'صورت‌جلسه.pdf',
    }
    const kept = idIn(await post(FORM, carried, 'irene'))
    expect(await (await get(`/reports/${kept}`)).text()).toContain(hashOf(PDF))
    const without = idIn(await post(FORM, { ...carried, evidence_file_remove: '0' }, 'irene'))
    expect(await (await get(`/reports/${without}`)).text()).not.toContain('/files/')
    const other = formWith({ ...carried }, { evidence_file: { name: 'other.gif', bytes: GIF } })
    const instead = await (await get(`/reports/${idIn(await send(FORM, other, 'irene'))}`)).text()
    expect(instead).toContain(hashOf(GIF))
    expect(instead).not.toContain(hashOf(PDF))
  })

  test('another block asked for holds it as well', async () => {
    const { send } = await newSite()
    const page = await send(
      FORM,
      formWith({ ...WITH_MINUTES, more: '1' }, { evidence_file: MINUTES }),
      'irene',
    )
    expect(valuesOn(await page.text(), 'evidence_file_sha256')[0]).toBe(hashOf(PDF))
  })

  test('a correction holds the files of what it corrects', async () => {
    const { send, get, post } = await newSite()
    const id = idIn(await send(FORM, formWith(WITH_MINUTES, { evidence_file: MINUTES }), 'irene'))
    const page = await (await get(`${FORM}?corrects=${id}`, 'irene')).text()
    expect(valuesOn(page, 'evidence_file_sha256')[0]).toBe(hashOf(PDF))
    const corrected = { ...CLAIM, ...WITH_MINUTES, corrects: id, evidence_file_sha256: hashOf(PDF) }
    const second = idIn(await post(FORM, corrected, 'irene'))
    expect(await (await get(`/reports/${second}`)).text()).toContain(hashOf(PDF))
  })
})

describe('what is refused stands at its block, with all that was typed', () => {
  const large = Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)])
  test.each([
    ['a program', EXE, 422, 'no plain text in UTF-8'],
    ['an archive', ZIP, 422, 'no plain text in UTF-8'],
    ['an empty file', Buffer.alloc(0), 422, 'This file is empty'],
    ['a file that is too large', large, 413, 'larger than the 20 MB'],
  ])('%s', async (_, bytes, status, words) => {
    const { send, entries, world } = await newSite()
    const before = await entries()
    const blocks = { ...WITH_MINUTES, evidence_kind: ['', 'record'], evidence_title: ['', 'Minutes'] }
    const files = [
      { name: 'kept.txt', bytes: TEXT },
      { name: 'bad.pdf', bytes, type: 'application/pdf' },
    ]
    const answer = await send(FORM, formWith(blocks, { evidence_file: files }), 'irene')
    const page = await answer.text()
    expect(answer.status).toBe(status)
    expect(page).toContain('href="#field-evidence_file-1"')
    expect(page).toContain(words)
    expect(page).toContain(CLAIM.summary)
    expect(valuesOn(page, 'evidence_file_sha256')).toEqual([hashOf(TEXT), '', ''])
    expect(await entries()).toBe(before)
    expect(await world.db.read.selectFrom('file').select('sha256').execute()).toEqual([
      { sha256: hashOf(TEXT) },
    ])
  })

  test('a hash that was never sent, or by somebody else, is as good as none', async () => {
    const { send, post, entries } = await newSite()
    await send(FORM, formWith({ ...WITH_MINUTES, preview: '1' }, { evidence_file: MINUTES }), 'irene')
    const before = await entries()
    for (const sha256 of [hashOf(PDF), 'f'.repeat(64), 'x', `${'f'.repeat(63)}'`]) {
      const fields = { ...FINDING, evidence_file_sha256: sha256, evidence_file_name: 'a.pdf' }
      const answer = await post(FORM, fields, 'vera')
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('not kept here, or no longer')
    }
    expect(await entries()).toBe(before)
  })

  test('what a file is said to be is not believed', async () => {
    const { send, post, get } = await newSite()
    await send(FORM, formWith({ ...WITH_MINUTES, preview: '1' }, { evidence_file: MINUTES }), 'irene')
    const lies = { evidence_file_type: 'text/html', evidence_file_size: '1', evidence_file_name: 'x.html' }
    const id = idIn(
      await post(FORM, { ...WITH_MINUTES, evidence_file_sha256: hashOf(PDF), ...lies }, 'irene'),
    )
    const file = await get(`/files/${hashOf(PDF)}`)
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(file.headers.get('content-disposition')).toContain('x.html.pdf')
    expect(await (await get(`/reports/${id}`)).text()).toContain(`${PDF.byteLength} bytes`)
  })

  test('a stranger whose session ended gets back what they typed, and leaves no file', async () => {
    const { send, world } = await newSite()
    const typed = { ...WITH_MINUTES, seen: '1', idempotency_key: 'k' }
    const answer = await send(FORM, formWith(typed, { evidence_file: MINUTES }), 'stranger', 'navigate')
    expect(answer.status).toBe(401)
    expect(await answer.text()).toContain(CLAIM.summary)
    expect(await world.db.read.selectFrom('file').selectAll().execute()).toEqual([])
  })

  test('whoever may not report sends nothing', async () => {
    const { send, world } = await newSite()
    const form = () => formWith(WITH_MINUTES, { evidence_file: MINUTES })
    expect((await send(FORM, form(), 'stranger')).status).toBe(303)
    for (const who of ['adam', 'ruth', 'omar', 'pervez'] as const)
      expect((await send(FORM, form(), who)).status).toBe(403)
    expect(await world.db.read.selectFrom('file').selectAll().execute()).toEqual([])
  })

  test('more than is kept at once', async () => {
    const { send, world } = await newSite()
    const much = Buffer.alloc(18 * 1024 * 1024, 'a')
    const files = Array.from({ length: 3 }, (_, n) => ({
      name: `${n}.txt`,
      bytes: Buffer.concat([much, Buffer.from([97 + n])]),
    }))
    const fewer = await send(FORM, formWith(CLAIM, { evidence_file: files }), 'irene')
    expect(fewer.status).toBe(413)
    const page = await fewer.text()
    expect(page).toContain('href="#field-evidence_file-2"')
    expect(valuesOn(page, 'evidence_file_sha256').filter(Boolean)).toHaveLength(2)
    expect(page).toContain(CLAIM.summary)
    expect(await world.db.read.selectFrom('file').select('sha256').execute()).toHaveLength(2)
  })
})

test('sent twice it is recorded once', async () => {
  const { send, entries } = await newSite()
  const form = () => formWith({ ...WITH_MINUTES, idempotency_key: 'k' }, { evidence_file: MINUTES })
  const first = await send(FORM, form(), 'irene')
  const after = await entries()
  const second = await send(FORM, form(), 'irene')
  expect(second.headers.get('location')).toBe(first.headers.get('location'))
  expect(await entries()).toBe(after)
  const other = formWith(
    { ...WITH_MINUTES, idempotency_key: 'k' },
    { evidence_file: { name: 'b.gif', bytes: GIF } },
  )
  expect((await send(FORM, other, 'irene')).status).toBe(409)
})

describe('what is in no report', () => {
  test('is its sender’s alone', async () => {
    const { send, get } = await newSite()
    await send(FORM, formWith({ ...WITH_MINUTES, preview: '1' }, { evidence_file: MINUTES }), 'irene')
    const path = `/files/${hashOf(PDF)}`
    expect((await get(path, 'irene')).status).toBe(200)
    expect((await get(path, 'irene')).headers.get('cache-control')).toBe('private, no-store')
    for (const who of ['stranger', 'ines', 'vera', 'edith', 'adam'] as const)
      expect((await get(path, who)).status).toBe(404)
  })

  test('goes after a day; what is in a report stays, withdrawn or not', async () => {
    const { send, post, get, world } = await newSite()
    const id = idIn(await send(FORM, formWith(WITH_MINUTES, { evidence_file: MINUTES }), 'irene'))
    await post(`/reports/${id}/withdraw`, { reason: 'wrong' }, 'irene')
    const loose = { name: 'loose.gif', bytes: GIF }
    await send(FORM, formWith({ ...WITH_MINUTES, preview: '1' }, { evidence_file: loose }), 'irene')
    world.now = '2026-11-24T11:59:59.999Z'
    await clearOldUploads(world.deps)
    expect((await get(`/files/${hashOf(GIF)}`, 'irene')).status).toBe(200)
    world.now = '2026-11-24T12:00:00.000Z'
    expect((await get(`/files/${hashOf(GIF)}`, 'irene')).status).toBe(404)
    await clearOldUploads(world.deps)
    const left = await world.db.read.selectFrom('file_chunk').select('sha256').execute()
    expect(left).toEqual([{ sha256: hashOf(PDF) }])
    expect((await get(`/files/${hashOf(PDF)}`)).status).toBe(200)
    expect(await (await get(`/reports/${id}`)).text()).toContain(`/files/${hashOf(PDF)}`)
    const late = { ...WITH_MINUTES, evidence_file_sha256: hashOf(GIF), evidence_file_name: 'loose.gif' }
    const answer = await post(FORM, late, 'irene')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('choose it once more')
  })

  test('is not without end', async () => {
    const { send } = await newSite()
    const page = async (n: number) => {
      const files = [0, 1].map((m) => ({ name: 'a.txt', bytes: Buffer.alloc(19_900_000, `${n}-${m} `) }))
      return (
        await send(FORM, formWith({ ...CLAIM, preview: '1' }, { evidence_file: files }), 'irene')
      ).text()
    }
    for (let n = 0; n < 5; n++) expect(await page(n)).not.toContain('in no report yet')
    expect(await page(5)).toContain('More than 200 MB')
  }, 60_000)
})
