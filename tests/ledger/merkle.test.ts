import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  consistencyRanges,
  EMPTY_ROOT,
  growingTree,
  type Hash,
  inclusionRanges,
  isConsistent,
  nodeHash,
  type Range,
  rootFromInclusion,
  rootOf,
  subtreesOf,
} from '../../src/ledger/merkle'

const sha256 = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest()
const leafOf = (data: Buffer): Hash => sha256(Buffer.of(0), data)
const hex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'))

// The definitions of RFC 6962, 2.1, word for word.
const split = (n: number): number => 2 ** (Math.ceil(Math.log2(n)) - 1)
function mth(data: Buffer[]): Buffer {
  if (data.length === 0) return sha256()
  if (data.length === 1) return leafOf(data[0] ?? Buffer.of())
  const k = split(data.length)
  return sha256(Buffer.of(1), mth(data.slice(0, k)), mth(data.slice(k)))
}
function path(m: number, data: Buffer[]): Buffer[] {
  if (data.length <= 1) return []
  const k = split(data.length)
  return m < k
    ? [...path(m, data.slice(0, k)), mth(data.slice(k))]
    : [...path(m - k, data.slice(k)), mth(data.slice(0, k))]
}
function subproof(m: number, data: Buffer[], whole: boolean): Buffer[] {
  if (m === data.length) return whole ? [] : [mth(data)]
  const k = split(data.length)
  return m <= k
    ? [...subproof(m, data.slice(0, k), whole), mth(data.slice(k))]
    : [...subproof(m - k, data.slice(k), false), mth(data.slice(0, k))]
}

/** Our tree over some leaves: what it kept while it grew, and what it makes of that. */
function treeOf(leaves: readonly Buffer[]) {
  const kept = new Map<string, Hash>()
  const roots = [EMPTY_ROOT]
  const tree = growingTree()
  for (const leaf of leaves) {
    const completed = tree.add(leafOf(leaf))
    for (const [level, hash] of completed.entries()) kept.set(`${level} ${tree.size()}`, hash)
    roots.push(tree.root())
  }
  const hashOf = (level: number, end: number) => {
    const hash = kept.get(`${level} ${end}`)
    if (!hash) throw new Error(`no subtree of level ${level} ends at ${end}`)
    return hash
  }
  const rootIn = (range: Range) => rootOf(subtreesOf(range).map(({ level, end }) => hashOf(level, end)))
  return {
    roots,
    kept,
    rootAt: (size: number) => rootIn({ start: 0, end: size }),
    inclusion: (index: number, size: number) => inclusionRanges(index, size).map(rootIn),
    consistency: (from: number, to: number) => consistencyRanges(from, to).map(rootIn),
  }
}

