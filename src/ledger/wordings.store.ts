import type { Db } from '../db/database'
import type { Instant } from '../lib/dates'
import { fieldsOf, type JsonObject } from '../lib/json'
import type { Recorded } from './entry'
import { told } from './recorded.store'

/** One wording of a party, agreement or measure: the fields it states, and why. */
export interface Wording extends Recorded {
  reason: string | null
  fields: JsonObject
}

/** A thing with its fields as they are now, and all its wordings, oldest first. */
export interface Worded {
  first: Recorded
  fields: JsonObject
  wordings: Wording[]
}

interface Revision {
  id: string
  entry: number
}

/**
 * The fields of each thing after its revisions up to an instant: its first wording, each revision's fields laid over it
 * in the order of (recorded_at, entry). The rows come in that order.
 */
export async function wordingsOf(
  db: Db,
  revisions: readonly Revision[],
  knownAt: Instant | null,
): Promise<Map<string, Worded>> {
  const things = new Map<string, Worded>()
  for (const { content, ...recorded } of await told(db, revisions, knownAt)) {
    const thing = things.get(recorded.id)
    const stated = thing ? (fieldsOf(content).object('fields') ?? {}) : content
    const wording = { ...recorded, reason: fieldsOf(content).text('reason'), fields: stated }
    if (thing) {
      thing.fields = { ...thing.fields, ...stated }
      thing.wordings.push(wording)
    } else things.set(recorded.id, { first: recorded, fields: stated, wordings: [wording] })
  }
  return things
}
