import type { Tx } from '../db/database'
import type { Deps } from '../deps'
import { headOf } from '../ledger/ledger.store'
import { type ReportValues, valuesSaying } from '../status-reports/report-values'
import type { ReportWording } from '../status-reports/status-report'
import { changeDraft, endDraft, holdDraftsOf, insertDraft } from './draft-changes.store'
import { draftToReplace } from './save-draft'

interface Submitting {
  userId: string
  measureId: string
  /** What was typed; null where the report came without a form. */
  values: ReportValues | null
  wording: ReportWording
}

/** Lays a report that passed the rules before a second person, and gives the draft's id. */
export async function submitDraft(deps: Deps, tx: Tx, submitting: Submitting): Promise<string> {
  const { userId, measureId, wording } = submitting
  const typed = submitting.values ?? valuesSaying(wording)
  // Its author has seen all that was on the measure, or it would not have come this far.
  const values = { ...typed, seen: String((await headOf(tx)).n) }
  const said = { kind: wording.kind, channel: wording.channel, party: wording.party }
  const at = deps.clock()
  await holdDraftsOf(tx, userId)
  const draft = submitting.values ? await draftToReplace(tx, { userId, measureId, values: typed }) : undefined
  if (draft) {
    await changeDraft(tx, draft.id, { state: 'submitted', at, values, said })
    return draft.id
  }
  const id = deps.newId()
  await insertDraft(tx, { id, userId, measureId, state: 'submitted', said, values, at })
  return id
}

interface Entered {
  userId: string
  measureId: string
  values: ReportValues | null
  report: string
}

/** Ends the draft that a report was made from, once its words are in the record. */
export async function endReplaced(
  deps: Deps,
  tx: Tx,
  { userId, measureId, values, report }: Entered,
): Promise<void> {
  // Most reports were never a draft, and then nobody need wait.
  if (!values || !(await draftToReplace(tx, { userId, measureId, values }))) return
  await holdDraftsOf(tx, userId)
  const draft = await draftToReplace(tx, { userId, measureId, values })
  if (draft) await endDraft(tx, draft.id, { state: 'recorded', at: deps.clock(), endedBy: userId, report })
}
