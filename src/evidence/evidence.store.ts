import type { Db } from '../db/database'
import type { Ledger } from '../ledger/ledger.store'
import type { JsonObject } from '../lib/json'
import { fieldsOf, parseObject } from '../lib/json'
import { readEvidence } from './evidence.content'
import { type Hidden, mapEvidence, seal, unseal } from './restricted'

/** The kinds and days of what an entry rests on, by its place in the entry's content. */
export function addEvidence(ledger: Ledger, entry: number, evidence: readonly JsonObject[]): void {
  evidence.map(readEvidence).forEach(({ kind, publishedOn, file, restricted }, position) => {
    ledger.add('evidence', {
      entry,
      position,
      kind,
      published_on: publishedOn,
      file: file?.sha256 ?? null,
      review_on: restricted?.reviewOn ?? null,
    })
  })
}

/** Parts what is restricted from some content: what the ledger is told, and what `addHidden` keeps beside it. */
export function sealed(content: JsonObject): { shown: JsonObject; hidden: (Hidden | null)[] } {
  const hidden: (Hidden | null)[] = []
  const shown = mapEvidence(content, (evidence) => {
    const part = seal(evidence)
    hidden.push(part.hidden)
    return part.shown
  })
  return { shown, hidden }
}

/** Keeps what the ledger only commits to, by its place in the entry's content. */
export function addHidden(ledger: Ledger, entry: number, hidden: readonly (Hidden | null)[]): void {
  hidden.forEach((part, position) => {
    if (part === null) return
    const { file } = readEvidence(parseObject(part.body))
    const row = { entry, position, ...part, file: file?.sha256 ?? null, redacted_by: null }
    ledger.add('restricted_evidence', row)
  })
}

const CHUNK = 10_000

/** What some entries hide, by entry and place; what was redacted is left out. */
export async function hiddenIn(
  db: Db,
  entries: readonly number[],
): Promise<Map<number, ReadonlyMap<number, Hidden>>> {
  const found = new Map<number, Map<number, Hidden>>()
  for (let from = 0; from < entries.length; from += CHUNK) {
    const rows = await db
      .selectFrom('restricted_evidence')
      .where('entry', 'in', entries.slice(from, from + CHUNK))
      .select(['entry', 'position', 'body', 'salt'])
      .execute()
    for (const { entry, position, body, salt } of rows)
      if (body !== null && salt !== null)
        found.set(entry, (found.get(entry) ?? new Map<number, Hidden>()).set(position, { body, salt }))
  }
  return found
}

/** The content of an entry with what it hides. */
export function withHidden(content: JsonObject, hidden: ReadonlyMap<number, Hidden> | undefined): JsonObject {
  if (!hidden) return content
  let position = -1
  return mapEvidence(content, (evidence) => {
    position += 1
    const part = hidden.get(position)
    return part && fieldsOf(evidence).object('restricted') ? unseal(evidence, part) : evidence
  })
}
