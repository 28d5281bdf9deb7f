import type { Instant } from '../lib/dates'

export const ROLES = ['reporter', 'verifier', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** A person with an account. Outside the record, which knows them by `actorId`. */
export interface User {
  id: string
  actorId: string
  email: string
  name: string
  organisation: string | null
  /** The party a reporter speaks for. */
  party: string | null
  roles: Role[]
  disabledAt: Instant | null
  createdAt: Instant
}
