import type { Json, JsonObject } from '../lib/json'
import { fold, REMOVED } from '../lib/text'

// Codes of the record, which nobody searches for in words.
const CODES =
  /^(id|kind|channel|condition|obligation|verification|language|verdict|corrects|report|approved_by|as_of|on|day|event|sha256|type|commitment|.*_(on|precision))$/

/** The words of an entry's content, folded as search compares them. */
export const wordsOf = (content: JsonObject): string =>
  fold(textsIn(content).join(' ').replaceAll(REMOVED, ' '))

function textsIn(value: Json, key = ''): string[] {
  if (CODES.test(key)) return []
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item))
  return value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([inner, item]) => textsIn(item, inner))
    : []
}
