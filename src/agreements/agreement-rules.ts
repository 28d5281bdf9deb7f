import type { Problem } from '../messages/problem'
import type { AgreementWording } from './agreement'

/** What keeps an agreement's wording from entering the record: a party that the register does not know. */
export function problemsWithAgreement(
  wording: AgreementWording,
  knowsParty: (slug: string) => boolean,
): Problem[] {
  if (wording.parties.length === 0) return [{ field: 'parties', message: 'rules.agreement.parties' }]
  return wording.parties
    .filter((party) => !knowsParty(party))
    .map((party) => ({ field: 'parties', message: 'rules.party.unknown', values: { value: party } }))
}
