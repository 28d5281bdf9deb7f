import { type Checkpoint, readCheckpoint } from '../../ledger/checkpoint'
import { growingTree, type Hash } from '../../ledger/merkle'
import { type PublicKey, readPublicKey, type SignedNote, signedBy } from '../../ledger/signed-note'
import { leafOf, treeRow } from '../../ledger/tree.store'
import { fieldsOf, type JsonObject } from '../../lib/json'
import type { Leaf } from '../ledger.queries'
import type { Report } from './verify-entries'

/** What whoever verifies knows already. */
export interface Known {
  /** A checkpoint that was kept, out of which the ledger must have grown. */
  since: { checkpoint: Checkpoint; note: SignedNote } | null
  /** A key of the ledger that is trusted. */
  key: PublicKey | null
}

export const NOTHING_KNOWN: Known = { since: null, key: null }

/** A change of the signing key, as the ledger tells it. */
interface KeyChange {
  n: number
  old: string
  new: string
  root: Hash
}

/** What stands beside the entries. */
export interface Beside {
  /** The first key; undefined where none is told. */
  firstKey: string | undefined
  /** The key that signs now; undefined where none is told. */
  lastKey: string | undefined
  /** The checkpoints that were signed at changes of key, by entry. */
  handovers: ReadonlyMap<number, string>
  /** The checkpoint over all entries; null where none is carried. */
  checkpoint: string | null
}

export interface TreeCheck {
  /** Takes the next entry with what was said in it, and where they are stored, its hashes; they must be those. */
  take: (leaf: Leaf, content: JsonObject | undefined) => void
  end: (beside: Beside) => void
}

/** Recomputes the tree over a ledger's entries and holds it against everything that was signed. */
export function openTreeCheck(known: Known, report: Report): TreeCheck {
  const tree = growingTree()
  const stored = growingTree()
  const changes: KeyChange[] = []
  const since = known.since?.checkpoint
  let rootSince = since?.size === 0 ? tree.root() : undefined
  let whole = true
  return {
    take: (leaf, content) => {
      const { entry } = leaf
      if (entry.n !== tree.size() + 1) whole = false
      if (!whole) return
      const hash = leafOf(entry)
      tree.add(hash)
      if (leaf.hashes !== undefined) compareHashes(entry.n, hash, leaf.hashes, stored, report)
      if (entry.n === since?.size) rootSince = tree.root()
      if (entry.kind === 'key_changed') {
        const fields = fieldsOf(content ?? {})
        const [old, fresh] = [fields.text('old') ?? '', fields.text('new') ?? '']
        changes.push({ n: entry.n, old, new: fresh, root: tree.root() })
      }
    },
    end: (beside) => {
      if (!whole) return report('tree: it cannot be recomputed, for entries are missing')
      const keys = judgeKeys(changes, beside, known.key, report)
      judgeCheckpoint(beside.checkpoint, { size: tree.size(), root: tree.root() }, keys, report)
      if (known.since) judgeSince(known.since, { size: tree.size(), root: rootSince }, keys, report)
    },
  }
}

/** An entry's own hash is held against the entry, those above it against the ones below, so that each fault is told once. */
function compareHashes(
  n: number,
  leaf: Hash,
  hashes: string | null,
  stored: ReturnType<typeof growingTree>,
  report: Report,
): void {
  if (hashes === null) report(`entry ${n}: is not in the tree`)
  const own = treeRow(n, [leaf]).hashes
  const kept = hashes?.slice(0, own.length) ?? own
  if (kept !== own) report(`entry ${n}: is not the one whose hash is in the tree`)
  const should = treeRow(n, stored.add(Buffer.from(kept, 'base64'))).hashes
  if (hashes !== null && hashes.length !== should.length)
    report(`entry ${n}: the tree has not the hashes that end with it`)
  else if (hashes !== null && hashes !== should)
    report(`entry ${n}: the tree has other hashes above it than those below them give`)
}

