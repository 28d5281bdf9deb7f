import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { verifyDataset } from '../../src/exchange/verify/verify-rules'
import { verifyDatabase } from '../../src/exchange/verify/verify-database'
import { verifyLedgerLines } from '../../src/exchange/verify/verify-ledger-file'
import { readCheckpoint } from '../../src/ledger/checkpoint'
import { redactContent } from '../../src/ledger/redact-content'
import type { Removal } from '../../src/ledger/redaction'
import { entriesSaying } from '../../src/ledger/redaction.store'
import { eraseUser } from '../../src/users/erase-user'
import { OF_A_USER } from '../../src/users/erase-user.store'
import { TABLES } from '../db/every-row'
import { exported, exportedLedger, faultsOf, lay, laid } from '../exchange/datasets'
import { newSite, type Site, SMALL_RECORD } from '../support/site'
import { tamper } from '../support/tamper'
import { DIALECT } from '../support/world'

const ACTOR = { id: 'a-0', capacity: 'operator', party: null } as const
const NAME = 'Zebulon Quince'
const EVIDENCE = [{ kind: 'act', title: `Told by ${NAME}`, url: 'https://example.org/zebulon-quince' }]
const [AGREEMENT] = SMALL_RECORD.agreements
const RECORD = {
  ...SMALL_RECORD,
  agreements: [
    {
      ...AGREEMENT,
      measures: [
        {
          ...AGREEMENT?.measures[0],
          reports: [
            { kind: 'claim', party: 'iran', stage: 1, as_of: '2018-01-01', evidence: EVIDENCE },
            { kind: 'finding', stage: 2, as_of: '2019-01-01', by: { name: NAME, organisation: 'Watch' }, summary: `${NAME} saw it.`, evidence: EVIDENCE },
          ],
          notes: [{ on: '2018-02-02', kind: 'context', text: 'Nothing of note.' }],
        },
      ],
    },
  ],
} // prettier-ignore

let site: Site
let finding: { id: string; entry: number }
beforeEach(async () => {
  site = await newSite({ record: RECORD })
  finding = await site.world.db.read
    .selectFrom('report')
    .where('kind', '=', 'finding')
    .select(['id', 'entry'])
    .executeTakeFirstOrThrow()
})

const redact = (removal: Removal, entry = finding.entry, reason = 'By order of a court.') =>
  redactContent(site.world.deps, { actor: ACTOR, entry, removal, reason })
const json = async (path: string) => (await (await site.get(path)).json()) as any
const entryOf = (n: number) => json(`/api/v1/ledger/entries/${n}`)
const checkpoint = async () => (await site.get('/api/v1/ledger/checkpoint')).text()

/** The tables that say something, and where. */
async function tablesSaying(text: string): Promise<string[]> {
  const found: string[] = []
  for (const table of TABLES) {
    const rows = await site.world.db.read.selectFrom(table).selectAll().execute()
    if (JSON.stringify(rows).toLowerCase().includes(text.toLowerCase())) found.push(table)
  }
  return found
}

