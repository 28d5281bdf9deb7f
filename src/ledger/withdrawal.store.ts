import type { Instant } from '../lib/dates'
import type { Actor, SubjectType } from './entry'
import type { Ledger } from './ledger.store'

interface Withdrawal {
  subject: { type: SubjectType; id: string }
  agreement: string | null
  measure: string | null
  reason: string | null
  recordedAt?: Instant
}

/** From its instant on the thing is as if it had never been, and stays readable. Final. */
export function addWithdrawal(ledger: Ledger, actor: Actor, withdrawal: Withdrawal): void {
  const { subject, agreement, measure, reason, recordedAt } = withdrawal
  const entry = ledger.append({
    kind: subject.type === 'report' ? 'report_withdrawn' : 'withdrawn',
    agreement,
    measure,
    subject,
    actor,
    content: { id: subject.id, ...(reason === null ? {} : { reason }) },
    ...(recordedAt === undefined ? {} : { recordedAt }),
  })
  const at = recordedAt ?? ledger.enteredAt
  ledger.add('withdrawal', { subject_id: subject.id, subject_type: subject.type, recorded_at: at, entry })
}
