import { agreementsAt, findAgreement } from '../agreements/agreement.store'
import type { View } from '../api/view.queries'
import type { Wanted } from '../ledger/changes.queries'
import { findMeasure } from '../measures/measure.store'
import { findParty } from '../parties/party.store'
import { paths } from '../paths'

/** What a feed tells of: everything, an agreement, one of its measures, or a party. */
export interface Scope {
  title: string | null
  /** The page it belongs to; empty for everything. */
  path: string
  wanted: Pick<Wanted, 'agreements' | 'measure' | 'party'>
}

export const EVERYTHING: Scope = { title: null, path: '', wanted: {} }

/** Undefined where no such agreement is known. */
export async function agreementScope({ db, asked }: View, slug: string): Promise<Scope | undefined> {
  const found = await findAgreement(db, slug, asked.knownAt)
  return (
    found && { title: found.agreement.title, path: paths.agreement(slug), wanted: { agreements: [slug] } }
  )
}

/** Undefined where no such measure is known. */
export async function measureScope(
  { db, asked }: View,
  slug: string,
  code: string,
): Promise<Scope | undefined> {
  const found = await findAgreement(db, slug, asked.knownAt)
  const history = found && (await findMeasure(db, found.agreement.id, code, asked.knownAt))
  if (!history) return undefined
  return {
    title: history.measure.title,
    path: paths.measure(slug, code),
    wanted: { agreements: [slug], measure: code },
  }
}

/** What entered on agreements that name a party, on the party itself, and what the party did. */
export async function partyScope({ db, asked }: View, slug: string): Promise<Scope | undefined> {
  const found = await findParty(db, slug, asked.knownAt)
  if (!found) return undefined
  const naming = (await agreementsAt(db, asked.knownAt)).filter(({ agreement }) =>
    agreement.parties.includes(slug),
  )
  const { id, name } = found.party
  const agreements = naming.map(({ agreement }) => agreement.slug)
  return { title: name, path: paths.party(slug), wanted: { agreements, party: { slug, id } } }
}