describe('redacting what an entry said', () => {
  test('destroys it and its salt, and a later entry says what remains and why', async () => {
    const before = await entryOf(finding.entry)
    const done = await redact({ wording: NAME })
    const by = site.world.db.head()
    expect(done).toMatchObject({ outcome: 'redacted', entry: await by })
    expect(await entryOf(finding.entry)).toEqual({ entry: before.entry, content: null, salt: null, redacted_by: await by })
    expect(await entryOf(await by)).toMatchObject({
      entry: { kind: 'content_redacted', subject: { type: 'entry', id: String(finding.entry) }, agreement: 'visit-2017', measure: '1' },
      content: {
        entry: finding.entry,
        reason: 'By order of a court.',
        content: { ...before.content, by: { name: '[removed]', organisation: 'Watch' }, summary: '[removed] saw it.', evidence: [{ kind: 'act', title: 'Told by [removed]' }] },
      },
    })
  }) // prettier-ignore

  test('leaves tree, proofs, standings, search and every rule whole', async () => {
    const old = await checkpoint()
    const proof = await json(`/api/v1/ledger/proof?entry=${finding.entry}&size=${await site.entries()}`)
    await redact({ wording: NAME })
    const since = readCheckpoint(old) ?? null
    const found: string[] = []
    await verifyDatabase(site.world.db, (line) => found.push(line), { since, key: null })
    expect(found).toEqual([])
    expect(await json(`/api/v1/ledger/proof?entry=${finding.entry}&size=${proof.size}`)).toEqual(proof)
    const lines = await exportedLedger(site.world)
    const stream = (async function* () {
      yield* lines
    })()
    await verifyLedgerLines(stream, (line) => found.push(line), { since, key: null })
    expect(found).toEqual([])
    expect(verifyDataset(JSON.parse(await exported(site.world.db)), site.world.now)).toEqual([])
  })

  test('shows what remains wherever it was shown, and finds it no more', async () => {
    const pages = [`/reports/${finding.id}`, '/agreements/visit-2017/measures/1', '/', '/agreements/visit-2017', '/ledger', '/feed.json', '/feed.atom']
    expect(await (await site.get(`/reports/${finding.id}`)).text()).toContain(NAME)
    expect(await (await site.get('/search?q=zebulon')).text()).toContain('Hotline')
    for (const entry of [finding.entry, finding.entry - 1]) {
      await redact({ wording: NAME }, entry)
      await redact({ paths: ['evidence.0.url'] }, entry)
    }
    for (const path of pages) {
      const answer = await site.get(path)
      expect([path, answer.status, /zebulon|quince/i.test(await answer.text())]).toEqual([path, 200, false])
    }
    expect(await (await site.get('/search?q=zebulon')).text()).not.toContain('Hotline')
    const page = await (await site.get(`/reports/${finding.id}`)).text()
    expect(page).toContain('[removed]')
    expect(page).not.toContain('href="[removed]"')
    const measures = await json('/api/v1/agreements/visit-2017/measures/1')
    expect(measures.standing.finding.by).toEqual({ name: '[removed]', organisation: 'Watch' })
    expect(await (await site.get('/ledger')).text()).toContain('Words or a file were removed from')
  }) // prettier-ignore

  test('can be done again to what remained, and the whole of it is gone from every table', async () => {
    const first = await redact({ paths: ['by.name', 'summary'] })
    const second = await redact({ wording: NAME }, finding.entry, 'All of it.')
    const third = await redact({ paths: ['evidence.0.url'] })
    for (const done of [first, second, third]) expect(done.outcome).toBe('redacted')
    const last = await site.entries()
    expect(await entryOf(last)).toMatchObject({
      content: {
        entry: finding.entry,
        content: { by: { name: '[removed]' }, evidence: [{ title: 'Told by [removed]', url: '[removed]' }] },
        earlier: [
          { entry: last - 2, reason: 'By order of a court.' },
          { entry: last - 1, reason: 'All of it.' },
        ],
      },
    })
    for (const n of [finding.entry, last - 2, last - 1]) expect((await entryOf(n)).redacted_by).toBe(last)
    expect(await faultsOf(site.world.db)).toEqual([])
    const claim = finding.entry - 1
    await redact({ wording: NAME }, claim)
    await redact({ paths: ['evidence.0.url'] }, claim)
    expect(await tablesSaying(NAME)).toEqual([])
    expect(await tablesSaying('zebulon')).toEqual([])
    expect(await faultsOf(site.world.db)).toEqual([])
  })

  test.runIf(DIALECT === 'sqlite')('leaves nothing of it in the files', async () => {
    const { folder, db } = site.world
    const files = () =>
      readdirSync(folder).filter((file) => /quince/i.test(readFileSync(join(folder, file), 'latin1')))
    expect(files()).not.toEqual([])
    for (const entry of [finding.entry, finding.entry - 1]) {
      await redact({ wording: NAME }, entry)
      await redact({ paths: ['evidence.0.url'] }, entry)
    }
    await db.forget()
    expect(files()).toEqual([])
  })

  test('is not undone by an import that still holds it, nor by its export', async () => {
    await redact({ wording: NAME })
    const entries = await site.entries()
    expect(await laid(site.world, RECORD)).toMatchObject({ added: {}, revised: {} })
    expect(await laid(site.world, RECORD, { revise: 'Again' })).toMatchObject({ added: {}, revised: {} })
    expect(await laid(site.world, JSON.parse(await exported(site.world.db)))).toMatchObject({
      added: {},
      revised: {},
    })
    expect(await site.entries()).toBe(entries)
    const other = await newSite({ record: JSON.parse(await exported(site.world.db)) })
    expect(await faultsOf(other.world.db)).toEqual([])
    const changed = JSON.parse(JSON.stringify(RECORD).replace('"stage":2', '"stage":3'))
    changed.agreements[0].measures[0].reports[1].id = finding.id
    expect(await lay(site.world, changed)).toMatchObject({ outcome: 'refused' })
  })

  test('does not move what a list that is read page by page shows', async () => {
    const at = await site.entries()
    const { items: before } = await json(`/api/v1/agreements/visit-2017/measures/1/reports?at=${at}`)
    await redact({ paths: ['summary'] })
    const { items } = await json(`/api/v1/agreements/visit-2017/measures/1/reports?at=${at}`)
    expect(items).toEqual(
      before.map((item: any) => (item.id === finding.id ? { ...item, summary: '[removed]' } : item)),
    )
  })

  test('reaches titles, names and reasons of wordings', async () => {
    for (const [kind, paths] of [['party_added', ['name', 'names.fa']], ['agreement_added', ['title']], ['measure_added', ['title']]] as const) {
      const { n } = await site.world.db.read.selectFrom('entry').where('kind', '=', kind).select('n').orderBy('n').limit(1).executeTakeFirstOrThrow()
      expect(await redact({ paths }, n)).toMatchObject({ outcome: 'redacted' })
    }
    expect(await faultsOf(site.world.db)).toEqual([])
    for (const path of ['/', '/parties', '/parties/iran', '/agreements', '/agreements/visit-2017', '/agreements/visit-2017/measures/1', '/search?q=iran'])
      expect([path, (await site.get(path)).status]).toEqual([path, 200])
  }) // prettier-ignore

  test.each([
    [
      'an entry that is not there',
      () => redact({ paths: ['summary'] }, 99_999),
      { outcome: 'no such entry' },
    ],
    ['a stage', () => redact({ paths: ['stage'] }), { outcome: 'refused', paths: ['stage'] }],
    ['a day', () => redact({ paths: ['as_of'] }), { outcome: 'refused', paths: ['as_of'] }],
    ['a kind', () => redact({ paths: ['kind'] }), { outcome: 'refused', paths: ['kind'] }],
    [
      'a party',
      () => redact({ paths: ['party'] }, finding.entry - 1),
      { outcome: 'refused', paths: ['party'] },
    ],
    ['a wording that is not there', () => redact({ wording: 'nowhere' }), { outcome: 'refused', paths: [] }],
  ])('refuses %s, and writes nothing', async (_, attempt, expected) => {
    const entries = await site.entries()
    expect(await attempt()).toEqual(expected)
    expect(await site.entries()).toBe(entries)
    expect(await faultsOf(site.world.db)).toEqual([])
  })

  test('refuses a redaction of a redaction, and names the entry it is of', async () => {
    await redact({ paths: ['summary'] })
    expect(await redact({ paths: ['reason'] }, await site.entries())).toEqual({
      outcome: 'is a redaction',
      of: String(finding.entry),
    })
  })

  test('tells where else a wording stands', async () => {
    expect(await entriesSaying(site.world.db.read, NAME.toUpperCase())).toEqual([
      finding.entry - 1,
      finding.entry,
    ])
    await redact({ wording: NAME })
    expect(await entriesSaying(site.world.db.read, NAME)).toEqual([finding.entry - 1])
  })
})

