import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openBackup } from '../../src/db/backup'
import { verifyDatabase } from '../../src/exchange/verify/verify-database'
import { verifyLedgerLines } from '../../src/exchange/verify/verify-ledger-file'
import type { Known } from '../../src/exchange/verify/verify-tree'
import { adoptKey, rotateKey } from '../../src/ledger/adopt-key'
import { readCheckpoint, signCheckpoint } from '../../src/ledger/checkpoint'
import { readSecretFile } from '../../src/ledger/secret-file'
import { newSigningKey, type PublicKey } from '../../src/ledger/signed-note'
import { checkpointAt } from '../../src/ledger/signing-key.store'
import { agreement, dataset, exportedLedger, laid, measure, reported, claim } from '../exchange/datasets'
import { tamper } from '../support/tamper'
import { keyOf, newWorld, type World } from '../support/world'

const ACTOR = { id: 'a-0', capacity: 'operator', party: null } as const
const NAME = 'followthrough.example/ledger'

/** What each way of verifying says: of the database, of a backup of it, and of its exported ledger. */
async function everyWay(world: World, known: Partial<Known> = {}) {
  const against = { since: null, key: null, ...known }
  const found: string[][] = [[], [], []]
  const [live = [], kept = [], bare = []] = found
  await verifyDatabase(world.db, (line) => live.push(line), against)
  const file = join(world.folder, 'backup.db')
  await world.db.backup(file)
  const backup = openBackup(file)
  await verifyDatabase(backup, (line) => kept.push(line), against)
  await backup.close()
  const lines = await exportedLedger(world)
  await verifyLedgerLines(streamOf(lines), (line) => bare.push(line), against)
  return found
}
const HOLDS = [[], [], []]

const streamOf = async function* (lines: readonly string[]) {
  yield* lines
}
const faultsIn = async (lines: readonly string[], known: Partial<Known> = {}) => {
  const found: string[] = []
  await verifyLedgerLines(streamOf(lines), (line) => found.push(line), { since: null, key: null, ...known })
  return found
}
const all = (fault: RegExp) => [1, 2, 3].map(() => [expect.stringMatching(fault)])

async function checkpointOf({ db, folder }: World, size?: number): Promise<NonNullable<Known['since']>> {
  const text = await checkpointAt(db.read, readSecretFile(join(folder, 'secret')) ?? [], size)
  const read = readCheckpoint(text ?? '')
  if (!read) throw new Error('no checkpoint')
  return read
}

interface Story {
  world: World
  /** Kept before anything, after the record, and after more of it. */
  kept: NonNullable<Known['since']>[]
  key: PublicKey
}

async function story(): Promise<Story> {
  const world = await newWorld()
  const { key } = await keyOf(world)
  const kept = [await checkpointOf(world)]
  await laid(world, reported(claim({ summary: 'Asked.' })))
  kept.push(await checkpointOf(world))
  await laid(
    world,
    dataset({ parties: [], agreements: [agreement({ slug: 'second', measures: [measure()] })] }),
  )
  return { world, kept, key: key.public }
}

describe('a ledger that only grew', () => {
  let told: Story
  beforeAll(async () => {
    told = await story()
  })

  test('holds by itself, under its key, and since each checkpoint', async () => {
    expect(await everyWay(told.world)).toEqual(HOLDS)
    for (const since of told.kept) expect(await everyWay(told.world, { since, key: told.key })).toEqual(HOLDS)
    expect(await everyWay(told.world, { since: await checkpointOf(told.world) })).toEqual(HOLDS)
  })

  test('is not that of another key', async () => {
    const { key } = await keyOf(await newWorld())
    expect(await everyWay(told.world, { key: key.public })).toEqual(
      all(/^key: the one given is none of this ledger’s$/),
    )
  })

  test('has not grown out of what another ledger was', async () => {
    const { kept } = await story()
    const found = await everyWay(told.world, { since: kept[1] ?? null })
    for (const lines of found)
      expect(lines).toEqual([
        'since: the checkpoint is not signed by a key of this ledger',
        expect.stringMatching(/^since: the first \d+ entries are not those/),
      ])
  })

  test('has not grown out of what it will be', async () => {
    const { world, key, kept } = await story()
    const later = await checkpointOf(world)
    const [signer] = readSecretFile(join(world.folder, 'secret')) ?? []
    if (!signer) throw new Error('no key')
    const ahead = readCheckpoint(signCheckpoint(later.checkpoint.size + 1, later.checkpoint.root, [signer]))
    expect(await everyWay(world, { since: ahead ?? null, key })).toEqual(
      all(/^since: .*entries are missing$/),
    )
    expect(kept).toHaveLength(2)
  })

  test('a bare ledger is told to be cut, longer, changed or signed by somebody else', async () => {
    const lines = await exportedLedger(told.world)
    const last = lines.at(-1) ?? ''
    expect(JSON.parse(last)).toEqual({ checkpoint: expect.stringContaining(NAME), key: told.key.text })
    expect(await faultsIn(lines.slice(0, -1))).toEqual([
      expect.stringMatching(/^checkpoint: the last line is none/),
    ])
    expect(await faultsIn(lines.toSpliced(-2, 1))).toEqual([
      expect.stringMatching(/^checkpoint: is of \d+ entries, and/),
    ])
    expect(await faultsIn([...lines, last])).toEqual([expect.stringMatching(/comes after the checkpoint/)])
    const renamed = lines.with(0, (lines[0] ?? '').replace('"kind":"party_added"', '"kind":"party_revised"'))
    expect(await faultsIn(renamed)).toEqual(['checkpoint: is not of these entries'])
    const forger = newSigningKey(NAME)
    const now = await checkpointOf(told.world)
    const forged = JSON.stringify({
      checkpoint: signCheckpoint(now.checkpoint.size, now.checkpoint.root, [forger]),
      key: forger.public.text,
    })
    expect(await faultsIn(lines.with(-1, forged))).toEqual([])
    expect(await faultsIn(lines.with(-1, forged), { key: told.key })).toEqual([
      expect.stringMatching(/^key: the one given/),
    ])
    const mixed = JSON.stringify({ ...JSON.parse(forged), key: told.key.text })
    expect(await faultsIn(lines.with(-1, mixed))).toEqual(['checkpoint: is not signed by the ledger’s key'])
  })
})

