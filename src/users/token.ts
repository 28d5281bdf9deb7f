import type { Instant } from '../lib/dates'
import { later } from './later'

export const LONGEST_LABEL = 100

/** A key to the API, as it can be shown: its secret is shown once, when it is made. */
export interface Token {
  id: string
  userId: string
  label: string
  createdAt: Instant
  lastUsedAt: Instant | null
  revokedAt: Instant | null
}

/** Uses are noted once a minute, so that reading by API does not write as often. */
export const isUseDue = ({ lastUsedAt }: Token, now: Instant): boolean =>
  lastUsedAt === null || lastUsedAt < later(now, -60_000)
