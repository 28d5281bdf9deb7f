import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { adoptKey, rotateKey } from '../../src/ledger/adopt-key'
import { readCheckpoint } from '../../src/ledger/checkpoint'
import { inLedger } from '../../src/ledger/ledger.store'
import { isOpenToOthers, makeSecretFile, putFirst, readSecretFile } from '../../src/ledger/secret-file'
import { newSigningKey, type PublicKey, signedBy, type SigningKey } from '../../src/ledger/signed-note'
import { checkpointAt, ledgerKeys } from '../../src/ledger/signing-key.store'
import { aPartyAdded } from '../db/changes'
import { newWorld, type World } from '../support/world'

const ACTOR = { id: 'a-0', capacity: 'operator', party: null } as const
const NAME = 'register.example/ledger'

let world: World
let secretFile: string
beforeEach(async () => {
  world = await newWorld()
  secretFile = join(world.folder, 'keys', 'secret')
})

const adopt = (file = secretFile) => adoptKey(world.deps, { actor: ACTOR, secretFile: file, name: NAME })
const rotate = (name?: string) => rotateKey(world.deps, { actor: ACTOR, secretFile, name })
const append = () => inLedger(world.deps, async (ledger) => aPartyAdded(world.deps, ledger))
const keys = async () => (await ledgerKeys(world.db.read)).map(({ since, key }) => [since, key.text])
const lastEntry = () =>
  world.db.read.selectFrom('entry').selectAll().orderBy('n', 'desc').limit(1).executeTakeFirstOrThrow()

async function signersAt(size: number, among: readonly PublicKey[]): Promise<string[]> {
  const text = await checkpointAt(world.db.read, readSecretFile(secretFile) ?? [], size)
  const read = readCheckpoint(text ?? '')
  if (!read) throw new Error('no checkpoint')
  return among.flatMap((key) => (signedBy(read.note, key) === 'signed' ? [key.text] : []))
}

test('the first start makes a key that only its owner can read, and no entry', async () => {
  const first = await adopt()
  expect(first).toMatchObject({ outcome: 'first', key: { public: { name: NAME } } })
  expect(statSync(secretFile).mode & 0o777).toBe(0o600)
  expect(isOpenToOthers(secretFile)).toBe(false)
  expect(readdirSync(join(secretFile, '..'))).toEqual(['secret'])
  expect(await world.db.head()).toBe(0)
  expect(await keys()).toEqual([[0, first.key.public.text]])
  expect(await adopt()).toMatchObject({ outcome: 'known', key: { text: first.key.text } })
})

test('several first starts at once agree on one key', async () => {
  const adopted = await Promise.all([adopt(), adopt(), adopt(), adopt()])
  expect(new Set(adopted.map(({ key }) => key.text)).size).toBe(1)
  expect(adopted.filter(({ outcome }) => outcome === 'first')).toHaveLength(1)
  expect(await keys()).toHaveLength(1)
})

test('a file that another process made first is the one that counts', () => {
  const [one, other] = [newSigningKey(NAME), newSigningKey(NAME)]
  expect(makeSecretFile(secretFile, one).map(({ text }) => text)).toEqual([one.text])
  expect(makeSecretFile(secretFile, other).map(({ text }) => text)).toEqual([one.text])
})