test('a history that was rewritten whole does not hold since a checkpoint that was kept', async () => {
  const { world, kept } = await story()
  const digest = `sha256:${'0'.repeat(64)}`
  await tamper(world, `update entry set digest = '${digest}' where n = 2`)
  const found = await everyWay(world, { since: kept[1] ?? null })
  for (const lines of found)
    expect(lines).toContainEqual(expect.stringMatching(/^since: the first \d+ entries are not those/))
})

test('what an older backup lost is told by a checkpoint that was kept', async () => {
  const { world } = await story()
  const file = join(world.folder, 'older.db')
  await world.db.backup(file)
  await laid(world, dataset({ parties: [], agreements: [agreement({ slug: 'third' })] }))
  const since = await checkpointOf(world)
  const older = openBackup(file)
  const found: string[] = []
  await verifyDatabase(older, (line) => found.push(line), { since, key: null })
  await older.close()
  expect(found).toEqual([expect.stringMatching(/entries are missing$/)])
})

describe('across a change of key', () => {
  const change = async (how: 'both at hand' | 'the old one lost') => {
    const told = await story()
    const { world } = told
    const secretFile = join(world.folder, 'secret')
    if (how === 'both at hand') await rotateKey(world.deps, { actor: ACTOR, secretFile })
    else {
      const { rmSync } = await import('node:fs')
      rmSync(secretFile)
      await adoptKey(world.deps, { actor: ACTOR, secretFile, name: NAME })
    }
    await laid(world, dataset({ parties: [], agreements: [agreement({ slug: 'third' })] }))
    const [now] = readSecretFile(secretFile) ?? []
    if (!now) throw new Error('no key')
    return { ...told, now: now.public }
  }

  test('it holds under the old key and the new one, since before and after', async () => {
    const { world, kept, key, now } = await change('both at hand')
    for (const trusted of [null, key, now])
      for (const since of [...kept, await checkpointOf(world)])
        expect(await everyWay(world, { since, key: trusted })).toEqual(HOLDS)
  })

  test('and a second time', async () => {
    const { world, key, kept } = await change('both at hand')
    await rotateKey(world.deps, { actor: ACTOR, secretFile: join(world.folder, 'secret') })
    expect(await everyWay(world, { since: kept[1] ?? null, key })).toEqual(HOLDS)
  })

  test('where the old key did not sign it, nothing ties the new one to it', async () => {
    const { world, kept, key, now } = await change('the old one lost')
    expect(await everyWay(world, { since: kept[1] ?? null, key: now })).toEqual(HOLDS)
    expect(await everyWay(world)).toEqual(HOLDS)
    expect(await everyWay(world, { key })).toEqual(
      all(/^entry \d+: the key was changed, and the key before did not sign it/),
    )
  })

  test('a handover that was forged, moved or taken away is told', async () => {
    const { world, key } = await change('both at hand')
    const lines = await exportedLedger(world)
    const at = lines.findIndex((line) => line.includes('"kind":"key_changed"'))
    const entry = JSON.parse(lines[at] ?? '')
    const { checkpoint: handover, ...without } = entry
    expect(handover).toContain(NAME)
    const put = (line: object) => lines.with(at, JSON.stringify(line))
    expect(await faultsIn(put(without))).toEqual([])
    expect(await faultsIn(put(without), { key })).toEqual([expect.stringMatching(/did not sign it/)])
    const oneOnly = handover.split('\n').toSpliced(-2, 1).join('\n')
    expect(await faultsIn(put({ ...entry, checkpoint: oneOnly }))).toEqual([
      expect.stringMatching(/is not signed by both keys$/),
    ])
    const earlier = (await checkpointOf(world, 1)).note
    expect(earlier.signatures).toHaveLength(1)
    expect(await faultsIn(put({ ...entry, checkpoint: 'x' }))).toEqual([
      expect.stringMatching(/is not signed by both keys$/),
    ])
  })

  test('a key that is put in beside the entries is told', async () => {
    const { world } = await story()
    const stranger = newSigningKey(NAME).public.text
    await tamper(world, `insert into signing_key (since, public_key) values (2, '${stranger}')`)
    const found: string[] = []
    await verifyDatabase(world.db, (line) => found.push(line))
    expect(found).toContain('key: the one that signs now is not the one that the entries name')
  })
})
