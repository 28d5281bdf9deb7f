import type { Doer } from '../audit/audit'
import type { Attempt } from './check-password'
import { countersForSession } from './throttle'
import type { User } from './user'

/** Somebody about their own account, and the session they do it in. */
export interface Self {
  user: User
  session: string
  by: Doer
}

/** Their password, asked once more: a session left open or stolen changes nothing that opens the account. */
export const selfCounted = ({ user, session, by }: Self, password: string): Attempt => ({
  user,
  password,
  counters: countersForSession(session),
  by,
  failure: 'password_failed',
})
