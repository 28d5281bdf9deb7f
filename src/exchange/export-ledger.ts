import type { Db } from '../db/database'
import { Unusable } from '../db/database'
import { canonical } from '../ledger/content'
import { entryJson } from '../ledger/entry'
import type { SigningKey } from '../ledger/signed-note'
import { checkpointAt, ledgerKeys } from '../ledger/signing-key.store'
import type { Sink } from './export-dataset'
import { type Leaf, leavesAfter } from './ledger.queries'

const AT_ONCE = 2_000

/**
 * Writes the ledger: one entry with its content and salt a line, in order, and last the checkpoint over them with the key
 * that signed it. Needs no snapshot: entries only ever come, and one that redacts an earlier comes with that. Throws
 * `Unusable`, before it writes anything, when the ledger's key is not among those given.
 */
export async function exportLedger(db: Db, signers: readonly SigningKey[], sink: Sink): Promise<void> {
  await refuseUnsigned(db, signers)
  let last = 0
  for (;;) {
    const leaves = await leavesAfter(db, last, AT_ONCE)
    if (leaves.length === 0) break
    const handovers = new Map((await ledgerKeys(db)).map(({ since, handover }) => [since, handover]))
    await sink(leaves.map((leaf) => lineOf(leaf, handovers.get(leaf.entry.n) ?? null)).join(''))
    last = leaves.at(-1)?.entry.n ?? last
  }
  const checkpoint = await checkpointAt(db, signers, last)
  const key = (await ledgerKeys(db)).at(-1)?.key.text
  await sink(`${JSON.stringify({ checkpoint, key })}\n`)
}

async function refuseUnsigned(db: Db, signers: readonly SigningKey[]): Promise<void> {
  if ((await checkpointAt(db, signers, 0)) === undefined)
    throw new Unusable('the ledger’s signing key is not in SECRET_FILE: put the copy of that file back')
}

const lineOf = ({ entry, body, salt, redactedBy }: Leaf, handover: string | null): string =>
  `{"entry":${canonical(entryJson(entry))},"content":${body ?? 'null'},"salt":${JSON.stringify(salt)}${
    redactedBy === null ? '' : `,"redacted_by":${redactedBy}`
  }${handover === null ? '' : `,"checkpoint":${JSON.stringify(handover)}`}}\n`
