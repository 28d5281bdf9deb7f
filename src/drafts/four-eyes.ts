import type { Actor } from '../ledger/entry'
import type { ReportKind } from '../status-reports/status-report'
import { penFor, type Said } from '../users/pens'
import type { User } from '../users/user'

/** Which reports wait for a second person before they enter the record. */
export const FOUR_EYES = ['off', 'findings', 'reports'] as const
export type FourEyes = (typeof FOUR_EYES)[number]

/** Whether a report of this kind waits for a second person. */
export const needsApproval = (fourEyes: FourEyes, kind: ReportKind): boolean =>
  fourEyes === 'reports' || (fourEyes === 'findings' && kind === 'finding')

/** Of the reports a person may file: whether all, some or none of them wait. */
export function approvalsAmong(fourEyes: FourEyes, kinds: readonly ReportKind[]): 'all' | 'some' | 'none' {
  const waiting = kinds.filter((kind) => needsApproval(fourEyes, kind))
  if (waiting.length === 0) return 'none'
  return waiting.length === kinds.length ? 'all' : 'some'
}

/**
 * Who a person is when letting another's report in; undefined when they may not. Whoever could have said it themselves may:
 * for a claim another reporter of the same party, for a finding another verifier, for a public source another editor.
 * Never its author, in whatever role.
 */
export function approverOf(user: User, said: Said, author: { id: string }): Actor | undefined {
  if (user.id === author.id || user.disabledAt !== null || said.kind === null) return undefined
  return penFor(user, said)
}
