import { isObject, type Json, type JsonObject } from '../lib/json'
import { REMOVED } from '../lib/text'
import type { EntryKind } from './entry'

/** A text that may be redacted, and where it stands in its entry's content: `by.name`, `evidence.0.title`. */
export interface Text {
  path: string
  text: string
}

// Free text, names, titles and addresses. Whatever a rule, a score or a link is made of is none of them: stages, days,
// kinds, parties, slugs, codes, ids, quantities.
const REDACTABLE = new Set([
  'title', 'name', 'text', 'summary', 'place', 'theme', 'criterion', 'resources', 'reporting_frequency', 'dispute_procedure',
  'decided_by', 'note', 'organisation', 'publisher', 'url', 'reason',
]) // prettier-ignore
/** Objects of names by language, and of bodies by party. */
const NAMED = new Set(['names', 'bodies'])
/** What says what the ledger itself did. */
const UNTOUCHABLE: ReadonlySet<EntryKind> = new Set(['content_redacted', 'key_changed', 'day_passed'])

/** The texts of a content that may be redacted, in the order in which they stand. */
export function textsOf(kind: EntryKind, content: JsonObject): Text[] {
  if (UNTOUCHABLE.has(kind)) return []
  // Of a status report it is a word of a vocabulary.
  const keeps = (key: string) => key === 'reason' && kind === 'report_recorded'
  const walk = (value: Json, path: string[], free: boolean): Text[] => {
    if (typeof value === 'string')
      return free && value !== REMOVED ? [{ path: path.join('.'), text: value }] : []
    if (Array.isArray(value)) return value.flatMap((item, i) => walk(item, [...path, String(i)], false))
    if (!isObject(value)) return []
    const within = NAMED.has(path.at(-1) ?? '')
    return Object.entries(value).flatMap(([key, item]) =>
      walk(item, [...path, key], within || (REDACTABLE.has(key) && !keeps(key))),
    )
  }
  return walk(content, [], false)
}

/** A content with some texts replaced, by their paths. */
export function replaceTexts(content: JsonObject, texts: ReadonlyMap<string, string>): JsonObject {
  const walk = (value: Json, path: string[]): Json => {
    if (typeof value === 'string') return texts.get(path.join('.')) ?? value
    if (Array.isArray(value)) return value.map((item, i) => walk(item, [...path, String(i)]))
    return isObject(value) ? inside(value, path) : value
  }
  const inside = (object: JsonObject, path: string[]): JsonObject =>
    Object.fromEntries(Object.entries(object).map(([key, item]) => [key, walk(item, [...path, key])]))
  return inside(content, [])
}

/** What is to be removed from a content: whole texts by their paths, or a wording wherever it stands in one. */
export type Removal = { paths: readonly string[] } | { wording: string }

/** What remains after a removal; or the paths that may not be removed, none where the wording stands nowhere. */
export function remainsAfter(
  kind: EntryKind,
  content: JsonObject,
  removal: Removal,
): { remains: JsonObject } | { refused: string[] } {
  const texts = textsOf(kind, content)
  if ('paths' in removal) {
    const known = new Set(texts.map(({ path }) => path))
    const refused = removal.paths.filter((path) => !known.has(path))
    if (refused.length > 0) return { refused }
    return { remains: replaceTexts(content, new Map(removal.paths.map((path) => [path, REMOVED]))) }
  }
  const replaced = texts.flatMap(({ path, text }) => {
    const rest = withoutWording(text, removal.wording)
    return rest === text ? [] : [[path, rest] as const]
  })
  return replaced.length === 0 ? { refused: [] } : { remains: replaceTexts(content, new Map(replaced)) }
}

/** A text without a wording, whatever its case; an address goes whole, for half of one leads nowhere. */
function withoutWording(text: string, wording: string): string {
  const found = new RegExp(wording.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu')
  const rest = text.replace(found, REMOVED)
  return rest !== text && /^https?:\/\/\S+$/i.test(text) ? REMOVED : rest
}
