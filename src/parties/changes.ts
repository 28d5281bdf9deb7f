import { canonical, toContentObject } from '../ledger/content'
import type { Wording } from '../ledger/wordings.store'
import type { JsonObject } from '../lib/json'

/** The fields in which one wording differs from another, in the dataset's words; null where one becomes unknown. */
export function changesBetween(before: object, after: object): JsonObject {
  const was = toContentObject(before)
  const is = toContentObject(after)
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  const changed = names.filter((name) => canonical(was[name] ?? null) !== canonical(is[name] ?? null))
  return Object.fromEntries(changed.map((name) => [name, is[name] ?? null]))
}

/** A list that a form gives in the order of the page, in the order it had before; what is new comes last. */
export const inOldOrder = (before: readonly string[], after: readonly string[]): string[] => [
  ...before.filter((item) => after.includes(item)),
  ...after.filter((item) => !before.includes(item)),
]

/** The fields as they stood after an entry: what an editor had before them. */
export const fieldsSeen = (wordings: readonly Wording[], seen: number): JsonObject =>
  wordings
    .filter(({ entry }) => entry <= seen)
    .reduce<JsonObject>((fields, wording) => ({ ...fields, ...wording.fields }), {})
