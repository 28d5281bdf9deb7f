import type { Db, Tx } from '../db/database'
import type { EvidenceFile, KeptFile } from '../evidence/file'
import { findFile, keepBytes, namedInRecord, noteAbsent } from '../evidence/file.store'
import { sniffType } from '../evidence/sniff-type'
import { evidenceIn } from './evidence-in'
import { type Fault, fault, placeOf } from './fault'
import type { ReadSource } from './import-dataset'

/** What became of the files and of what is restricted. */
export interface FileTally {
  kept: number
  /** Named by what came and neither there nor carried. */
  missing: EvidenceFile[]
  /** Pieces of restricted evidence of which only the commitment came. */
  withheld: number
}
export const NO_FILES: FileTally = { kept: 0, missing: [], withheld: 0 }

/** What an import would do about files. */
export interface FilePlan {
  keep: { file: KeptFile; bytes: Uint8Array }[]
  /** Hashes and commitments of what did not come along. */
  absent: string[]
  faults: Fault[]
  tally: FileTally
}

interface Named {
  place: string
  file: EvidenceFile
}

/** Lays the files that datasets carry beside those that their evidence, or the record's, names. */
export async function filePlan(db: Db, sources: readonly ReadSource[]): Promise<FilePlan> {
  const { named, commitments } = namedIn(sources)
  const plan: FilePlan = { keep: [], absent: [], faults: [], tally: { ...NO_FILES, missing: [] } }
  const known = await carriedFiles(db, sources, named, plan)
  for (const [sha256, all] of named) {
    const kept = known.get(sha256) ?? (await findFile(db, sha256))
    if (kept) plan.faults.push(...all.filter(({ file }) => differs(file, kept)).map(differing))
    else if (all[0]) plan.tally.missing.push(all[0].file)
  }
  plan.absent = [...plan.tally.missing.map(({ sha256 }) => sha256), ...commitments]
  plan.tally.withheld = commitments.length
  return plan
}

function namedIn(sources: readonly ReadSource[]) {
  const named = new Map<string, Named[]>()
  const commitments: string[] = []
  for (const { place, dataset } of sources)
    for (const [at, { file, restricted, title, url }] of evidenceIn(dataset)) {
      if (file) named.set(file.sha256, [...(named.get(file.sha256) ?? []), { place: place + at, file }])
      else if (restricted?.commitment && title === null && url === null)
        commitments.push(restricted.commitment)
    }
  return { named, commitments }
}

async function carriedFiles(
  db: Db,
  sources: readonly ReadSource[],
  named: ReadonlyMap<string, Named[]>,
  plan: FilePlan,
): Promise<Map<string, KeptFile>> {
  const known = new Map<string, KeptFile>()
  for (const { place, dataset } of sources)
    for (const [index, { sha256, bytes }] of dataset.files.entries()) {
      const at = placeOf(`${place}files.${index}`)
      const type = await sniffType(bytes)
      const before = await namedInRecord(db, sha256)
      if (type === null) plan.faults.push(fault(at, 'rules.file.type'))
      else if (!named.has(sha256) && !before) plan.faults.push(fault(at, 'exchange.file_unnamed'))
      else {
        const file = { sha256, type, size: bytes.byteLength }
        known.set(sha256, file)
        if (before && differs(before, file)) plan.faults.push(fault(at, 'rules.file.differs'))
        if (!(await findFile(db, sha256))) plan.keep.push({ file, bytes })
      }
    }
  plan.tally.kept = plan.keep.length
  return known
}

const differs = (named: KeptFile, kept: KeptFile): boolean =>
  named.type !== kept.type || named.size !== kept.size

const differing = ({ place }: Named): Fault => fault(placeOf(`${place}.file`), 'rules.file.differs')

/** Writes what is planned, in the transaction of the import. */
export async function keepFiles(tx: Tx, { keep, absent }: FilePlan): Promise<void> {
  for (const { file, bytes } of keep) await keepBytes(tx, file, bytes)
  await noteAbsent(tx, absent)
}
