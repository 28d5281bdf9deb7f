import { z } from 'zod'
import { canonical } from '../../ledger/content'
import { CAPACITIES, type Entry, ENTRY_KINDS, SUBJECT_TYPES } from '../../ledger/entry'
import { isObject, type JsonObject } from '../../lib/json'
import type { Leaf } from '../ledger.queries'
import { type Report, verifyLeaf } from './verify-entries'
import { openRedactionCheck } from './verify-redactions'
import { type Known, NOTHING_KNOWN, openTreeCheck } from './verify-tree'

const entryLine = z.strictObject({
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
  /** At a change of key, the checkpoint that both keys signed. */
  checkpoint: z.string().optional(),
})

const lastLine = z.strictObject({ checkpoint: z.string(), key: z.string() })

/** An exported ledger, one entry a line: their numbers, instants, digests and redactions, the tree over them and its checkpoint. */
export async function verifyLedgerLines(
  lines: AsyncIterable<string>,
  report: Report,
  known: Known = NOTHING_KNOWN,
): Promise<void> {
  const tree = openTreeCheck(known, report)
  const redactions = openRedactionCheck(report)
  const handovers = new Map<number, string>()
  let before: Entry | undefined
  let last: z.infer<typeof lastLine> | undefined
  let number = 0
  for await (const text of lines) {
    number += 1
    if (text.trim() === '') continue
    if (last) report(`line ${number}: comes after the checkpoint, which is the last`)
    const value = parsed(text)
    const leaf = leafIn(value)
    last ??= lastLine.safeParse(value).data
    if (leaf) {
      const { content, handover } = leaf
      verifyLeaf(leaf, before, report)
      tree.take(leaf, content)
      redactions.take(leaf, content)
      if (handover !== undefined) handovers.set(leaf.entry.n, handover)
      before = leaf.entry
    } else if (!last) report(`line ${number}: is no entry of a ledger`)
  }
  redactions.end()
  if (!last) report('checkpoint: the last line is none, so that the end of the ledger may be missing')
  tree.end({ firstKey: undefined, lastKey: last?.key, handovers, checkpoint: last?.checkpoint ?? null })
}

function leafIn(
  value: unknown,
): (Leaf & { content: JsonObject | undefined; handover: string | undefined }) | undefined {
  const read = entryLine.safeParse(value)
  if (!read.success) return undefined
  const { entry, content: given, salt, redacted_by: redactedBy, checkpoint: handover } = read.data
  const { entered_at: enteredAt, recorded_at: recordedAt, ...rest } = entry
  const content = isObject(given) ? given : undefined
  return {
    entry: { ...rest, enteredAt, recordedAt },
    content,
    body: content ? canonical(content) : null,
    salt,
    redactedBy: redactedBy ?? null,
    handover,
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
