import type { Tx } from '../db/database'
import type { Instant } from '../lib/dates'
import { fieldsOf, type ReportValues } from '../status-reports/report-values'
import type { Said } from '../users/pens'
import type { Draft, DraftState, Returned } from './draft'
import { findDraft, keyOf } from './draft.store'

/**
 * Makes every other change of an account's drafts wait until this transaction ends; what is read afterwards stays as it is.
 * The account itself stays as it is, too.
 */
export async function holdDraftsOf(tx: Tx, userId: string): Promise<void> {
  await tx
    .updateTable('user')
    .set((e) => ({ name: e.ref('name') }))
    .where('id', '=', userId)
    .execute()
}

/** A draft that nobody else changes in the meantime. */
export async function holdDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  const found = await findDraft(tx, id)
  if (!found) return undefined
  await holdDraftsOf(tx, found.userId)
  return findDraft(tx, id)
}

/** What was typed, less what says which draft it is. */
const textOf = (values: ReportValues): string =>
  JSON.stringify(fieldsOf({ ...values, draft: '', draft_version: '' }))

interface NewDraft {
  id: string
  userId: string
  measureId: string
  state: 'open' | 'submitted'
  said: Said | null
  values: ReportValues
  at: Instant
}

export async function insertDraft(tx: Tx, draft: NewDraft): Promise<void> {
  const { id, userId, measureId, state, said, values, at } = draft
  await tx
    .insertInto('draft')
    .values({
      id,
      user_id: userId,
      measure_id: measureId,
      state,
      version: 1,
      kind: said?.kind ?? null,
      channel: said?.channel ?? null,
      party: said?.party ?? null,
      form_key: keyOf(values.idempotency_key),
      fields: textOf(values),
      changed_at: at,
      ended_by: null,
      report_id: null,
    })
    .execute()
}

interface Change {
  state: DraftState
  at: Instant
  values?: ReportValues
  said?: Said
  endedBy?: string
  report?: string
}

/** Brings a draft into another state, or its words up to date; its version rises. */
export async function changeDraft(tx: Tx, id: string, change: Change): Promise<void> {
  const { state, at, values, said, endedBy, report } = change
  await tx
    .updateTable('draft')
    .set((e) => ({ state, changed_at: at, version: e('version', '+', 1) }))
    .$if(values !== undefined, (q) => q.set({ fields: values ? textOf(values) : '{}' }))
    .$if(said !== undefined, (q) => q.set({ ...said }))
    .$if(endedBy !== undefined, (q) => q.set({ ended_by: endedBy ?? null }))
    .$if(report !== undefined, (q) => q.set({ report_id: report ?? null }))
    .where('id', '=', id)
    .execute()
}

/** Ends a draft: its words are in the record, or nowhere. */
export async function endDraft(tx: Tx, id: string, end: Omit<Change, 'values' | 'said'>): Promise<void> {
  await changeDraft(tx, id, end)
  await tx.updateTable('draft').set({ fields: '{}' }).where('id', '=', id).execute()
}

export async function insertReturn(
  tx: Tx,
  draftId: string,
  { at, by, version, comment }: Returned,
): Promise<void> {
  await tx
    .insertInto('draft_return')
    .values({ draft_id: draftId, version, user_id: by, comment, returned_at: at })
    .execute()
}

/** Forgets for good the drafts that an account deleted before an instant. */
export async function forgetDeleted(tx: Tx, userId: string, before: Instant): Promise<void> {
  await tx
    .deleteFrom('draft')
    .where('user_id', '=', userId)
    .where('state', '=', 'deleted')
    .where('changed_at', '<', before)
    .execute()
}
