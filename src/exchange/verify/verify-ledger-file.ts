import { z } from 'zod'
import { canonical } from '../../ledger/content'
import { CAPACITIES, type Entry, ENTRY_KINDS, SUBJECT_TYPES } from '../../ledger/entry'
import { isObject } from '../../lib/json'
import { type Report, verifyLeaf } from './verify-entries'

const line = z.strictObject({
  entry: z.strictObject({
    n: z.int().positive(),
    entered_at: z.string(),
    recorded_at: z.string(),
    kind: z.enum(ENTRY_KINDS),
    agreement: z.string().nullable(),
    measure: z.string().nullable(),
    subject: z.strictObject({ type: z.enum(SUBJECT_TYPES), id: z.string() }),
    actor: z.strictObject({ id: z.string(), capacity: z.enum(CAPACITIES), party: z.string().nullable() }),
    digest: z.string(),
  }),
  content: z.unknown(),
  salt: z.string().nullable(),
  redacted_by: z.int().optional(),
})

/** The entries of an exported ledger, one a line: their numbers, instants and digests. */
export async function verifyLedgerLines(lines: AsyncIterable<string>, report: Report): Promise<void> {
  let before: Entry | undefined
  let number = 0
  for await (const text of lines) {
    number += 1
    if (text.trim() === '') continue
    const leaf = readLine(text)
    if (!leaf) report(`line ${number}: is no entry of a ledger`)
    else {
      verifyLeaf(leaf, before, report)
      before = leaf.entry
    }
  }
}

function readLine(text: string) {
  const read = line.safeParse(parsed(text))
  if (!read.success) return undefined
  const { entry, content, salt, redacted_by: redactedBy } = read.data
  const { entered_at: enteredAt, recorded_at: recordedAt, ...rest } = entry
  return {
    entry: { ...rest, enteredAt, recordedAt },
    body: isObject(content) ? canonical(content) : null,
    salt,
    redactedBy: redactedBy ?? null,
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