test('a rotation is an entry, and the checkpoint at it is signed by both keys', async () => {
  const { key: old } = await adopt()
  await append()
  const done = await rotate()
  if (done.outcome !== 'changed') throw new Error(done.outcome)
  expect(done).toMatchObject({ entry: 2, handedOver: true, key: { public: { name: NAME } } })
  const entry = await lastEntry()
  expect(entry).toMatchObject({
    n: 2,
    kind: 'key_changed',
    subject_type: 'key',
    subject_id: done.key.public.id,
  })
  const content = await world.db.read
    .selectFrom('content')
    .where('entry', '=', 2)
    .select('body')
    .executeTakeFirst()
  expect(JSON.parse(content?.body ?? '')).toEqual({ old: old.public.text, new: done.key.public.text })
  const both = [old.public, done.key.public]
  expect(await signersAt(2, both)).toEqual(both.map(({ text }) => text))
  await append()
  expect(await signersAt(3, both)).toEqual([done.key.public.text])
  expect(await signersAt(2, both)).toEqual(both.map(({ text }) => text))
  expect(await keys()).toEqual([
    [0, old.public.text],
    [2, done.key.public.text],
  ])
  expect(await adopt()).toMatchObject({ outcome: 'known' })
  expect(statSync(secretFile).mode & 0o777).toBe(0o600)
})

test('a rotation may give the ledger another name', async () => {
  await adopt()
  const done = await rotate('other.example/log')
  expect(done).toMatchObject({ key: { public: { name: 'other.example/log' } } })
  const text = await checkpointAt(world.db.read, readSecretFile(secretFile) ?? [])
  expect(text?.split('\n')[0]).toBe('other.example/log')
})

test('another file at the next start changes the key, which only the new one signs', async () => {
  const { key: old } = await adopt()
  const elsewhere = join(world.folder, 'other')
  const done = await adopt(elsewhere)
  expect(done).toMatchObject({
    outcome: 'changed',
    entry: 1,
    handedOver: false,
    key: { public: { name: NAME } },
  })
  secretFile = elsewhere
  expect(await signersAt(1, [old.public, done.key.public])).toEqual([done.key.public.text])
  const [, second] = await ledgerKeys(world.db.read)
  expect(second?.handover).toBeNull()
})

test('a rotation that was killed after it wrote the file is finished at the next start', async () => {
  const { key: old } = await adopt()
  const fresh = newSigningKey(NAME)
  putFirst(secretFile, fresh)
  expect(await signersAt(0, [old.public, fresh.public])).toEqual([old.public.text])
  expect(await adopt()).toMatchObject({ outcome: 'changed', entry: 1, handedOver: true })
  expect(await signersAt(1, [old.public, fresh.public])).toEqual([old.public.text, fresh.public.text])
})

test('without the key nothing is signed, and no other key stands in for it', async () => {
  await adopt()
  const others: SigningKey[] = [newSigningKey(NAME)]
  expect(await checkpointAt(world.db.read, others)).toBeUndefined()
  expect(await checkpointAt(world.db.read, [])).toBeUndefined()
})

test('a rotation keeps what else stands in the file', async () => {
  const { key } = await adopt()
  writeFileSync(secretFile, `# mine\nsmtp: x\n${key.text}\n# below\n`)
  await rotate()
  const lines = readFileSync(secretFile, 'utf8').split('\n')
  expect(lines).toEqual(['# mine', 'smtp: x', expect.stringMatching(/^PRIVATE/), key.text, '# below', ''])
})

test.each([
  ['an empty file', ''],
  ['some other secret', 'correct horse battery staple\n'],
  ['a key that was cut short', 'PRIVATE+KEY+a+00000000+AAAA\n'],
])('%s is refused and left as it is', async (_, text) => {
  await adopt()
  writeFileSync(secretFile, text)
  await expect(adopt()).rejects.toThrow(/holds no signing key.*put its copy back/)
  expect(readFileSync(secretFile, 'utf8')).toBe(text)
  expect(await world.db.head()).toBe(0)
})

test('a file that others can read is told of', async () => {
  await adopt()
  chmodSync(secretFile, 0o644)
  expect(isOpenToOthers(secretFile)).toBe(true)
})

test('a place where no file can be is said in a sentence', async () => {
  writeFileSync(join(world.folder, 'file'), '')
  await expect(adopt(join(world.folder, 'file', 'secret'))).rejects.toThrow(
    /secret cannot be (read|written): give/,
  )
  expect(existsSync(join(world.folder, 'file'))).toBe(true)
  expect(await keys()).toEqual([])
})
