import type { Deps } from '../../src/deps'
import type { Ledger } from '../../src/ledger/ledger.store'

/** The smallest change of the record: a party with a name. */
export function aPartyAdded(deps: Deps, ledger: Ledger): number {
  const id = deps.newId()
  const entry = ledger.append({
    kind: 'party_added',
    agreement: null,
    measure: null,
    subject: { type: 'party', id },
    actor: { id: 'a-1', capacity: 'editor', party: null },
    content: { id, slug: id, name: 'A party' },
  })
  ledger.add('party', { id, slug: id, recorded_at: ledger.enteredAt, entry })
  return entry
}
