import type { Ledger } from '../ledger/ledger.store'
import type { JsonObject } from '../lib/json'
import { readEvidence } from './evidence.content'

/** The kinds and days of what an entry rests on, by its place in the entry's content. */
export function addEvidence(ledger: Ledger, entry: number, evidence: readonly JsonObject[]): void {
  evidence.map(readEvidence).forEach(({ kind, publishedOn }, position) => {
    ledger.add('evidence', { entry, position, kind, published_on: publishedOn })
  })
}
