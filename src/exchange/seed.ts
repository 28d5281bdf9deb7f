import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Deps } from '../deps'
import { headOf } from '../ledger/ledger.store'
import { faultLines } from './fault'
import { type Imported, importDataset, type Source } from './import-dataset'
import { operatorActor } from './operator.store'
import { readJson } from './read-dataset'

const FOLDER = new URL('../../seeds/', import.meta.url)

/** Loads the record that comes with the program; what is there already stays as it is. */
export async function seed(deps: Deps): Promise<Imported> {
  const sources: Source[] = []
  for (const name of existsSync(FOLDER) ? readdirSync(FOLDER).sort() : []) {
    if (!name.endsWith('.json')) continue
    const read = readJson(readFileSync(fileURLToPath(new URL(name, FOLDER))))
    if ('faults' in read)
      return {
        outcome: 'refused',
        faults: read.faults.map((fault) => ({ ...fault, place: inFile(name, fault.place) })),
      }
    sources.push({ name, data: read.value })
  }
  const options = { keepRecordedAt: true, revise: null, dryRun: false }
  return importDataset(deps, await operatorActor(deps), sources, options)
}

const inFile = (name: string, place: string): string => (place === '' ? name : `${name}: ${place}`)

/** Loads the record that comes with the program into a database that has none. */
export async function seedIfEmpty(deps: Deps): Promise<void> {
  if ((await headOf(deps.db.read)).n > 0) return
  const seeded = await seed(deps)
  if (seeded.outcome === 'refused')
    throw new Error(`the seeds cannot be loaded: ${faultLines(seeded.faults).join('; ')}`)
}
