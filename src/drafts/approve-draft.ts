import type { Deps } from '../deps'
import { inLedger } from '../ledger/ledger.store'
import type { Problem } from '../messages/problem'
import { enterReport } from '../status-reports/record-status-report'
import { APPROVING_CAPACITIES } from '../status-reports/status-report'
import type { User } from '../users/user'
import { endDraft } from './draft-changes.store'
import { draftInReview, judgeDraft, type NotInReview } from './judge-draft'
import { newestChangeOn } from './newest-change.store'

interface Approving {
  id: string
  /** The version that was read. */
  version: number
  /** The last entry when it was read; null for no check. */
  seen: number | null
}

export type Approved =
  | { outcome: 'approved'; report: string }
  | { outcome: 'refused'; problems: Problem[] }
  | { outcome: 'overtaken' }
  | NotInReview

/**
 * Lets another's report into the record, as its author's, and ends the draft. Judged by the rules of this moment. The same
 * person's second time has the first one's answer.
 */
export function approveDraft(
  deps: Deps,
  reviewer: User,
  { id, version, seen }: Approving,
): Promise<Approved> {
  return inLedger(deps, async (ledger): Promise<Approved> => {
    const { tx, enteredAt } = ledger
    const found = await draftInReview(tx, reviewer, { id, version })
    if (found.outcome === 'recorded' && found.by === reviewer.id)
      return { outcome: 'approved', report: found.report }
    if (found.outcome !== 'in review') return found
    const { draft, author, approver } = found
    const judged = await judgeDraft(tx, draft, author, enteredAt)
    if (judged.outcome === 'refused') return judged
    if (seen !== null && (await newestChangeOn(tx, draft.place)) > seen) return { outcome: 'overtaken' }
    const report = deps.newId()
    const capacity = APPROVING_CAPACITIES.find((one) => one === approver.capacity)
    if (!capacity) throw new Error(`nobody approves as ${approver.capacity}`)
    const wording = { ...judged.wording, approvedBy: { id: approver.id, capacity } }
    await enterReport(ledger, judged.actor, { ...judged, id: report, wording })
    await endDraft(tx, id, { state: 'recorded', at: deps.clock(), endedBy: reviewer.id, report })
    return { outcome: 'approved', report }
  })
}
