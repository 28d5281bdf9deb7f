import type { Actor, Capacity } from '../ledger/entry'
import type { Channel, ReportKind } from '../status-reports/status-report'
import type { User } from './user'

/** Who a person is when acting in one of their roles; undefined when they do not hold it. */
export function actorAs(user: User, capacity: Exclude<Capacity, 'operator'>): Actor | undefined {
  if (!user.roles.includes(capacity)) return undefined
  return { id: user.actorId, capacity, party: capacity === 'reporter' ? user.party : null }
}

/** A report as far as permission looks at it; what is not known yet is null. */
export interface Said {
  kind: ReportKind | null
  channel: Channel | null
  party: string | null
}

/**
 * Who may say this: a reporter claims for their own party, a verifier finds, an editor takes down what was said in public.
 * Undefined when this person may not; an administrator as such holds no pen.
 */
export function penFor(user: User, { kind, channel, party }: Said): Actor | undefined {
  if (channel === 'public_source') return actorAs(user, 'editor')
  if (kind === 'finding') return actorAs(user, 'verifier')
  const reporter = actorAs(user, 'reporter')
  if (kind === 'claim') return party === null || party === user.party ? reporter : undefined
  return reporter ?? actorAs(user, 'verifier')
}

/** Whether a person may file any report at all. */
export const holdsPen = (user: User): boolean => user.roles.some((role) => role !== 'admin')
