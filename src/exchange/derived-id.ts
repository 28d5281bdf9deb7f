import { createHash } from 'node:crypto'
import { canonical } from '../ledger/content'
import { agree, openly } from '../evidence/restricted'
import { fieldsOf, isObject, type Json, type JsonObject, parseObject } from '../lib/json'
import { REMOVED } from '../lib/text'
import type { Noun } from './nouns'

/**
 * The words of a thing by which two files mean the same one: without the ids its evidence may carry, and without what its
 * evidence hides, which an id that anybody may read must not depend on.
 */
export const meaning = (content: JsonObject): string => canonical(withoutEvidenceIds(openly(content)))

/** Whether the record says the same as a file, as far as both say what is restricted; of what was redacted it is taken to. */
export function saysTheSame(recorded: JsonObject, given: JsonObject): boolean {
  const [known, said] = [meaning(recorded), meaning(given)]
  const open = known === said || (known.includes(REMOVED) && fits(parseObject(known), parseObject(said)))
  const others = fieldsOf(given).objects('evidence')
  return (
    open &&
    fieldsOf(recorded)
      .objects('evidence')
      .every((evidence, position) => !('restricted' in evidence) || agree(evidence, others[position] ?? {}))
  )
}

function fits(known: Json, given: Json): boolean {
  if (typeof known === 'string') return typeof given === 'string' && isRestOf(known, given)
  if (Array.isArray(known))
    return (
      Array.isArray(given) &&
      known.length === given.length &&
      known.every((item, i) => fits(item, given[i] ?? null))
    )
  if (!isObject(known)) return known === given
  const keys = Object.keys(known)
  return (
    isObject(given) &&
    keys.length === Object.keys(given).length &&
    keys.every((key) => Object.hasOwn(given, key) && fits(known[key] ?? null, given[key] ?? null))
  )
}

/** Whether a text may be what another was before parts of it were removed. */
function isRestOf(known: string, given: string): boolean {
  const [first = '', ...rest] = known.split(REMOVED)
  if (rest.length === 0) return known === given
  const last = rest.pop() ?? ''
  if (!given.startsWith(first) || !given.endsWith(last) || given.length < first.length + last.length)
    return false
  let at = first.length
  for (const part of rest) {
    const found = given.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return at <= given.length - last.length
}

function withoutEvidenceIds(content: JsonObject): JsonObject {
  const bare: JsonObject = { ...content }
  for (const key of ['evidence', 'sources']) {
    const list = content[key]
    if (Array.isArray(list)) bare[key] = list.map(withoutId)
  }
  return bare
}

function withoutId(value: Json): Json {
  if (!isObject(value)) return value
  const { id: _, ...rest } = value
  return rest
}

/**
 * The id of a thing that came without one, the same at every import: UUIDv8 from SHA-256 of its parent's address, its noun,
 * its canonical content and an ordinal among equals.
 */
export function derivedId(parent: string, noun: Noun, content: JsonObject, ordinal: number): string {
  const source = canonical([parent, noun, withoutEvidenceIds(openly(content)), ordinal])
  const bytes = createHash('sha256').update(source, 'utf8').digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Ids for one list of a file, in which equal things are told apart by their place among equals. */
export function idsFor(parent: string, noun: Noun): (content: JsonObject) => string {
  const seen = new Map<string, number>()
  return (content) => {
    const key = meaning(content)
    const ordinal = seen.get(key) ?? 0
    seen.set(key, ordinal + 1)
    return derivedId(parent, noun, content, ordinal)
  }
}
