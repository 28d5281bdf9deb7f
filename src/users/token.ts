import type { Instant } from '../lib/dates'
import { later } from './later'

export const LONGEST_LABEL = 100

/** What a token may do: read what its holder may read, file reports as its holder may. */
export const SCOPES = ['read', 'report'] as const
export type Scope = (typeof SCOPES)[number]

/** A key to the API, as it can be shown: its secret is shown once, when it is made. */
export interface Token {
  id: string
  userId: string
  label: string
  scopes: Scope[]
  createdAt: Instant
  /** From when on it opens nothing; null for one that never ends by itself. */
  expiresAt: Instant | null
  lastUsedAt: Instant | null
  revokedAt: Instant | null
}

export const isOver = ({ expiresAt }: Pick<Token, 'expiresAt'>, now: Instant): boolean =>
  expiresAt !== null && expiresAt <= now

/** Uses are noted once a minute, so that reading by API does not write as often. */
export const isUseDue = ({ lastUsedAt }: Pick<Token, 'lastUsedAt'>, now: Instant): boolean =>
  lastUsedAt === null || lastUsedAt < later(now, -60_000)
