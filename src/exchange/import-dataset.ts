import type { Deps } from '../deps'
import type { Actor } from '../ledger/entry'
import { headOf, inLedger, type Ledger } from '../ledger/ledger.store'
import { restand } from '../standing/restand.store'
import type { Dataset } from './dataset'
import type { ImportOptions, Tally } from './draft'
import { draftFrom, type Plan } from './draft.queries'
import type { Fault } from './fault'
import { type FileTally, keepFiles } from './files.queries'
import { readDataset } from './read-dataset'

/** One file of an import; several are read as one. */
export interface Source {
  /** Said before each place when there are several. */
  name: string
  data: unknown
}

export interface ImportRun extends ImportOptions {
  /** Checks everything and writes nothing. */
  dryRun: boolean
}

export type Imported =
  { outcome: 'imported'; tally: Tally; files: FileTally } | { outcome: 'refused'; faults: Fault[] }

const TRIES = 3

/**
 * Adds datasets to the record, all or nothing. What they say is checked and prepared before the ledger is locked, and again
 * under the lock only where somebody else wrote in between.
 */
export async function importDataset(
  deps: Deps,
  actor: Actor,
  sources: readonly Source[],
  { dryRun, ...options }: ImportRun,
): Promise<Imported> {
  const read = readSources(sources)
  if ('faults' in read) return { outcome: 'refused', faults: read.faults }
  for (let tries = 1; ; tries++) {
    const head = await headOf(deps.db.read)
    const plan = await draftFrom(deps.db.read, actor, deps.clock(), read.files, options)
    if (plan.faults.length > 0) return { outcome: 'refused', faults: plan.faults }
    if (dryRun || (plan.changes.length === 0 && plan.files.keep.length === 0)) return importedBy(plan)
    const done = await inLedger(deps, async (ledger) => {
      if ((await headOf(ledger.tx)).n === head.n) return write(ledger, plan)
      if (tries < TRIES) return undefined
      return write(ledger, await draftFrom(ledger.tx, actor, ledger.enteredAt, read.files, options))
    })
    if (done) return done
  }
}

async function write(ledger: Ledger, plan: Plan): Promise<Imported> {
  if (plan.faults.length > 0) return { outcome: 'refused', faults: plan.faults }
  await keepFiles(ledger.tx, plan.files)
  for (const change of plan.changes) change.write(ledger)
  await restand(ledger, [...plan.touched])
  return importedBy(plan)
}

const importedBy = ({ tally, files }: Plan): Imported => ({ outcome: 'imported', tally, files: files.tally })

/** A file with where it stands in a fault's place. */
export interface ReadSource {
  place: string
  dataset: Dataset
}

function readSources(sources: readonly Source[]): { files: ReadSource[] } | { faults: Fault[] } {
  const files: ReadSource[] = []
  const faults: Fault[] = []
  for (const { name, data } of sources) {
    const place = sources.length > 1 ? `${name}: ` : ''
    const read = readDataset(data)
    if ('dataset' in read) files.push({ place, dataset: read.dataset })
    else faults.push(...read.faults.map((fault) => ({ ...fault, place: place + fault.place })))
  }
  return faults.length > 0 ? { faults } : { files }
}
