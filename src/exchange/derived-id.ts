import { createHash } from 'node:crypto'
import { canonical } from '../ledger/content'
import { isObject, type Json, type JsonObject } from '../lib/json'
import type { Noun } from './nouns'

/** The words of a thing by which two files mean the same one: without the ids its evidence may carry. */
export const meaning = (content: JsonObject): string => canonical(withoutEvidenceIds(content))

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
  const source = canonical([parent, noun, withoutEvidenceIds(content), ordinal])
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
