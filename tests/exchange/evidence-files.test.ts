import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { exportDataset } from '../../src/exchange/export-dataset'
import { verifyDataset } from '../../src/exchange/verify/verify-rules'
import { hashOf } from '../../src/evidence/file'
import { restoreBackup } from '../../src/db/restore'
import { bringUpToDate } from '../../src/standing/refill.store'
import { openBackup } from '../../src/db/backup'
import { PDF, PNG, TEXT } from '../evidence/files'
import { tamper } from '../support/tamper'
import { newWorld, type World } from '../support/world'
import { claim, type Data, exported, faultsOf, laid, lay, lines, places, reported } from './datasets'

const fileOf = (bytes: Uint8Array, name: string, type: string) => ({
  sha256: hashOf(bytes),
  name,
  type,
  size: bytes.byteLength,
})
const carried = (bytes: Uint8Array): Data => ({
  sha256: hashOf(bytes),
  data: Buffer.from(bytes).toString('base64'),
})
const OPEN = fileOf(PDF, 'minutes.pdf', 'application/pdf')
const HIDDEN = fileOf(PNG, 'gate.png', 'image/png')
const SECRET = 'A private letter of the minister'
const LARGE = Buffer.concat([TEXT, Buffer.alloc(250_000, 'x')])

const restricted = (fields: Data = {}): Data => ({
  kind: 'record',
  title: SECRET,
  publisher: 'A friend',
  published_on: '2020-04-01',
  published_on_precision: 'month',
  file: HIDDEN,
  restricted: { review_on: '2030-01-01' },
  ...fields,
})
const WHOLE = {
  ...reported(
    claim({
      evidence: [
        { kind: 'act', file: OPEN },
        restricted(),
        { kind: 'record', title: 'A log', file: fileOf(LARGE, 'log.txt', 'text/plain') },
      ],
    }),
  ),
  files: [carried(PDF), carried(PNG), carried(LARGE)],
}

async function written(world: World, how: object): Promise<any> {
  let text = ''
  await exportDataset(world.db, { knownAt: null, asOf: null, ...how }, async (piece) => {
    text += piece
  })
  return JSON.parse(text)
}
const evidenceOf = (data: any) => data.agreements[0].measures[0].reports[0].evidence
const keep = { keepRecordedAt: true }

let world: World
beforeEach(async () => {
  world = await newWorld()
})

test('files and what is restricted come in, hold, and come in again without adding anything', async () => {
  const imported = await lay(world, WHOLE)
  expect(imported).toMatchObject({ outcome: 'imported', files: { kept: 3, missing: [], withheld: 0 } })
  expect(await faultsOf(world.db)).toEqual([])
  const entries = await world.db.head()
  expect(await lay(world, WHOLE)).toMatchObject({ tally: { added: {} }, files: { kept: 0 } })
  expect(await world.db.head()).toBe(entries)
})

