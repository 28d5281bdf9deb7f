import type { User } from '../users/user'
import type { Assessment } from './aim'
import { channelOf, withdrawerOf } from './aim-permissions'

/** An assessment as somebody sees it. */
export const viewedBy = (user: User | null) => (assessment: Assessment) => ({
  assessment,
  channel: channelOf(assessment),
  mayWithdraw: user !== null && withdrawerOf(user, assessment) !== undefined,
})