test.each([
  ['a content that is gone without a redaction of it', (n: number, r: number) => `update content set body = null, salt = null, redacted_by = ${r} where entry = ${n - 1}`, /its content is gone, and entry \d+ does not say that it redacts it/],
  ['a redaction that took nothing away', (n: number, r: number) => `update content set body = '{}', salt = '00', redacted_by = null where entry = ${n}; update entry set n = ${r} where n = ${r}`, /says that it redacts entry \d+, which it does not/],
])('%s is a fault', async (_, statement, fault) => {
  await redact({ paths: ['summary'] })
  const [first = '', ...rest] = statement(finding.entry, await site.entries()).split('; ')
  await tamper(site.world, first)
  for (const more of rest) await tamper(site.world, more)
  expect((await faultsOf(site.world.db)).join('\n')).toMatch(fault)
}) // prettier-ignore

describe('erasing an account', () => {
  const VERA = 'Vera'
  const found = {
    kind: 'finding',
    stage: '2',
    as_of: '2020-05-05',
    channel: 'own',
    evidence_kind: 'act',
    evidence_title: 'A visit',
  }
  const file = async () => {
    const answer = await site.post('/agreements/visit-2017/measures/1/report', found, 'vera')
    expect(answer.status).toBe(303)
    const { id } = await site.world.db.read
      .selectFrom('report')
      .select('id')
      .orderBy('entry', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    return id
  }
  const vera = () => site.users['vera']?.id ?? ''

  test('takes the name out of everything, and leaves what was said, its proof and the tree', async () => {
    const id = await file()
    const { entry } = await site.world.db.read.selectFrom('report').where('id', '=', id).select('entry').executeTakeFirstOrThrow()
    const old = readCheckpoint(await checkpoint()) ?? null
    const before = await entryOf(entry)
    expect(before.content.by).toMatchObject({ name: VERA })
    expect(await eraseUser(site.world.deps, ACTOR, vera())).toEqual({ redacted: 1 })
    expect((await entryOf(entry)).entry).toEqual(before.entry)
    expect(before.entry.actor.id).toBe(site.users['vera']?.actorId)
    const page = await (await site.get(`/reports/${id}`)).text()
    expect([page.includes(VERA), page.includes('[removed]')]).toEqual([false, true])
    for (const text of ['"Vera', 'vera@example.org']) expect([text, await tablesSaying(text)]).toEqual([text, []])
    const faults: string[] = []
    await verifyDatabase(site.world.db, (line) => faults.push(line), { since: old, key: null })
    expect(faults).toEqual([])
    expect((await json('/api/v1/agreements/visit-2017/measures/1')).standing.finding).toMatchObject({ stage: 2, report: id })
  }) // prettier-ignore

  test('shuts its session and everything else that opened it', async () => {
    expect((await site.get('/account', 'vera')).status).toBe(200)
    expect(await eraseUser(site.world.deps, ACTOR, vera())).toEqual({ redacted: 0 })
    expect((await site.get('/account', 'vera')).status).toBe(303)
    expect(await site.entries()).toBeGreaterThan(0)
    const audit = await site.world.db.read
      .selectFrom('audit')
      .where('kind', '=', 'user_erased')
      .selectAll()
      .execute()
    expect(audit).toMatchObject([{ actor_as: 'operator', subject_id: vera() }])
  })

  test('is nothing for nobody', async () => {
    const entries = await site.entries()
    expect(await eraseUser(site.world.deps, ACTOR, 'nobody')).toBeUndefined()
    expect(await site.entries()).toBe(entries)
  })

  test('reaches every table that knows a person by their account', async () => {
    const tables = await site.world.db.read.introspection.getTables()
    const knowing = tables.filter(({ columns }) => columns.some(({ name }) => name === 'user_id'))
    expect(knowing.map(({ name }) => name).toSorted()).toEqual([...OF_A_USER].toSorted())
  })
})
