import type { Recorded } from '../ledger/entry'

export const PARTY_KINDS = ['state', 'force', 'organisation'] as const
export type PartyKind = (typeof PARTY_KINDS)[number]

/** What a party is called and is; what a revision may change. */
export interface PartyWording {
  name: string
  kind: PartyKind
  /** The slug of the party it belongs to, such as a force's state. */
  partOf: string | null
  /** Its name in other languages, by language tag. */
  names: Record<string, string>
}

export interface Party extends PartyWording, Recorded {
  slug: string
}
