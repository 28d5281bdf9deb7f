import type { Wording } from '../ledger/wordings.store'
import type { Recorded } from '../ledger/entry'
import type { JsonObject } from '../lib/json'

/** A change of a wording: what it said before and from then on, who changed it, when and why. */
export interface Revised<W> extends Pick<Recorded, 'entry' | 'recordedAt' | 'enteredAt' | 'actor'> {
  reason: string | null
  before: W
  after: W
}

/** The changes of a wording, newest first, each in full, since a revision states only what changes. */
export function revisionsIn<W>(wordings: readonly Wording[], read: (fields: JsonObject) => W): Revised<W>[] {
  let fields: JsonObject = {}
  return wordings
    .map((wording) => {
      const before = fields
      fields = { ...fields, ...wording.fields }
      const { entry, recordedAt, enteredAt, actor, reason } = wording
      return { entry, recordedAt, enteredAt, actor, reason, before: read(before), after: read(fields) }
    })
    .slice(1)
    .reverse()
}

/** How a thing was first worded. */
export function firstIn<W>(wordings: readonly Wording[], read: (fields: JsonObject) => W) {
  const [first] = wordings
  if (!first) throw new Error('a thing without a wording')
  return { entry: first.entry, recordedAt: first.recordedAt, wording: read(first.fields) }
}
