import type { Instant } from '../lib/dates'
import { clean } from '../lib/text'

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

/** An e-mail address as accounts are known by it: two spellings of one address are one account. */
export const normalEmail = (email: string): string => clean(email).normalize('NFC').toLowerCase()

export const LONGEST_EMAIL = 254
export const LONGEST_NAME = 200

export const hasRole = (user: User, ...roles: Role[]): boolean =>
  roles.some((role) => user.roles.includes(role))