/** The ledger's keys in their order, as far as they can be read; each follows from the one before. */
function judgeKeys(
  changes: readonly KeyChange[],
  { firstKey, lastKey, handovers }: Beside,
  trusted: PublicKey | null,
  report: Report,
): PublicKey[] {
  const first = firstKey ?? changes[0]?.old ?? lastKey
  const texts = [...(first === undefined ? [] : [first]), ...changes.map((change) => change.new)]
  const keys = texts.map(readPublicKey)
  changes.forEach((change, index) => {
    if (change.old !== texts[index])
      report(`entry ${change.n}: names as the old key another one than signed before it`)
    judgeHandover(change, handovers.get(change.n), keys[index], keys[index + 1], report)
  })
  for (const [index, key] of keys.entries()) if (!key) report(`key ${index + 1}: is no public key`)
  for (const n of handovers.keys())
    if (!changes.some((change) => change.n === n))
      report(`entry ${n}: changed no key, though one is said to begin with it`)
  if (lastKey !== undefined && lastKey !== texts.at(-1))
    report('key: the one that signs now is not the one that the entries name')
  if (trusted) judgeTrust(trusted, texts, changes, handovers, report)
  return keys.filter((key) => key !== undefined)
}

function judgeHandover(
  { n, root }: KeyChange,
  handover: string | undefined,
  old: PublicKey | undefined,
  fresh: PublicKey | undefined,
  report: Report,
): void {
  if (handover === undefined) return
  const read = readCheckpoint(handover)
  const both = [old, fresh].every((key) => read && key && signedBy(read.note, key) === 'signed')
  if (!read || !both) report(`entry ${n}: the checkpoint at this change of key is not signed by both keys`)
  else if (read.checkpoint.size !== n || !read.checkpoint.root.equals(root))
    report(`entry ${n}: the checkpoint at this change of key is not of these entries`)
}

/** From a key that is trusted to the one that signs now, each must have signed the change to the next. */
function judgeTrust(
  trusted: PublicKey,
  texts: readonly string[],
  changes: readonly KeyChange[],
  handovers: ReadonlyMap<number, string>,
  report: Report,
): void {
  const at = texts.lastIndexOf(trusted.text)
  if (at < 0) return report('key: the one given is none of this ledger’s')
  for (const { n } of changes.slice(at))
    if (!handovers.has(n))
      report(
        `entry ${n}: the key was changed, and the key before did not sign it: nothing ties it to the one given`,
      )
}

interface State {
  size: number
  root: Hash | undefined
}

function judgeCheckpoint(text: string | null, now: State, keys: readonly PublicKey[], report: Report): void {
  if (text === null) return
  const read = readCheckpoint(text)
  const key = keys.at(-1)
  if (!read) return report('checkpoint: is no signed checkpoint')
  const { checkpoint, note } = read
  if (!key || signedBy(note, key) !== 'signed') report('checkpoint: is not signed by the ledger’s key')
  if (checkpoint.size !== now.size)
    report(`checkpoint: is of ${checkpoint.size} entries, and here are ${now.size}`)
  else if (!now.root?.equals(checkpoint.root)) report('checkpoint: is not of these entries')
}

function judgeSince(
  { checkpoint, note }: NonNullable<Known['since']>,
  now: State,
  keys: readonly PublicKey[],
  report: Report,
): void {
  const signed = keys.map((key) => signedBy(note, key))
  if (signed.includes('forged') || !signed.includes('signed'))
    report('since: the checkpoint is not signed by a key of this ledger')
  if (checkpoint.size > now.size)
    report(
      `since: the checkpoint is of ${checkpoint.size} entries, and here are ${now.size}: entries are missing`,
    )
  else if (!now.root?.equals(checkpoint.root))
    report(`since: the first ${checkpoint.size} entries are not those that the checkpoint was signed over`)
}
