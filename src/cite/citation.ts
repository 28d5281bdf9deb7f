import type { Day, Instant, Precision } from '../lib/dates'

/** What a page is cited by. */
export interface Citation {
  /** By which a text refers to it; letters, digits, dots and hyphens. */
  key: string
  kind: 'webpage' | 'report'
  /** Whoever answers for it: the register's keeper; of a report, whoever reported. */
  author: string
  title: string
  publisher: string
  /** The day that it describes, no more exactly than it is known. */
  asOf: Day
  asOfPrecision: Precision
  accessed: Day
  /** A permanent address: of a report, or pinned to a day and an instant. */
  url: string
  /** Both clocks and the ledger's entry, as a sentence. */
  note: string
  /** The last entry that it rests on, and the instant by which it was known. */
  entry: number
  knownAt: Instant
  /** The path of the page without its query, under which its citations are found. */
  page: string
}

/** What pins an address, so that it goes on showing what it shows. */
export interface Pin {
  asOf: Day
  knownAt: Instant
  /** The ledger's last entry by then. */
  entry: number
}

/** The address as it stood; a colon needs no escape in a query and is easier to type. */
export const pinned = (address: string, { asOf, knownAt }: Pin): string =>
  `${address}${address.includes('?') ? '&' : '?'}as_of=${asOf}&known_at=${knownAt}`
