import type { Deps } from '../deps'
import type { JsonObject } from '../lib/json'
import { restand } from '../standing/restand.store'
import { measureIdOf } from '../status-reports/status-report.store'
import type { Actor } from './entry'
import { inLedger, type Ledger } from './ledger.store'
import { type Removal, remainsAfter, textsOf } from './redaction'
import { destroyContents, findRedactable, refreshWords } from './redaction.store'

export interface Redaction {
  actor: Actor
  /** The entry of whose content something is to be removed. */
  entry: number
  removal: Removal
  reason: string
}

export type Redacted =
  | { outcome: 'redacted'; entry: number; remains: JsonObject }
  | { outcome: 'no such entry' }
  | { outcome: 'nothing to remove' }
  | { outcome: 'refused'; paths: string[] }
  | { outcome: 'is a redaction'; of: string }

/**
 * Destroys what an entry said, and its salt, by a later entry that says what remains of it. The entry itself stays, and so
 * do its leaf and every root and proof.
 */
export const redactContent = (deps: Deps, redaction: Redaction): Promise<Redacted> =>
  inLedger(deps, (ledger) => redactWithin(ledger, redaction))

/** The same within a transaction that does more. */
export async function redactWithin(
  ledger: Ledger,
  { actor, entry: n, removal, reason }: Redaction,
): Promise<Redacted> {
  const found = await findRedactable(ledger.tx, n)
  if (!found) return { outcome: 'no such entry' }
  const { entry, content, earlier } = found
  if (entry.kind === 'content_redacted') return { outcome: 'is a redaction', of: entry.subject.id }
  if (textsOf(entry.kind, content).length === 0) return { outcome: 'nothing to remove' }
  const after = remainsAfter(entry.kind, content, removal)
  if ('refused' in after) return { outcome: 'refused', paths: after.refused }
  const by = ledger.append({
    kind: 'content_redacted',
    agreement: entry.agreement,
    measure: entry.measure,
    subject: { type: 'entry', id: String(n) },
    actor,
    content: { entry: n, reason, content: after.remains, ...(earlier.length > 0 ? { earlier } : {}) },
  })
  await ledger.flush()
  await destroyContents(ledger.tx, [n, ...earlier.map((one) => one.entry)], by)
  await refreshWords(ledger.tx, entry.subject.id)
  // Whoever found something is named in a standing.
  if (entry.kind === 'report_recorded')
    await restand(ledger, [await measureIdOf(ledger.tx, entry.subject.id)])
  return { outcome: 'redacted', entry: by, remains: after.remains }
}
