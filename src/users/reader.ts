import type { Reader } from '../evidence/file.store'
import { hasRole, type User } from './user'

/** Somebody as a reader of evidence. */
export const readerOf = (user: User): Reader => ({
  actorId: user.actorId,
  seesRestricted: hasRole(user, 'verifier', 'admin'),
})
