import type { z } from 'zod'
import { toContentObject } from '../ledger/content'
import { type Fields, first, given } from '../lib/fields'
import { isObject, type Json } from '../lib/json'
import { text } from '../lib/schema'
import { clean } from '../lib/text'
import type { Problem } from '../messages/problem'
import { problemsFrom } from '../messages/zod-problems'
import type { Read } from './edit'

/** A form before it is shown. */
export interface Form {
  /** What was typed; null where nothing was yet. */
  typed: Fields | null
  problems: Problem[]
  idempotencyKey: string
  /** The last entry that its reader can have seen; null for no check. */
  seen: number | null
  /** What `seen` was when somebody else was faster. */
  overtakenAt: number | null
}

/** The entry number a form was made at; one that cannot be read has seen nothing. */
export function seenIn(fields: Fields): number | null {
  const seen = given(fields, 'seen')
  if (seen === undefined) return null
  return /^\d{1,15}$/.test(seen) ? Number(seen) : 0
}

/** What a schema makes of a form's fields; each problem at the control where it can be put right. */
export function readWith<S extends z.ZodType>(
  schema: S,
  input: unknown,
  atControl: (field: string) => string = (field) => field,
): Read<z.output<S>> {
  const read = schema.safeParse(input)
  if (read.success) return { said: read.data }
  const problems = problemsFrom(read.error).map((one) => ({ ...one, field: atControl(one.field) }))
  return {
    problems: problems.filter((one, i) => problems.findIndex(({ field }) => field === one.field) === i),
  }
}

/** Why something is revised. */
export const reasonField = text(2_000)

/** The values of a name that are not empty, such as the checked boxes of a group. */
export const chosen = (fields: Fields, name: string): string[] =>
  (fields[name] ?? []).map(clean).filter((value) => value !== '')

/** The fields named `prefix.key`, by key; empty ones are left out. */
export function keyed(fields: Fields, prefix: string): Record<string, string> | undefined {
  const found = Object.keys(fields)
    .filter((name) => name.startsWith(`${prefix}.`))
    .map((name) => [name.slice(prefix.length + 1), first(fields, name).trim()] as const)
    .filter(([, value]) => value !== '')
  return found.length > 0 ? Object.fromEntries(found) : undefined
}

/** Content as a form's fields: a list is one name with many values, an object's field is `object.field`. */
export const fieldsFrom = (content: object): Fields =>
  Object.fromEntries(
    Object.entries(toContentObject(content)).flatMap(([name, value]) => namedValues(name, value)),
  )

function namedValues(name: string, value: Json): [string, readonly string[]][] {
  if (Array.isArray(value)) return [[name, value.filter((item) => typeof item === 'string')]]
  if (isObject(value))
    return Object.entries(value).flatMap(([key, inner]) => namedValues(`${name}.${key}`, inner))
  return value === null ? [] : [[name, [String(value)]]]
}

// A day belongs with its precision, and the columns of the evidence blocks with one another.
const partOf = (name: string): string => name.replace(/^evidence_.*/, 'evidence').replace(/_precision$/, '')
const UNSAID = 'day'

const saying = (fields: Fields, name: string): string => {
  const values = (fields[name] ?? []).map(clean).filter((value) => value !== '')
  if (name.endsWith('_precision')) return values.filter((value) => value !== UNSAID).join()
  return JSON.stringify(name.startsWith('evidence_') ? values : values.sort())
}

/**
 * What was typed, laid over what a thing says by now: where its author left a part as they had found it, the newer
 * wording stands, so that saving it does not undo what somebody else wrote.
 */
function mergedFields(found: Fields, typed: Fields, now: Fields): Fields {
  const names = [...new Set([...Object.keys(found), ...Object.keys(typed), ...Object.keys(now)])]
  const touched = new Set(
    names.filter((name) => saying(typed, name) !== saying(found, name)).map((name) => partOf(name)),
  )
  return Object.fromEntries(
    names.map((name) => [name, (touched.has(partOf(name)) ? typed[name] : (now[name] ?? [])) ?? []]),
  )
}

/** What stands in the fields of a form that revises a thing: what it says now, what was typed, or both brought together. */
export function formFields({ typed, overtakenAt }: Form, found: Fields, now: Fields): Fields {
  if (typed === null) return now
  return overtakenAt === null ? typed : mergedFields(found, typed, now)
}
