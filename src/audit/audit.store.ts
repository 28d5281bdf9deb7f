import type { Tx } from '../db/database'
import type { Deps } from '../deps'
import type { AuditKind, Doer } from './audit'

interface Done {
  kind: AuditKind
  by: Doer
  /** The account that it was done to. */
  subject?: string | null
  detail?: string
}

const LONGEST_DETAIL = 300

/** Writes down what was done, in the transaction that does it. */
export async function noteDone(
  tx: Tx,
  { newId, clock }: Pick<Deps, 'newId' | 'clock'>,
  { kind, by, subject = null, detail }: Done,
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      id: newId(),
      at: clock(),
      kind,
      actor_as: by.as,
      actor_id: by.as === 'user' ? by.id : null,
      subject_id: subject,
      address: by.as === 'operator' ? null : by.address,
      detail: detail?.slice(0, LONGEST_DETAIL) ?? null,
    })
    .execute()
}
