import type { Deps } from '../deps'
import { destroyFile, destroyHidden, keptBeside } from '../evidence/removed-file.store'
import type { Actor } from './entry'
import { inLedger } from './ledger.store'
import { findRedactable } from './redaction.store'

interface Removal {
  actor: Actor
  /** The entry, and which of its evidence, counted from 0. */
  entry: number
  position: number
  reason: string
}

type Removed =
  { outcome: 'redacted'; entry: number } | { outcome: 'no such entry' } | { outcome: 'nothing kept' }

/**
 * Destroys what is kept beside the ledger of one piece of an entry's evidence: the bytes of its file, wherever else the
 * file is named, and what it says where it is restricted. A later entry says so; what the ledger itself says stays.
 */
export const redactEvidence = (
  deps: Deps,
  { actor, entry: n, position, reason }: Removal,
): Promise<Removed> =>
  inLedger(deps, async (ledger): Promise<Removed> => {
    const found = await findRedactable(ledger.tx, n)
    if (!found) return { outcome: 'no such entry' }
    const kept = await keptBeside(ledger.tx, n, position)
    if (!kept || (kept.file === null && !kept.hides)) return { outcome: 'nothing kept' }
    const { agreement, measure } = found.entry
    const by = ledger.append({
      kind: 'content_redacted',
      agreement,
      measure,
      subject: { type: 'entry', id: String(n) },
      actor,
      content: { entry: n, reason, evidence: position },
    })
    await ledger.flush()
    await destroyHidden(ledger.tx, n, position, by)
    if (kept.file !== null) await destroyFile(ledger.tx, kept.file, by)
    return { outcome: 'redacted', entry: by }
  })
