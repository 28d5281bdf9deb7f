import { z } from 'zod'
import { isObject } from '../lib/json'
import { problemsFrom } from '../messages/zod-problems'
import type { Dataset } from './dataset'
import { datasetSchema } from './dataset.schema'
import { type Fault, fault, faultFrom, placeOf } from './fault'
import { jsonFaultAt, namesTwice, tooDeep } from './json-text'

export const MOST_BYTES = 200 * 1024 * 1024
const MOST_DEPTH = 64

/** The value a JSON file holds, or why it holds none. */
export function readJson(bytes: Buffer): { value: unknown } | { faults: Fault[] } {
  if (bytes.length > MOST_BYTES) return { faults: [fault('', 'exchange.too_large', { most: 200 })] }
  if (tooDeep(bytes, MOST_DEPTH)) return { faults: [fault('', 'exchange.too_deep', { most: MOST_DEPTH })] }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { faults: [fault('', 'exchange.not_utf8')] }
  }
  try {
    const value: unknown = JSON.parse(text)
    const twice = namesTwice(text).map((place) => fault(placeOf(place), 'exchange.name_twice'))
    return twice.length > 0 ? { faults: twice } : { value }
  } catch {
    return { faults: [fault('', 'exchange.not_json', jsonFaultAt(text))] }
  }
}

/** The dataset a value spells, or everything that is wrong with its form. */
export function readDataset(value: unknown): { dataset: Dataset } | { faults: Fault[] } {
  if (!isObject(value)) return { faults: [fault('', 'exchange.format')] }
  const read = datasetSchema.safeParse(value)
  const hidden = hiddenFields(value).map((place) => fault(placeOf(place), 'rules.unknown_field'))
  if (read.success && hidden.length === 0) return { dataset: read.data }
  const faults = problemsFrom(read.error ?? new z.ZodError([])).map((problem) => faultFrom('', problem))
  const told = new Set(faults.map(({ place }) => place))
  return { faults: [...faults, ...hidden.filter(({ place }) => !told.has(place))] }
}

// What a schema passes over in silence: fields of this one name.
function hiddenFields(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.entries(value).flatMap(([key, field]) =>
    hiddenFields(field, at ? `${at}.${key}` : key),
  )
  return Object.hasOwn(value, '__proto__') ? [at ? `${at}.__proto__` : '__proto__', ...inside] : inside
}
