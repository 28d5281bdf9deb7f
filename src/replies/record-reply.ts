import type { Deps } from '../deps'
import type { Actor } from '../ledger/entry'
import { type Answer, type Once, onceInLedger, type Repeated } from '../ledger/once.store'
import { findStanding } from '../measures/place.store'
import type { Problem } from '../messages/problem'
import { findReport } from '../status-reports/status-report.store'
import { problemsWithReply } from './reply-rules'
import { addReply } from './reply.store'

export interface Replying {
  /** The reporter, whose party replies. */
  actor: Actor
  report: string
  read: { text: string } | { problems: Problem[] }
  once: Once | null
  answer: (id: string) => Answer
}

export type Replied =
  | { outcome: 'recorded'; answer: Answer }
  | { outcome: 'refused'; problems: Problem[] }
  | { outcome: 'no such report' }
  | Repeated

/** Records a party's answer to a finding. Judged in the order: key, text, rules. It moves no standing. */
export function recordReply(
  deps: Deps,
  { actor, report: id, read, once, answer }: Replying,
): Promise<Replied> {
  return onceInLedger<Exclude<Replied, Repeated> & { answer?: Answer }>(deps, once, async (ledger) => {
    if ('problems' in read) return { outcome: 'refused', problems: read.problems }
    const report = await findReport(ledger.tx, id, null)
    if (!report) return { outcome: 'no such report' }
    const { measure } = report
    const place = await findStanding(ledger.tx, measure.agreement, measure.code)
    const problems = problemsWithReply(actor.party, report, place?.agreement.parties ?? null)
    if (problems.length > 0) return { outcome: 'refused', problems }
    const reply = deps.newId()
    addReply(ledger, actor, { id: reply, report: id, measure, party: actor.party ?? '', text: read.text })
    return { outcome: 'recorded', answer: answer(reply) }
  })
}
