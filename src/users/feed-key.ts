import type { Instant } from '../lib/dates'

/** An address of one's own for a feed reader, as it can be shown: its key is shown once, when it is made. */
export interface FeedKey {
  id: string
  label: string
  createdAt: Instant
  lastUsedAt: Instant | null
}
