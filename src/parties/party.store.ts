import type { Db } from '../db/database'
import type { Actor } from '../ledger/entry'
import type { Ledger } from '../ledger/ledger.store'
import { type Wording, wordingsOf } from '../ledger/wordings.store'
import type { Instant } from '../lib/dates'
import type { JsonObject } from '../lib/json'
import { type Party, PARTY_KINDS } from './party'
import { readParty } from './party.content'

/** A party with every wording it has had, oldest first. */
export interface PartyHistory {
  party: Party
  wordings: Wording[]
}

/** The parties recorded by an instant, withdrawn ones included, by slug. */
export async function partiesAt(
  db: Db,
  knownAt: Instant | null,
  slugs?: readonly string[],
): Promise<PartyHistory[]> {
  if (slugs?.length === 0) return []
  let query = db
    .selectFrom('party_revision as r')
    .innerJoin('party as p', 'p.id', 'r.party_id')
    .select(['p.id', 'p.slug', 'r.entry'])
    .orderBy('r.recorded_at')
    .orderBy('r.entry')
  if (knownAt !== null) query = query.where('r.recorded_at', '<=', knownAt)
  if (slugs) query = query.where('p.slug', 'in', [...slugs])
  const rows = await query.execute()
  const things = await wordingsOf(db, rows, knownAt)
  const slugOf = new Map(rows.map((row) => [row.id, row.slug]))
  return [...things]
    .map(([id, thing]) => ({
      party: { ...thing.first, ...readParty(thing.fields), slug: slugOf.get(id) ?? '' },
      wordings: thing.wordings,
    }))
    .sort((a, b) => (a.party.slug < b.party.slug ? -1 : 1))
}

export async function findParty(
  db: Db,
  slug: string,
  knownAt: Instant | null,
): Promise<PartyHistory | undefined> {
  return (await partiesAt(db, knownAt, [slug]))[0]
}

/** What each party is called, by slug. */
export async function partyNames(db: Db, knownAt: Instant | null): Promise<Record<string, string>> {
  const parties = await partiesAt(db, knownAt)
  return Object.fromEntries(parties.map(({ party }) => [party.slug, party.name]))
}

/** The slugs of the agreements that stand and name a party in their wording now. */
export async function agreementsNaming(db: Db, party: string): Promise<string[]> {
  const rows = await db
    .selectFrom('agreement_party as p')
    .innerJoin('agreement_revision as r', 'r.entry', 'p.entry')
    .innerJoin('agreement as a', 'a.id', 'p.agreement_id')
    .leftJoin('withdrawal as w', 'w.subject_id', 'a.id')
    .where('w.entry', 'is', null)
    .where('a.id', 'in', (e) =>
      e.selectFrom('agreement_party as x').where('x.party', '=', party).select('x.agreement_id'),
    )
    .select(['a.slug', 'p.entry', 'p.party'])
    .orderBy('r.recorded_at')
    .orderBy('r.entry')
    .execute()
  const latest = new Map(rows.map((row) => [row.slug, row.entry]))
  return rows
    .filter((row) => row.party === party && latest.get(row.slug) === row.entry)
    .map((row) => row.slug)
}

interface NewParty {
  id: string
  slug: string
  /** Its wording in the dataset's words. */
  fields: JsonObject
  recordedAt?: Instant
}

export function addParty(ledger: Ledger, actor: Actor, party: NewParty): void {
  const { id, slug, fields, recordedAt = ledger.enteredAt } = party
  const entry = ledger.append({
    kind: 'party_added',
    agreement: null,
    measure: null,
    subject: { type: 'party', id },
    actor,
    content: { id, slug, ...fields },
    recordedAt,
  })
  ledger.add('party', { id, slug, recorded_at: recordedAt, entry })
  addRevisionRow(ledger, id, fields, recordedAt, entry)
}

interface PartyRevision {
  id: string
  slug: string
  reason: string | null
  /** The fields that change, in the dataset's words; null where one becomes unknown. */
  fields: JsonObject
  recordedAt?: Instant
}

export function reviseParty(ledger: Ledger, actor: Actor, revision: PartyRevision): void {
  const { id, slug, reason, fields, recordedAt = ledger.enteredAt } = revision
  const entry = ledger.append({
    kind: 'party_revised',
    agreement: null,
    measure: null,
    subject: { type: 'party', id },
    actor,
    content: { id, slug, ...(reason === null ? {} : { reason }), fields },
    recordedAt,
  })
  addRevisionRow(ledger, id, fields, recordedAt, entry)
}

function addRevisionRow(
  ledger: Ledger,
  id: string,
  fields: JsonObject,
  recordedAt: Instant,
  entry: number,
): void {
  const kind = PARTY_KINDS.find((known) => known === fields['kind']) ?? null
  ledger.add('party_revision', { entry, party_id: id, recorded_at: recordedAt, kind })
}
