import { createHash } from 'node:crypto'

// The Merkle tree of RFC 6962, section 2.1, over SHA-256. A complete subtree of 2^level leaves never changes once its last
// leaf is there, so its hash is kept; every root and proof is put together from such hashes.

export type Hash = Buffer

/** A complete subtree: 2^level leaves, of which the last is leaf number `end`, counted from one. */
export interface Subtree {
  level: number
  end: number
}

/** Leaves from `start`, counted from zero, up to but not including `end`. */
export interface Range {
  start: number
  end: number
}

export const leafHash = (data: string): Hash =>
  createHash('sha256').update(Buffer.of(0)).update(data, 'utf8').digest()

export const nodeHash = (left: Hash, right: Hash): Hash =>
  createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest()

export const EMPTY_ROOT: Hash = createHash('sha256').digest()

/** The largest power of two below a number of leaves greater than one. */
function splitOf(leaves: number): number {
  let split = 1
  while (split * 2 < leaves) split *= 2
  return split
}

/** The complete subtrees that a range is made of, from left to right. The range begins where a subtree of its size may. */
export function subtreesOf({ start, end }: Range): Subtree[] {
  const found: Subtree[] = []
  for (let at = start, left = end - start; left > 0;) {
    const level = Math.floor(Math.log2(left))
    at += 2 ** level
    left -= 2 ** level
    found.push({ level, end: at })
  }
  return found
}

/** The root over a range, from the hashes of its complete subtrees from left to right. */
export const rootOf = (subtrees: readonly Hash[]): Hash =>
  subtrees.length === 0 ? EMPTY_ROOT : subtrees.reduceRight((right, left) => nodeHash(left, right))

/** PATH(m, D[n]): the ranges whose roots prove that leaf number `index`, from zero, is in a tree of `size` leaves. */
export function inclusionRanges(index: number, size: number): Range[] {
  const ranges: Range[] = []
  for (let start = 0, end = size; end - start > 1;) {
    const middle = start + splitOf(end - start)
    if (index < middle) {
      ranges.unshift({ start: middle, end })
      end = middle
    } else {
      ranges.unshift({ start, end: middle })
      start = middle
    }
  }
  return ranges
}

/** PROOF(m, D[n]): the ranges whose roots prove that a tree of `to` leaves begins with that of `from`; none for equal sizes. */
export function consistencyRanges(from: number, to: number): Range[] {
  const ranges: Range[] = []
  if (from === 0) return ranges
  let [start, end, whole] = [0, to, true]
  while (from < end) {
    const middle = start + splitOf(end - start)
    if (from <= middle) {
      ranges.unshift({ start: middle, end })
      end = middle
    } else {
      ranges.unshift({ start, end: middle })
      start = middle
      whole = false
    }
  }
  // The old tree's own root is known to whoever asks, unless only a part of it is a subtree of the new one.
  return whole ? ranges : [{ start, end }, ...ranges]
}

/** The root that a proof of inclusion leads to; undefined where it has not the length of one (RFC 9162, 2.1.3.2). */
export function rootFromInclusion(
  index: number,
  size: number,
  leaf: Hash,
  proof: readonly Hash[],
): Hash | undefined {
  if (index < 0 || index >= size) return undefined
  let [at, last, root] = [index, size - 1, leaf]
  for (const hash of proof) {
    if (last === 0) return undefined
    if (at % 2 === 1 || at === last) {
      root = nodeHash(hash, root)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else root = nodeHash(root, hash)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 ? root : undefined
}

const half = (number: number): number => Math.floor(number / 2)

/** Whether a proof shows that the tree of the one size and root grew into that of the other (RFC 9162, 2.1.4.2). */
export function isConsistent(
  from: { size: number; root: Hash },
  to: { size: number; root: Hash },
  proof: readonly Hash[],
): boolean {
  if (from.size > to.size) return false
  if (from.size === to.size) return proof.length === 0 && from.root.equals(to.root)
  if (from.size === 0) return proof.length === 0 && from.root.equals(EMPTY_ROOT)
  const path = isPowerOfTwo(from.size) ? [from.root, ...proof] : [...proof]
  const first = path.shift()
  if (first === undefined) return false
  let [at, last] = [from.size - 1, to.size - 1]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  let [older, newer] = [first, first]
  for (const hash of path) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      older = nodeHash(hash, older)
      newer = nodeHash(hash, newer)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else newer = nodeHash(newer, hash)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && older.equals(from.root) && newer.equals(to.root)
}

const isPowerOfTwo = (size: number): boolean => subtreesOf({ start: 0, end: size }).length === 1

/** A tree that grows by one leaf at a time and remembers no more than its root needs. */
export interface GrowingTree {
  size: () => number
  root: () => Hash
  /** Takes the next leaf; gives the hashes of the complete subtrees that end with it, its own first. */
  add: (leaf: Hash) => Hash[]
}

/** A tree of some size, from the hashes of its complete subtrees from left to right. */
export function growingTree(size = 0, subtrees: readonly Hash[] = []): GrowingTree {
  const peaks = [...subtrees]
  let leaves = size
  return {
    size: () => leaves,
    root: () => rootOf(peaks),
    add: (leaf) => {
      leaves += 1
      const completed = [leaf]
      let top = leaf
      for (let rest = leaves; rest % 2 === 0; rest = half(rest)) {
        const left = peaks.pop()
        if (left === undefined) throw new Error(`a tree of ${leaves - 1} leaves lacks a subtree`)
        top = nodeHash(left, top)
        completed.push(top)
      }
      peaks.push(top)
      return completed
    },
  }
}
