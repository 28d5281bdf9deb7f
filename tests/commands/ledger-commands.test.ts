import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { keepBytes } from '../../src/evidence/file.store'
import { hashOf } from '../../src/evidence/file'
import { PDF } from '../evidence/files'
import { finding, laid, reported } from '../exchange/datasets'
import { keyOf, newWorld, type World } from '../support/world'
import { run } from './program'

const FILE = {
  sha256: hashOf(PDF),
  name: 'minutes.pdf',
  type: 'application/pdf',
  size: PDF.byteLength,
} as const
const SEEN = finding({
  summary: 'Zebulon Quince opened it.',
  evidence: [{ kind: 'act', title: 'A visit', file: FILE }],
})

// Each command is a process that begins by reading all its sources.
vi.setConfig({ testTimeout: 120_000 })

let world: World
let entry: number
beforeEach(async () => {
  world = await newWorld()
  await world.db.write((tx) => keepBytes(tx, FILE, PDF))
  await laid(world, reported(SEEN))
  await keyOf(world)
  entry = (await world.db.read.selectFrom('report').select('entry').executeTakeFirstOrThrow()).entry
})

const settings = () => ({
  DATABASE_URL: world.address,
  DATA_DIR: world.folder,
  PUBLIC_URL: 'https://register.example',
})
const done = async (...args: string[]) => {
  const { code, printed, said } = await run(args, settings())
  expect([code, said]).toEqual([0, ''])
  return printed
}
const kept = (name: string, text: string) => {
  const file = join(world.folder, name)
  writeFileSync(file, text)
  return file
}

describe('a checkpoint that somebody kept', () => {
  test('is what the ledger, its export and its backup still continue, also after a change of key', async () => {
    const checkpoint = kept('checkpoint.txt', await done('checkpoint'))
    expect(readFileSync(checkpoint, 'utf8')).toMatch(/^followthrough\.example\/ledger\n\d+\n/)
    const key = (await done('key', 'show')).trimEnd()
    await done('verify', '--since', checkpoint, '--key', key)
    const rotated = await done('key', 'rotate')
    expect(rotated).toMatch(/changes the key; the old one signed that/)
    const shown = (await done('key', 'show')).trimEnd().split('\n')
    expect(shown).toHaveLength(2)
    expect(shown[0]).toContain(key)
    const [ledger, backup] = [join(world.folder, 'ledger.ndjson'), join(world.folder, 'all.backup')]
    await done('export', '--format', 'ndjson', ledger)
    await run(['backup', backup], settings())
    for (const file of [[], [ledger], [backup]])
      await done('verify', ...file, '--since', checkpoint, '--key', shown[1] ?? '')
  })

  test('shows a history that was changed since', async () => {
    const [name = '', size = '', root = '', ...rest] = (await done('checkpoint')).split('\n')
    const other = [name, size, root.replace(/^./, root.startsWith('A') ? 'B' : 'A'), ...rest].join('\n')
    const { code, said } = await run(['verify', '--since', kept('other.txt', other)], settings())
    expect(code).toBe(1)
    expect(said).not.toBe('')
  })
})

describe('redact', () => {
  test('lists what can go, removes a field, a wording, a file; and the database is still whole', async () => {
    expect(await done('redact', String(entry))).toContain('summary\tZebulon Quince opened it.')
    await done('redact', String(entry), '--text', 'zebulon quince', '--reason', 'A person’s name.')
    expect(await done('redact', String(entry))).toContain('summary\t[removed] opened it.')
    await done('redact', String(entry), 'evidence.0.title', '--reason', 'A court’s order.')
    expect(await done('redact', String(entry), '--evidence', '0', '--reason', 'A court’s order.')).toContain(
      'was removed',
    )
    await done('verify')
  })

  test.each<[string[], number, RegExp]>([
    [['999', '--evidence', '0', '--reason', 'x'], 1, /there is no entry 999/],
    [['1', '--evidence', '7', '--reason', 'x'], 1, /nothing is kept of evidence 7/],
    [['1', 'summary', '--evidence', '0', '--reason', 'x'], 2, /give --evidence alone/],
  ])('%j is refused in words', async (args, code, sentence) => {
    const ended = await run(['redact', ...args], settings())
    expect([ended.code, ended.printed]).toEqual([code, ''])
    expect(ended.said).toMatch(sentence)
  })
})

test('an export with files carries their bytes, one without only their hashes', async () => {
  const bytes = PDF.toString('base64')
  expect(await done('export')).not.toContain(bytes)
  expect(await done('export', '--with-files')).toContain(bytes)
})

test('an erased account is gone with its name, and what is left verifies', async () => {
  const added = await run(
    ['user', 'add', 'z@example.org', '--name', 'Zebulon', '--role', 'verifier'],
    settings(),
  )
  expect(added.code).toBe(0)
  expect(await done('user', 'erase', 'z@example.org')).toContain('The account is gone')
  expect(await done('user', 'list')).not.toContain('z@example.org')
  const again = await run(['user', 'erase', 'z@example.org'], settings())
  expect(again.code).toBe(1)
  await done('verify')
})
