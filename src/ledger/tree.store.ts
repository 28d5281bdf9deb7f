import type { Db, Tx } from '../db/database'
import type { Tables } from '../db/tables'
import { entryOf } from './changes.queries'
import { canonical } from './content'
import { type Entry, entryJson } from './entry'
import {
  consistencyRanges,
  type GrowingTree,
  growingTree,
  type Hash,
  inclusionRanges,
  leafHash,
  type Range,
  rootOf,
  type Subtree,
  subtreesOf,
} from './merkle'

// One row for each entry: the hashes of the complete subtrees that end with its leaf, in base64, its own leaf first. There
// are two hashes for each entry in the end, and a root or proof over a million of them reads some twenty rows.

const WIDTH = 44
const CHUNK = 1_000

/** Leaf n-1 of the tree: SHA-256(0x00 ‖ canonical JSON of the entry as it is printed). */
export const leafOf = (entry: Entry): Hash => leafHash(canonical(entryJson(entry)))

/** The hashes that are stored for an entry. */
export const treeRow = (entry: number, completed: readonly Hash[]): Tables['tree'] => ({
  entry,
  hashes: completed.map((hash) => hash.toString('base64')).join(''),
})

/** Adds the leaves of new entries, which follow the last one that has its leaf, within the transaction that appends them. */
export async function growTree(tx: Tx, entries: readonly Tables['entry'][]): Promise<void> {
  const [first] = entries
  if (!first) return
  const tree = await treeAt(tx, first.n - 1)
  const rows = entries.map((row) => treeRow(row.n, tree.add(leafOf(entryOf(row)))))
  for (let from = 0; from < rows.length; from += CHUNK)
    await tx
      .insertInto('tree')
      .values(rows.slice(from, from + CHUNK))
      .execute()
}

/** The tree over the first entries, ready to grow. */
async function treeAt(db: Db, size: number): Promise<GrowingTree> {
  const subtrees = subtreesOf({ start: 0, end: size })
  const hashOf = await hashesOf(db, subtrees)
  return growingTree(size, subtrees.map(hashOf))
}

async function hashesOf(db: Db, subtrees: readonly Subtree[]): Promise<(subtree: Subtree) => Hash> {
  const ends = [...new Set(subtrees.map(({ end }) => end))]
  const rows =
    ends.length === 0 ? [] : await db.selectFrom('tree').where('entry', 'in', ends).selectAll().execute()
  const hashes = new Map(rows.map((row) => [row.entry, row.hashes]))
  return ({ level, end }) => {
    const hash = hashes.get(end)?.slice(level * WIDTH, (level + 1) * WIDTH)
    if (hash?.length !== WIDTH)
      throw new Error(`the tree lacks the subtree of level ${level} at entry ${end}`)
    return Buffer.from(hash, 'base64')
  }
}

async function rootsOf(db: Db, ranges: readonly Range[]): Promise<Hash[]> {
  const parts = ranges.map(subtreesOf)
  const hashOf = await hashesOf(db, parts.flat())
  return parts.map((subtrees) => rootOf(subtrees.map(hashOf)))
}

/** How many entries the tree has. */
export async function treeSize(db: Db): Promise<number> {
  const last = await db
    .selectFrom('tree')
    .select('entry')
    .orderBy('entry', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.entry ?? 0
}

/** The root over the first entries; there are no fewer. */
export async function rootAt(db: Db, size: number): Promise<Hash> {
  return (await treeAt(db, size)).root()
}

/** What proves that an entry is one of the first `size`. */
export const inclusionProof = (db: Db, entry: number, size: number): Promise<Hash[]> =>
  rootsOf(db, inclusionRanges(entry - 1, size))

/** An entry's hash and what proves that it is in the ledger as it is now; hashes in base64. */
export async function inclusionOf(db: Db, entry: number) {
  const size = await treeSize(db)
  const inBase64 = (hash: Hash) => hash.toString('base64')
  const leaf = await hashesOf(db, [{ level: 0, end: entry }])
  return {
    entry,
    size,
    leaf: inBase64(leaf({ level: 0, end: entry })),
    hashes: (await inclusionProof(db, entry, size)).map(inBase64),
    root: inBase64(await rootAt(db, size)),
  }
}

/** What proves that the tree of the first `to` entries begins with that of the first `from`. */
export const consistencyProof = (db: Db, from: number, to: number): Promise<Hash[]> =>
  rootsOf(db, consistencyRanges(from, to))
