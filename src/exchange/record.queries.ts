import type { AgreementHistory } from '../agreements/agreement.store'
import { agreementsAt } from '../agreements/agreement.store'
import type { Db } from '../db/database'
import type { Recorded } from '../ledger/entry'
import type { Told } from '../ledger/recorded.store'
import type { Wording } from '../ledger/wordings.store'
import type { Day, Instant } from '../lib/dates'
import { fieldsOf, type JsonObject } from '../lib/json'
import { measuresAt } from '../measures/measure.store'
import { partiesAt } from '../parties/party.store'
import type {
  Revised,
  Said,
  SaidAgreement,
  SaidAim,
  SaidMeasure,
  SaidParty,
  SaidReport,
  Worded,
} from './dataset'
import { leavesOf } from './leaves.queries'
import { type Noun, settled, spoken, type WordedNoun } from './nouns'

/** Which part of the record: what was recorded by an instant and describes a day no later than another; null for all. */
export interface Seen {
  knownAt: Instant | null
  asOf: Day | null
  /** With what restricted evidence says. */
  restricted?: boolean
}

/** The parties of the record as a dataset says them, by slug; all of them unless slugs are given. */
export async function saidParties(
  db: Db,
  knownAt: Instant | null,
  slugs?: readonly string[],
): Promise<SaidParty[]> {
  const parties = await partiesAt(db, knownAt, slugs)
  return parties.map(({ party, wordings }) => ({ slug: party.slug, ...wordedOf('party', party, wordings) }))
}

/** Agreements of the record as a dataset says them, but without what stands under them. */
export async function saidWordings(db: Db, slugs: readonly string[]): Promise<SaidAgreement[]> {
  const found = await agreementsAt(db, null, { slugs })
  return found.map((history) => ({ ...agreementOf(history), aims: [], notes: [], measures: [] }))
}

/** The slugs of all agreements recorded by an instant, in order. */
export async function agreementSlugs(db: Db, knownAt: Instant | null): Promise<string[]> {
  let query = db.selectFrom('agreement').select('slug').orderBy('slug')
  if (knownAt !== null) query = query.where('recorded_at', '<=', knownAt)
  return (await query.execute()).map((row) => row.slug)
}

const agreementOf = ({ agreement, wordings }: AgreementHistory) => ({
  slug: agreement.slug,
  ...wordedOf('agreement', agreement, wordings),
})

/** One agreement of the record with all that stands under it, as a dataset says it; undefined when there is none. */
export async function saidAgreement(db: Db, slug: string, seen: Seen): Promise<SaidAgreement | undefined> {
  const { knownAt } = seen
  const [history] = await agreementsAt(db, knownAt, { slugs: [slug] })
  if (!history) return undefined
  const { id } = history.agreement
  const measures = await measuresAt(db, knownAt, { agreementIds: [id] })
  const leaves = await leavesOf(db, id, seen)
  return {
    ...agreementOf(history),
    aims: leaves.aims.map((aim): SaidAim => ({
      code: fieldsOf(aim.content).text('code') ?? '',
      ...saidOf('aim', aim),
      assessments: under(leaves.assessments, aim.id).map((one) => saidOf('assessment', one)),
    })),
    notes: under(leaves.notes, id).map((note) => saidOf('note', note)),
    measures: measures.map(({ measure, wordings }): SaidMeasure => ({
      code: measure.code,
      ...wordedOf('measure', measure, wordings),
      deadlines: under(leaves.deadlines, measure.id).map((one) => saidOf('deadline', one)),
      observations: under(leaves.observations, measure.id).map((one) => saidOf('observation', one)),
      notes: under(leaves.notes, measure.id).map((one) => saidOf('note', one)),
      reports: under(leaves.reports, measure.id).map((one): SaidReport => ({
        ...saidOf('report', one),
        replies: under(leaves.replies, one.id).map((reply) => saidOf('reply', reply)),
      })),
    })),
  }
}

const under = <T>(leaves: ReadonlyMap<string, T[]>, parent: string): T[] => leaves.get(parent) ?? []

const saidOf = (noun: Noun, { content, ...recorded }: Told): Said => carriedOf(noun, recorded, content)

const carriedOf = (noun: Noun, recorded: Recorded, content: JsonObject): Said => ({
  id: recorded.id,
  recordedAt: recorded.recordedAt,
  withdrawn: recorded.withdrawn
    ? { at: recorded.withdrawn.at, reason: recorded.withdrawn.reason }
    : undefined,
  content: settled(noun, content),
  earliest: recorded.recordedAt,
  actor: recorded.actor,
})

function wordedOf(noun: WordedNoun, recorded: Recorded, [first, ...later]: readonly Wording[]): Worded {
  return {
    ...carriedOf(noun, recorded, first?.fields ?? {}),
    problems: [],
    revisions: later.map((wording): Revised => ({
      recordedAt: wording.recordedAt,
      reason: wording.reason,
      fields: wording.fields,
    })),
  }
}

/** Fields of a revision as a dataset writes them, numbers as numbers. */
export function spokenFields(noun: WordedNoun, fields: JsonObject): Record<string, unknown> {
  const words = new Map(Object.entries(spoken(noun, fields)))
  return Object.fromEntries(Object.keys(fields).map((key) => [key, words.get(key) ?? null]))
}