// The reference tree of the Certificate Transparency project, with the roots and proofs it publishes.
const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  .map((input) => Buffer.from(input, 'hex')) // prettier-ignore
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const PATHS: [entry: number, size: number, path: string[]][] = [
  [1, 1, []],
  [1, 8, [
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ]],
  [6, 8, [
    'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ]],
  [3, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [2, 5, [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  ]],
] // prettier-ignore
const PROOFS: [from: number, to: number, proof: string[]][] = [
  [1, 1, []],
  [1, 8, [
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ]],
  [6, 8, [
    '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ]],
  [2, 5, [
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  ]],
] // prettier-ignore

describe('the published vectors', () => {
  const reference = treeOf(INPUTS)

  test('roots', () => expect(hex(reference.roots)).toEqual(ROOTS))

  test.each(PATHS)('the path of entry %i in a tree of %i', (entry, size, expected) => {
    const proof = reference.inclusion(entry - 1, size)
    expect(hex(proof)).toEqual(expected)
    const root = rootFromInclusion(entry - 1, size, leafOf(INPUTS[entry - 1] ?? Buffer.of()), proof)
    expect(root?.toString('hex')).toBe(ROOTS[size])
  })

  test.each(PROOFS)('the proof from %i to %i', (from, to, expected) => {
    expect(hex(reference.consistency(from, to))).toEqual(expected)
  })
})

const SIZES = 34
const data = Array.from({ length: SIZES }, (_, i) => sha256(Buffer.of(i)))

describe('against the definition, for every size up to thirty-four', () => {
  const ours = treeOf(data)

  test('roots, while it grows and from what it kept', () => {
    for (let size = 0; size <= SIZES; size++) {
      expect(ours.roots[size]?.equals(mth(data.slice(0, size)))).toBe(true)
      expect(ours.rootAt(size).equals(mth(data.slice(0, size)))).toBe(true)
    }
  })

  test('it keeps fewer than two hashes a leaf', () => expect(ours.kept.size).toBeLessThan(2 * SIZES))

  test('every path is that of the definition, and leads to the root', () => {
    for (let size = 1; size <= SIZES; size++)
      for (let index = 0; index < size; index++) {
        const proof = ours.inclusion(index, size)
        expect(hex(proof)).toEqual(hex(path(index, data.slice(0, size))))
        const root = rootFromInclusion(index, size, leafOf(data[index] ?? Buffer.of()), proof)
        expect(root?.equals(mth(data.slice(0, size)))).toBe(true)
      }
  })

  test('every proof of consistency is that of the definition, and holds', () => {
    for (let to = 1; to <= SIZES; to++)
      for (let from = 1; from <= to; from++) {
        const proof = ours.consistency(from, to)
        expect(hex(proof)).toEqual(hex(subproof(from, data.slice(0, to), true)))
        expect(isConsistent(stateOf(from), stateOf(to), proof)).toBe(true)
      }
  })

  test('whatever grew began empty', () => {
    expect(ours.consistency(0, 9)).toEqual([])
    expect(isConsistent(stateOf(0), stateOf(9), [])).toBe(true)
    expect(isConsistent({ size: 0, root: sha256(Buffer.of(9)) }, stateOf(9), [])).toBe(false)
  })
})

const stateOf = (size: number) => ({ size, root: mth(data.slice(0, size)) })

describe('what is not so is not proved', () => {
  const ours = treeOf(data)
  const sizes = fc
    .integer({ min: 1, max: SIZES })
    .chain((to) => fc.tuple(fc.integer({ min: 1, max: to }), fc.constant(to)))
  const spoilt = (proof: Hash[], how: number): Hash[] => {
    const at = how % (proof.length + 1)
    const hash = proof[at]
    if (hash === undefined) return [...proof, sha256(Buffer.of(7))]
    return how % 2 === 0 ? proof.toSpliced(at, 1) : proof.with(at, nodeHash(hash, hash))
  }

  test('a spoilt path leads elsewhere', () => {
    fc.assert(
      fc.property(sizes, fc.nat({ max: 99 }), ([entry, size], how) => {
        const leaf = leafOf(data[entry - 1] ?? Buffer.of())
        const root = rootFromInclusion(entry - 1, size, leaf, spoilt(ours.inclusion(entry - 1, size), how))
        expect(root?.equals(ours.rootAt(size)) ?? false).toBe(false)
      }),
    )
  })

  test('another leaf, place or size leads elsewhere', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: SIZES }), ([entry, size], other) => {
        fc.pre(other !== entry)
        const proof = ours.inclusion(entry - 1, size)
        const leaf = leafOf(data[other - 1] ?? Buffer.of())
        expect(rootFromInclusion(entry - 1, size, leaf, proof)?.equals(ours.rootAt(size))).toBe(false)
        const moved = rootFromInclusion(other - 1, size, leafOf(data[entry - 1] ?? Buffer.of()), proof)
        expect(moved?.equals(ours.rootAt(size)) ?? false).toBe(false)
      }),
    )
  })

  test('a history that was rewritten is not consistent, nor is a spoilt proof', () => {
    fc.assert(
      fc.property(sizes, fc.nat({ max: 99 }), fc.nat({ max: SIZES - 1 }), ([from, to], how, changed) => {
        fc.pre(from < to)
        const proof = ours.consistency(from, to)
        expect(isConsistent(stateOf(from), stateOf(to), spoilt(proof, how))).toBe(false)
        expect(isConsistent(stateOf(to), stateOf(from), proof)).toBe(false)
        fc.pre(changed < from)
        const rewritten = treeOf(data.with(changed, Buffer.of(255)))
        const now = { size: to, root: rewritten.rootAt(to) }
        expect(isConsistent(stateOf(from), now, rewritten.consistency(from, to))).toBe(false)
      }),
    )
  })

  test('equal sizes are consistent when their roots are equal', () => {
    expect(isConsistent(stateOf(5), stateOf(5), [])).toBe(true)
    expect(isConsistent(stateOf(5), { size: 5, root: EMPTY_ROOT }, [])).toBe(false)
    expect(isConsistent(stateOf(5), stateOf(5), [EMPTY_ROOT])).toBe(false)
  })
})
