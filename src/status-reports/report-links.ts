import type { Reply } from '../replies/reply'
import type { User } from '../users/user'
import { correctorOf, replierTo, replyWithdrawerOf, withdrawerOf } from './report-permissions'
import type { ReportState, StatusReport } from './status-report'

/** What a person may do about a report, as far as links are shown; the actions decide for themselves. */
export interface MayWithReport {
  correct: boolean
  withdraw: boolean
  reply: boolean
  /** The ids of the replies that they may withdraw. */
  withdrawReplies: string[]
}

interface Seen {
  report: StatusReport
  state: ReportState
  replies: readonly Reply[]
}

/** Undefined for a stranger; `parties` are those of the agreement, null where it or the measure was withdrawn. */
export function mayWithReport(
  user: User | null,
  { report, state, replies }: Seen,
  parties: readonly string[] | null,
): MayWithReport | undefined {
  if (user === null) return undefined
  const withdrawn = state === 'withdrawn'
  const open = parties !== null && !withdrawn
  return {
    correct: open && state !== 'corrected' && correctorOf(user, report) !== undefined,
    withdraw: !withdrawn && withdrawerOf(user, report) !== undefined,
    reply: open && report.kind === 'finding' && replierTo(user, parties) !== undefined,
    withdrawReplies: replies
      .filter((reply) => reply.withdrawn === null && replyWithdrawerOf(user, reply) !== undefined)
      .map(({ id }) => id),
  }
}
