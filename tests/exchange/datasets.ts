import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { exportDataset } from '../../src/exchange/export-dataset'
import { exportLedger } from '../../src/exchange/export-ledger'
import { type Imported, importDataset, type ImportRun } from '../../src/exchange/import-dataset'
import { operatorActor } from '../../src/exchange/operator.store'
import { verifyDatabase } from '../../src/exchange/verify/verify-database'
import type { Database } from '../../src/db/database'
import { readSecretFile } from '../../src/ledger/secret-file'
import { keyOf, type World } from '../support/world'

export type Data = Record<string, any>

const SOURCE = { kind: 'announcement', title: 'Valley Courier' }
const ACT = { kind: 'act', title: 'A visit' }

export const claim = (fields: Data = {}): Data => ({
  kind: 'claim',
  party: 'north',
  stage: 1,
  as_of: '2020-05-01',
  evidence: [SOURCE],
  ...fields,
})

export const finding = (fields: Data = {}): Data => ({
  kind: 'finding',
  stage: 2,
  as_of: '2020-06-01',
  evidence: [ACT],
  ...fields,
})

export const measure = (fields: Data = {}): Data => ({
  code: '1',
  title: 'Open the gate',
  obligation: 'one_off',
  owed_by: ['north'],
  ...fields,
})

export const agreement = (fields: Data = {}): Data => ({
  slug: 'accord',
  title: 'The accord',
  kind: 'treaty',
  concluded_on: '2020-01-01',
  parties: ['north', 'south'],
  measures: [measure()],
  ...fields,
})

export const PARTIES: Data[] = [
  { slug: 'north', name: 'North', kind: 'state' },
  { slug: 'south', name: 'South', kind: 'state' },
]

export const dataset = (fields: Data = {}): Data => ({
  format: 'followthrough-dataset/1',
  parties: PARTIES,
  agreements: [agreement()],
  ...fields,
})

/** A dataset of one measure with these reports. */
export const reported = (...reports: Data[]): Data =>
  dataset({ agreements: [agreement({ measures: [measure({ reports })] })] })

export async function lay(world: World, data: unknown, run: Partial<ImportRun> = {}): Promise<Imported> {
  const options = { keepRecordedAt: false, revise: null, dryRun: false, ...run }
  return importDataset(world.deps, await operatorActor(world.deps), [{ name: 'x', data }], options)
}

export async function laid(world: World, data: unknown, run: Partial<ImportRun> = {}) {
  const imported = await lay(world, data, run)
  if (imported.outcome === 'refused') throw new Error(lines(imported).join('\n'))
  return imported.tally
}

export const lines = (imported: Imported): string[] =>
  imported.outcome === 'refused' ? imported.faults.map(({ place, sentence }) => `${place}: ${sentence}`) : []

/** The places of the faults, in order and once each. */
export const places = (imported: Imported): string[] =>
  imported.outcome === 'refused' ? [...new Set(imported.faults.map(({ place }) => place))].sort() : []

export async function exported(
  db: Database,
  seen: { knownAt?: string; asOf?: string } = {},
): Promise<string> {
  let text = ''
  await exportDataset(db, { knownAt: null, asOf: null, ...seen }, async (piece) => {
    text += piece
  })
  return text
}

export async function faultsOf(db: Database): Promise<string[]> {
  const found: string[] = []
  await verifyDatabase(db, (line) => found.push(line))
  return found
}

export const newId = (): string => randomUUID()

/** The lines of the exported ledger, signed by the world's key. */
export async function exportedLedger(world: World): Promise<string[]> {
  await keyOf(world)
  let text = ''
  const signers = readSecretFile(join(world.folder, 'secret')) ?? []
  await exportLedger(world.db.read, signers, async (piece) => void (text += piece))
  return text.trimEnd().split('\n')
}
