import { problemsFrom } from '../messages/zod-problems'
import type { Dataset } from './dataset'
import { datasetSchema } from './dataset.schema'
import { type Fault, fault, faultFrom } from './fault'
import { jsonFaultAt, tooDeep } from './json-text'

export const MOST_BYTES = 200 * 1024 * 1024
const MOST_DEPTH = 64

/** The value a JSON file holds, or why it holds none. */
export function readJson(bytes: Buffer): { value: unknown } | { fault: Fault } {
  if (bytes.length > MOST_BYTES) return { fault: fault('', 'exchange.too_large', { most: 200 }) }
  if (tooDeep(bytes, MOST_DEPTH)) return { fault: fault('', 'exchange.too_deep', { most: MOST_DEPTH }) }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { fault: fault('', 'exchange.not_utf8') }
  }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { fault: fault('', 'exchange.not_json', jsonFaultAt(text)) }
  }
}

/** The dataset a value spells, or everything that is wrong with its form. */
export function readDataset(value: unknown): { dataset: Dataset } | { faults: Fault[] } {
  const read = datasetSchema.safeParse(value)
  if (read.success) return { dataset: read.data }
  return { faults: problemsFrom(read.error).map((problem) => faultFrom('', problem)) }
}
