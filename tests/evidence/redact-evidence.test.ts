import { describe, expect, test } from 'vitest'
import { hashOf } from '../../src/evidence/file'
import { verifyDatabase } from '../../src/exchange/verify/verify-database'
import { redactEvidence } from '../../src/ledger/redact-evidence'
import { FINDING, FORM, idIn, MEASURE, newSite } from '../status-reports/site'
import { tamper } from '../support/tamper'
import { formWith, PDF, PNG } from './files'

const ACTOR = { id: 'a-0', capacity: 'operator', party: null } as const
const PATH = `/files/${hashOf(PDF)}`
const LETTER = { name: 'letter.pdf', bytes: PDF }
const PICTURE = { name: 'fence.png', bytes: PNG }
const OPEN = { ...FINDING, evidence_kind: ['act', 'record'], evidence_title: ['The fence', 'A letter'] }
const RESTRICTED = { ...OPEN, evidence_review_on: ['', '2027-06-30'], evidence_restricted: '1' }

async function filed(fields: typeof OPEN) {
  const site = await newSite()
  const files = formWith(fields, { evidence_file: [PICTURE, LETTER] })
  const id = idIn(await site.send(FORM, files, 'vera'))
  const entry = await site.entries()
  const redact = (position: number, n = entry) =>
    redactEvidence(site.world.deps, { actor: ACTOR, entry: n, position, reason: 'By order of a court.' })
  const faults = async () => {
    const found: string[] = []
    await verifyDatabase(site.world.db, (line) => found.push(line))
    return found
  }
  const text = async (path: string, who?: 'vera' | 'adam') => (await site.get(path, who)).text()
  return { ...site, id, entry, redact, faults, text }
}

describe('the file of evidence, removed', () => {
  test('is gone for good, says so at its address, and the report stays as it was', async () => {
    const site = await filed(OPEN)
    const standing = await site.standing()
    const before: any = await (await site.get(`/api/v1/ledger/entries/${site.entry}`)).json()
    expect(await site.redact(1)).toEqual({ outcome: 'redacted', entry: site.entry + 1 })
    const answer = await site.get(PATH)
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain(`Entry ${site.entry + 1} removed it.`)
    expect((await site.get(`/files/${hashOf(PNG)}`)).status).toBe(200)
    expect(await site.world.db.read.selectFrom('file').select('sha256').execute()).toEqual([
      { sha256: hashOf(PNG) },
    ])
    expect(await site.standing()).toEqual(standing)
    expect(await (await site.get(`/api/v1/ledger/entries/${site.entry}`)).json()).toEqual(before)
    expect(await site.text(`/reports/${site.id}`)).toContain(hashOf(PDF))
    expect(await site.text('/ledger')).toContain('Words or a file were removed from')
    const told: any = await (await site.get(`/api/v1/ledger/entries/${site.entry + 1}`)).json()
    expect(told.content).toEqual({ entry: site.entry, reason: 'By order of a court.', evidence: 1 })
    expect(await site.faults()).toEqual([])
  })

  test('is not kept again, whoever sends it', async () => {
    const site = await filed(OPEN)
    await site.redact(1)
    const again = await site.send(FORM, formWith(OPEN, { evidence_file: [null, LETTER] }), 'vera')
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('was removed from this register for good')
    expect((await site.get(PATH)).status).toBe(410)
  })

  test('whose bytes come back, or whose removal no entry tells, is a fault', async () => {
    const site = await filed(OPEN)
    await site.redact(1)
    await site.world.db.write((tx) =>
      tx
        .insertInto('file')
        .values({ sha256: hashOf(PDF), type: 'application/pdf', size: 1 })
        .execute(),
    )
    expect((await site.faults()).join('\n')).toContain('was removed by entry')
    const other = await filed(OPEN)
    const hash = hashOf(PDF)
    await tamper(other.world, `insert into removed_file values ('${hash}', ${other.entry})`)
    expect((await other.faults()).join('\n')).toContain('does not say that it removes it')
  })
})

describe('restricted evidence, removed', () => {
  test('leaves its kind and commitment, and no word of it anywhere', async () => {
    const site = await filed(RESTRICTED)
    expect(await site.text(`/reports/${site.id}`, 'adam')).toContain('A letter')
    await site.redact(1)
    for (const who of [undefined, 'vera', 'adam'] as const) {
      const page = await site.text(`/reports/${site.id}`, who)
      expect(page).toContain('Rests on restricted evidence: Record')
      expect(page).not.toContain('A letter')
      expect((await site.get(PATH, who)).status).toBe(404)
    }
    for (const table of ['restricted_evidence', 'content', 'search'] as const) {
      const rows = await site.world.db.read.selectFrom(table).selectAll().execute()
      expect(JSON.stringify(rows)).not.toContain('A letter')
    }
    expect(await site.text(MEASURE)).toContain('fence.png')
    expect(await site.faults()).toEqual([])
  })
})

test('where nothing is kept, nothing is removed and no entry is made', async () => {
  const site = await filed(OPEN)
  expect(await site.redact(2)).toEqual({ outcome: 'nothing kept' })
  expect(await site.redact(0, 999)).toEqual({ outcome: 'no such entry' })
  await site.redact(0)
  const entries = await site.entries()
  expect(await site.redact(0)).toEqual({ outcome: 'nothing kept' })
  expect(await site.entries()).toBe(entries)
})
