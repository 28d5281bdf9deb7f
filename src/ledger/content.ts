import { createHash, randomBytes } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Json, JsonObject } from '../lib/json'

/** A value as the record keeps it: numbers that are no safe integers as text, absent things left out. */
export function toContent(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value + 0 : String(value)
  if (Array.isArray(value)) return value.map(toContent)
  if (typeof value === 'object') return toContentObject(value)
  throw new Error(`a ${typeof value} has no place in the record`)
}

export function toContentObject(value: object): JsonObject {
  const kept = Object.entries(value).filter(([, field]) => field !== undefined)
  return Object.fromEntries(kept.map(([key, field]) => [key, toContent(field)]))
}

/** RFC 8785. */
export function canonical(value: Json | object): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('nothing to write down')
  return text
}

export const freshSalt = (): string => randomBytes(32).toString('hex')

/** `"sha256:" + hex(SHA-256(salt ‖ canonical JSON of content))`, the salt as its 32 bytes. */
export const digestOf = (salt: string, body: string): string =>
  `sha256:${createHash('sha256').update(Buffer.from(salt, 'hex')).update(body, 'utf8').digest('hex')}`
