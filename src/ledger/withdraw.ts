import type { Tx } from '../db/database'
import type { Deps } from '../deps'
import { type Fields, first } from '../lib/fields'
import { text } from '../lib/schema'
import type { MessageKey } from '../messages/messages'
import type { Problem } from '../messages/problem'
import { problemsFrom } from '../messages/zod-problems'
import type { Actor, SubjectType, Withdrawn } from './entry'
import type { Ledger } from './ledger.store'
import { type Answer, type Once, onceInLedger, type Repeated } from './once.store'
import { addWithdrawal } from './withdrawal.store'

/** A thing that may be withdrawn, as the transaction finds it. */
export interface Withdrawable {
  /** The slug and code that its entry names. */
  agreement: string | null
  measure: string | null
  withdrawn: Withdrawn | null
  /** What else keeps it from being withdrawn, such as a thing that names it. */
  problems?: Problem[]
}

export interface Withdrawing {
  actor: Actor
  subject: { type: SubjectType; id: string }
  /** Why, or what keeps that from being read. */
  read: { reason: string } | { problems: Problem[] }
  once: Once | null
  answer: Answer
  find: (tx: Tx) => Promise<Withdrawable | undefined>
  /** What follows in the same transaction, such as new standings. */
  then?: (ledger: Ledger) => Promise<void>
}

export type Withdrew =
  | { outcome: 'withdrawn'; answer: Answer }
  | { outcome: 'refused'; problems: Problem[] }
  | { outcome: 'withdrawn already' }
  | { outcome: 'no such thing' }
  | Repeated

const schema = text(2_000)

/** The reason that a withdrawal needs, from the field `reason`. */
export function readReason(fields: Fields): { reason: string } | { problems: Problem[] } {
  const { success, data, error } = schema.safeParse(first(fields, 'reason'))
  return success
    ? { reason: data }
    : { problems: problemsFrom(error).map((problem) => ({ ...problem, field: 'reason' })) }
}

/** Withdraws one thing of the record, for good. Judged in the order: key, reason, the thing itself. */
export function withdrawThing(deps: Deps, withdrawing: Withdrawing): Promise<Withdrew> {
  const { actor, subject, read, once, answer, find, then } = withdrawing
  return onceInLedger<Exclude<Withdrew, Repeated> & { answer?: Answer }>(deps, once, async (ledger) => {
    const thing = await find(ledger.tx)
    if (!thing) return { outcome: 'no such thing' }
    if (thing.withdrawn) return { outcome: 'withdrawn already' }
    if ('problems' in read) return { outcome: 'refused', problems: read.problems }
    if (thing.problems && thing.problems.length > 0) return { outcome: 'refused', problems: thing.problems }
    const { agreement, measure } = thing
    addWithdrawal(ledger, actor, { subject, agreement, measure, reason: read.reason })
    await then?.(ledger)
    return { outcome: 'withdrawn', answer }
  })
}

/** How a form that withdrew nothing is shown again. */
export interface NotWithdrawn {
  status: 409 | 422
  problems: Problem[]
  notice?: MessageKey
  /** Whether sending it again could succeed. */
  open: boolean
}

type Refused = Exclude<Withdrew, { answer: Answer } | { outcome: 'no such thing' }>

export function refusalOf(withdrew: Refused): NotWithdrawn {
  switch (withdrew.outcome) {
    case 'refused':
      return { status: 422, problems: withdrew.problems, open: true }
    case 'withdrawn already':
      return { status: 409, problems: [], notice: 'rules.withdrawn_twice', open: false }
    case 'key reused':
      return { status: 409, problems: [], notice: 'filing.withdraw_again', open: false }
  }
}
