import type { Day, Instant } from '../../src/lib/dates'
import type { Locale } from '../../src/messages/messages'

export interface FeedLink {
  title: string
  href: string
  type: 'application/feed+json' | 'application/atom+xml' | 'text/calendar'
}

/** What every page is told of its surroundings. */
export interface Frame {
  locale: Locale
  /** The address asked for, path and query. */
  address: string
  viewer: { name: string; roles: string[]; party: string | null } | null
  /** How many drafts are the viewer's own, and how many of others wait for them; null for who files nothing. */
  desk: { drafts: number; review: number } | null
  today: Day
  /** A year before today, and the last day of last year. */
  yearAgo: Day
  lastYearEnd: Day
  /** What the reader asked to be shown; null where the address does not say. */
  asOf: Day | null
  knownAt: Instant | null
  /** The last entry of the ledger. */
  head: { n: number; enteredAt: Instant } | null
  /** How many measures need attention on the day shown; null where that is not known. */
  attention: number | null
  operator: string | null
  contact: string | null
  dataLicence: string | null
  /** The absolute address that feeds and citations use. */
  publicUrl: string
  feeds: FeedLink[]
  /** Whether whoever asks may see nothing of the record before they sign in. */
  shut?: boolean
  /** Part of every asset's address, so that a changed asset has a new one. */
  build: string
}
