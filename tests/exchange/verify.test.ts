import { expect, test } from 'vitest'
import { verifyLedgerLines } from '../../src/exchange/verify/verify-ledger-file'
import { verifyDataset } from '../../src/exchange/verify/verify-rules'
import { seedSynthetic } from '../../src/exchange/synthetic/seed-synthetic'
import { canonical, digestOf } from '../../src/ledger/content'
import { tamper } from '../support/tamper'
import { newWorld, type World } from '../support/world'
import { claim, exported, exportedLedger, faultsOf, laid, reported } from './datasets'
import { madeUpHistory } from './made-up-history'

const keep = { keepRecordedAt: true }

async function history(): Promise<World> {
  const world = await newWorld()
  await laid(world, madeUpHistory(3), keep)
  await laid(world, { ...reported(claim({ summary: 'Asked.' })), parties: [] })
  return world
}

const REPORT = "select min(entry) from report where kind = 'claim' and stage < 3"
const TAMPERINGS: [what: string, statement: string, fault: RegExp][] = [
  ['a stage', `update report set stage = 3 where entry = (${REPORT})`, /^entry \d+: report\.stage is 3 and should be \d$/],
  ['who claims', `update report set party = 'guard' where entry = (${REPORT})`, /report\.party is "guard"/],
  ['when it was recorded', `update report set recorded_at = '2026-01-01T00:00:00.000Z' where entry = (${REPORT})`, /report\.recorded_at/],
  ['a due day', "update deadline set due_on = '2099-01-01' where entry = (select min(entry) from deadline)", /deadline\.due_on is "2099-01-01"/],
  ['a content', `update content set body = replace(body, '"claim"', '"claim" ') where entry = (${REPORT})`, /its digest does not fit/],
  ['a content that is no JSON', 'update content set body = \'x\' where entry = 4', /entry 4: its content is no JSON object/],
  ['a digest', "update entry set digest = 'sha256:00' where n = 5", /entry 5: its digest does not fit/],
  ['a salt', "update content set salt = '00' where entry = 5", /entry 5: its digest does not fit/],
  ['an instant', "update entry set entered_at = '2020-01-01T00:00:00.000Z' where n = 5", /entry 5: entered before entry 4/],
  ['where an entry is filed', "update entry set agreement = 'pact-9' where n = 5", /entry 5:/],
  ['what an entry is about', "update entry set subject_id = 'x' where n = 5", /entry 5: its subject/],
  ['its kind', "update entry set kind = 'party_revised' where n = 1", /entry 1: /],
  ['a missing entry', 'delete from entry where n = 6', /entry 7: entry 6 is missing/],
  ['the last entry, missing', 'delete from entry where n = (select max(n) from entry)', /of entries that are not there|its content is there/],
  ['a missing content', 'delete from content where entry = 6', /entry 6: its content is missing/],
  ['a missing row', `delete from report where entry = (${REPORT})`, /holds 0 rows of it instead of 1/],
  ['a row too many', 'insert into agreement_party (entry, agreement_id, party) select entry, agreement_id, \'guard\' from agreement_party limit 1', /holds 3 rows of it instead of 2/],
  ['a run', 'update standing_run set stage = 0 where stage > 0', /standing_run\.stage is 0 and should be/],
  ['a missing run', 'delete from standing_run', /table standing_run holds 0 rows/],
  ['when a run was known', "update standing_run set known_from = '2000-01-01T00:00:00.000Z' where known_from = (select min(known_from) from standing_run)", /standing_run\.known_from is "2000/],
  ['what is found', "update search set folded = 'nothing'", /^search: the words of/],
  ['what cannot be found', 'delete from search', /^search: .* cannot be found/],
  ['a hash in the tree', "update tree set hashes = 'AAAA' || substr(hashes, 5) where entry = 5", /^entry 5: is not the one whose hash is in the tree$/],
  ['a hash higher in the tree', "update tree set hashes = substr(hashes, 1, 44) || 'AAAA' || substr(hashes, 49) where entry = 4", /^entry 4: the tree has other hashes above it/],
  ['a hash too few in the tree', "update tree set hashes = substr(hashes, 1, 44) where entry = 4", /^entry 4: the tree has not the hashes/],
  ['an entry that is not in the tree', 'delete from tree where entry = 5', /^entry 5: is not in the tree$/],
  ['a tree that goes on', "insert into tree (entry, hashes) values (99999, 'x')", /^tree: has leaves of entries that are not there/],
  ['a key that no entry names', "insert into signing_key (since, public_key) values (0, 'register.example/ledger+f4e6ec09+AcTPUCexEFyCLVMvqMtBJDVrc0YvlQ7TD6hHMsY2ZvLc'), (3, 'x+00000000+A')", /^entry 3|^key/],
  ['a withdrawal, missing', 'delete from withdrawal', /table withdrawal holds 0 rows/],
] // prettier-ignore

test('a record that nobody touched holds', async () => {
  expect(await faultsOf((await history()).db)).toEqual([])
})

test.each(TAMPERINGS)('%s', async (_, statement, fault) => {
  const world = await history()
  await tamper(world, statement)
  expect((await faultsOf(world.db)).filter((line) => fault.test(line))).not.toEqual([])
})

test('a content changed together with its digest no longer fits its row', async () => {
  const world = await history()
  const row = await world.db.read
    .selectFrom('report as r')
    .innerJoin('content as c', 'c.entry', 'r.entry')
    .where('r.kind', '=', 'claim')
    .select(['r.entry', 'c.body', 'c.salt'])
    .executeTakeFirstOrThrow()
  const body = canonical({ ...JSON.parse(row.body ?? ''), as_of: '2018-01-01' })
  await tamper(world, `update content set body = '${body.replaceAll("'", "''")}' where entry = ${row.entry}`)
  const digest = digestOf(row.salt ?? '', body)
  await tamper(world, `update entry set digest = '${digest}' where n = ${row.entry}`)
  expect((await faultsOf(world.db)).join('\n')).toMatch(/report\.as_of is .* and should be "2018-01-01"/)
})

test('a rule that was broken behind the record’s back is told', async () => {
  const world = await newWorld()
  await laid(world, madeUpHistory(3), keep)
  const record = JSON.parse(await exported(world.db))
  expect(verifyDataset(record, world.now)).toEqual([])
  record.agreements[0].concluded_on = '2026-11-01'
  expect(verifyDataset(record, world.now).join('\n')).toMatch(/as_of: A report cannot describe a day before/)
})

test('an exported ledger holds, and shows a changed, doubled or missing line', async () => {
  const world = await history()
  const all = await exportedLedger(world)
  const check = async (lines: string[]) => {
    const found: string[] = []
    const stream = (async function* () {
      yield* lines
    })()
    await verifyLedgerLines(stream, (line) => found.push(line))
    return found
  }
  expect(await check(all)).toEqual([])
  expect(await check(all.toSpliced(3, 1))).toEqual([
    'entry 5: entry 4 is missing',
    'tree: it cannot be recomputed, for entries are missing',
  ])
  expect(await check(all.toSpliced(3, 0, all[3] ?? ''))).not.toEqual([])
  expect(await check(all.with(0, (all[0] ?? '').replace('"kind":"state"', '"kind":"force"')))).toEqual([
    'entry 1: its digest does not fit its content, so one of them was changed',
  ])
  expect(await check(all.with(2, '{"entry":1}'))).toContain('line 3: is no entry of a ledger')
})

test('a made-up record is the same for the same seed, holds, and breaks no rule', async () => {
  const [one, other, third] = [await newWorld(), await newWorld(), await newWorld()]
  const size = { agreements: 3, measures: 4, reports: 12, randomSeed: 5 }
  const made = await seedSynthetic(one.deps, size)
  expect(made).toMatchObject({ tally: { added: { agreement: 3, measure: 12, report: 144 } } })
  await seedSynthetic(other.deps, size)
  await seedSynthetic(third.deps, { ...size, randomSeed: 6 })
  const text = await exported(one.db)
  expect((await exported(other.db)) === text).toBe(true)
  expect((await exported(third.db)) === text).toBe(false)
  expect(await seedSynthetic(one.deps, size)).toMatchObject({ tally: { added: {}, withdrawn: {} } })
  expect(await faultsOf(one.db)).toEqual([])
})
