import type { Actor } from '../ledger/entry'
import type { Channel } from '../status-reports/status-report'
import { actorAs } from '../users/pens'
import type { User } from '../users/user'
import type { Assessment } from './aim'

/** How a person may record an assessment: a verifier their own, an editor what was said in public; nobody else. */
export const channelsOf = (user: User): Channel[] => [
  ...(actorAs(user, 'verifier') ? (['own'] as const) : []),
  ...(actorAs(user, 'editor') ? (['public_source'] as const) : []),
]

/** Who a person is when recording an assessment; undefined when they may not. */
export const assessorOf = (user: User, channel: Channel | null): Actor | undefined =>
  channel === null ? undefined : actorAs(user, channel === 'own' ? 'verifier' : 'editor')

/** A verifier recorded their own; whatever else came here was said elsewhere. */
export const channelOf = ({ actor }: Pick<Assessment, 'actor'>): Channel =>
  actor.capacity === 'verifier' ? 'own' : 'public_source'

/** Who a person is when withdrawing an assessment: the very account that gave its own, else an editor. */
export function withdrawerOf(user: User, assessment: Pick<Assessment, 'actor'>): Actor | undefined {
  if (channelOf(assessment) === 'public_source') return actorAs(user, 'editor')
  return user.actorId === assessment.actor.id ? actorAs(user, 'verifier') : undefined
}