test('the ledger holds of restricted evidence its kind, its review and a commitment', async () => {
  await lay(world, WHOLE)
  const rows = await world.db.read.selectFrom('content').select('body').orderBy('entry').execute()
  const all = rows.map(({ body }) => body).join('\n')
  for (const word of [SECRET, 'A friend', 'gate.png', hashOf(PNG), '2020-04']) expect(all).not.toContain(word)
  expect(JSON.parse(rows.at(-1)?.body ?? '').evidence[1]).toEqual({
    kind: 'record',
    restricted: { review_on: '2030-01-01', commitment: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
  })
  const words = await world.db.read.selectFrom('search').select('folded').execute()
  expect(JSON.stringify(words)).not.toMatch(/private letter|friend|gate\.png/)
})

test('an id that anybody may read does not depend on what is restricted', async () => {
  const other = await newWorld()
  const report = (title: string) => reported(claim({ evidence: [restricted({ title, file: undefined })] }))
  await lay(world, report('One thing'))
  await lay(other, report('Another thing'))
  const ids = async ({ db }: World) => db.read.selectFrom('report').select('id').execute()
  expect(await ids(world)).toEqual(await ids(other))
  expect(places(await lay(world, report('Another thing')))).toEqual(['agreements[0].measures[0].reports[0]'])
})

describe('what goes out', () => {
  beforeEach(() => lay(world, WHOLE))

  test('is without files and without what is restricted', async () => {
    const data = await written(world, {})
    expect(data.files).toBeUndefined()
    expect(JSON.stringify(data)).not.toMatch(/private letter|A friend|gate\.png/)
    expect(evidenceOf(data)[0]).toEqual({ kind: 'act', file: OPEN })
    expect(Object.keys(evidenceOf(data)[1].restricted)).toEqual(['review_on', 'commitment'])
  })

  test('with files holds those of what anybody may see', async () => {
    const data = await written(world, { withFiles: true })
    expect(data.files).toEqual([carried(PDF), carried(LARGE)])
    expect(JSON.stringify(data)).not.toMatch(/private letter|A friend|gate\.png/)
  })

  test('with what is restricted holds all of it', async () => {
    const data = await written(world, { restricted: true })
    expect(data.files).toEqual([carried(PDF), carried(PNG), carried(LARGE)])
    expect(evidenceOf(data)[1]).toMatchObject({
      ...restricted({ published_on: '2020-04-30' }),
      restricted: { review_on: '2030-01-01' },
    })
    expect(evidenceOf(data)[1].restricted.salt).toMatch(/^[0-9a-f]{64}$/)
    expect(verifyDataset(data, world.now)).toEqual([])
  })
})

describe('into an empty database', () => {
  let data: any
  let other: World
  beforeEach(async () => {
    await lay(world, WHOLE)
    data = await written(world, { restricted: true })
    other = await newWorld()
  })

  test('all of it comes back without loss', async () => {
    await laid(other, data, keep)
    expect(await written(other, { restricted: true })).toEqual(data)
    expect(await faultsOf(other.db)).toEqual([])
    const bytes = await other.db.read
      .selectFrom('file_chunk')
      .selectAll()
      .where('sha256', '=', hashOf(LARGE))
      .orderBy('position')
      .execute()
    expect(bytes.length).toBeGreaterThan(1)
    expect(Buffer.concat(bytes.map((row) => row.data)).equals(LARGE)).toBe(true)
  })

  test('without what is restricted the commitment is kept, and that it is all', async () => {
    const open = await written(world, { withFiles: true })
    expect(await lay(other, open, keep)).toMatchObject({ files: { kept: 2, missing: [], withheld: 1 } })
    expect(await faultsOf(other.db)).toEqual([])
    expect(await written(other, { withFiles: true })).toEqual(open)
    expect(await lay(other, open, keep)).toMatchObject({ tally: { added: {} } })
  })

  test('without the files the hashes are kept, what is missing is told, and it can follow', async () => {
    const { files, ...without } = data
    const imported = await lay(other, without, keep)
    expect(imported).toMatchObject({ files: { kept: 0, missing: [OPEN, HIDDEN, { name: 'log.txt' }] } })
    expect(await faultsOf(other.db)).toEqual([])
    expect(await written(other, {})).toEqual(await written(world, {}))
    const later = { format: 'followthrough-dataset/1', files }
    expect(await lay(other, later)).toMatchObject({ files: { kept: 3, missing: [] } })
    expect(await written(other, { restricted: true })).toEqual(data)
    expect(await other.db.read.selectFrom('absent').selectAll().execute()).toEqual([])
  })

  test('a backup carries the files and what is restricted', async () => {
    const file = `${world.folder}/backup.db`
    await world.db.backup(file)
    const backup = openBackup(file)
    expect(await faultsOf(backup)).toEqual([])
    expect(await written({ ...world, db: backup }, { restricted: true })).toEqual(data)
    await backup.close()
    await restoreBackup(file, other.address, { force: true, migrate: bringUpToDate })
    expect(await written(other, { restricted: true })).toEqual(data)
    expect(await faultsOf(other.db)).toEqual([])
  })
})

describe('what is wrong is told with its place, and nothing is written', () => {
  const evidence = (one: Data, files: Data[] = [carried(PDF), carried(PNG)]) => ({
    ...reported(claim({ evidence: [{ kind: 'act', file: OPEN }, restricted(), one] })),
    files,
  })
  const at = 'agreements[0].measures[0].reports[0].evidence[2]'
  const COMMITTED = `sha256:${'0'.repeat(64)}`
  test.each([
    ['no hash', evidence({ kind: 'act', file: { ...OPEN, sha256: 'x' } }), `${at}.file.sha256`],
    ['no type that is kept', evidence({ kind: 'act', file: { ...OPEN, type: 'text/html' } }), `${at}.file.type`],
    ['no size', evidence({ kind: 'act', file: { ...OPEN, size: 0 } }), `${at}.file.size`],
    ['a size no file has', evidence({ kind: 'act', file: { ...OPEN, size: 30_000_000 } }), `${at}.file.size`],
    ['no name', evidence({ kind: 'act', file: { ...OPEN, name: ' ' } }), `${at}.file.name`],
    ['another type than the file is of', evidence({ kind: 'act', file: { ...OPEN, type: 'image/png' } }), `${at}.file`],
    ['another size than the file has', evidence({ kind: 'act', file: { ...OPEN, size: 5 } }), `${at}.file`],
    ['no review', evidence({ kind: 'act', title: 'x', restricted: {} }), `${at}.restricted.review_on`],
    ['a review on no day', evidence({ kind: 'act', title: 'x', restricted: { review_on: 'soon' } }), `${at}.restricted.review_on`],
    ['nothing that is restricted', evidence({ kind: 'act', restricted: { review_on: '2030-01-01' } }), `${at}.title`],
    ['a commitment that does not fit', evidence(restricted({ restricted: { review_on: '2030-01-01', commitment: COMMITTED, salt: '0'.repeat(64) } })), `${at}.restricted`],
    ['a commitment that cannot be checked', evidence(restricted({ restricted: { review_on: '2030-01-01', commitment: COMMITTED } })), `${at}.restricted`],
    ['a salt that hides nothing', evidence({ kind: 'act', restricted: { review_on: '2030-01-01', commitment: COMMITTED, salt: '0'.repeat(64) } }), `${at}.restricted`],
    ['a file with another hash', evidence({ kind: 'act', title: 'x' }, [{ ...carried(PDF), sha256: hashOf(PNG) }]), 'files[0].data'],
    ['no base64', evidence({ kind: 'act', title: 'x' }, [{ ...carried(PDF), data: 'a b' }]), 'files[0].data'],
    ['a file nobody names', evidence({ kind: 'act', title: 'x' }, [carried(PDF), carried(TEXT)]), 'files[1]'],
    ['a file that is not kept', evidence({ kind: 'act', title: 'x' }, [carried(Buffer.from([1, 2, 3]))]), 'files[0]'],
  ])('%s', async (_, data, place) => {
    const refused = await lay(world, data)
    expect([places(refused), lines(refused)]).toEqual([[place], expect.anything()])
    expect(await world.db.head()).toBe(0)
    expect(await world.db.read.selectFrom('file').selectAll().execute()).toEqual([])
  }) // prettier-ignore

  test('only a report rests on what is restricted', async () => {
    const note = { on: '2020-05-01', kind: 'context', text: 'x', evidence: [restricted()] }
    const [agreement] = reported()['agreements']
    const data = { ...reported(), agreements: [{ ...agreement, sources: [restricted()], notes: [note] }] }
    expect(places(await lay(world, data))).toEqual([
      'agreements[0].notes[0].evidence[0].restricted',
      'agreements[0].sources[0].restricted',
    ])
  })

  test('any evidence may name a file, and an agreement revised at its form keeps those of its sources', async () => {
    const [agreement] = reported()['agreements']
    const data = {
      ...reported(),
      agreements: [{ ...agreement, sources: [{ kind: 'record', title: 'Text', file: OPEN }] }],
      files: [carried(PDF)],
    }
    await laid(world, data)
    expect(await faultsOf(world.db)).toEqual([])
  })
})

describe('verifying tells of', () => {
  beforeEach(() => lay(world, WHOLE))
  test.each([
    ['a byte that was changed', "update file_chunk set data = (select data from file_chunk where sha256 = '" + hashOf(PNG) + "') where sha256 = '" + hashOf(PDF) + "'", /^file [0-9a-f]{64}: holds \d+ bytes/],
    ['a piece that is gone', `delete from file_chunk where sha256 = '${hashOf(LARGE)}' and position = 1`, /^file [0-9a-f]{64}: holds/],
    ['pieces in another order', `update file_chunk set position = case position when 0 then 1 when 1 then 0 else position end + 10 where sha256 = '${hashOf(LARGE)}'`, /^file [0-9a-f]{64}: /],
    ['a file that is gone', `delete from file_chunk where sha256 = '${hashOf(PDF)}'; delete from file where sha256 = '${hashOf(PDF)}'`, /^file [0-9a-f]{64}: is missing, and entry \d+ names it/],
    ['a restricted file that is gone', `delete from file_chunk where sha256 = '${hashOf(PNG)}'; delete from file where sha256 = '${hashOf(PNG)}'`, /is missing, and entry/],
    ['another file in its place', `update evidence set file = '${hashOf(PNG)}' where file = '${hashOf(PDF)}'`, /evidence\.file is/],
    ['restricted words that were changed', "update restricted_evidence set body = replace(body, 'private', 'public')", /^entry \d+: what its restricted evidence says/],
    ['a salt that was changed', `update restricted_evidence set salt = '${'0'.repeat(64)}'`, /^entry \d+: what its restricted evidence says/],
    ['restricted words that are gone', 'delete from restricted_evidence', /^entry \d+: what its restricted evidence says/],
    ['a review that was moved', "update evidence set review_on = '2099-01-01' where review_on is not null", /evidence\.review_on is "2099-01-01"/],
  ])('%s', async (_, statement, fault) => {
    for (const one of statement.split('; ')) await tamper(world, one)
    expect((await faultsOf(world.db)).filter((line) => fault.test(line))).not.toEqual([])
  }) // prettier-ignore
})

test('the database itself lets go of nothing that the record refers to', async () => {
  await lay(world, WHOLE)
  for (const table of ['file_chunk', 'file', 'restricted_evidence'])
    await expect(world.db.write((tx) => sql.raw(`delete from ${table}`).execute(tx))).rejects.toThrow(
      /append-only/,
    )
  expect(await exported(world.db)).toContain(hashOf(PDF))
})
