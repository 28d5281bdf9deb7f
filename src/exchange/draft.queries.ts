import type { Db } from '../db/database'
import type { Actor } from '../ledger/entry'
import type { Instant } from '../lib/dates'
import { fieldsOf } from '../lib/json'
import { measureIdsAt } from '../measures/measure.store'
import type { Dataset, Said, SaidAgreement } from './dataset'
import { type Change, type Draft, type ImportOptions, newDraft } from './draft'
import type { ReadSource } from './import-dataset'
import { type FilePlan, filePlan } from './files.queries'
import { layAgreements } from './lay-agreements'
import { judgeNamedParties, layParties } from './lay-parties'
import { saidAgreement, saidParties, saidWordings } from './record.queries'

export type Plan = Pick<Draft, 'faults' | 'changes' | 'tally' | 'touched'> & { files: FilePlan }

const RECORD = { place: '', recorded: true }

/** Lays files beside the part of the record that they touch, and judges what they would add. */
export async function draftFrom(
  db: Db,
  actor: Actor,
  now: Instant,
  files: readonly ReadSource[],
  options: ImportOptions,
): Promise<Plan> {
  const known = await knownBeside(db, files)
  const ids = idsIn(known)
  const elsewhere = await idsOfOthers(
    db,
    files.flatMap(({ dataset }) => [...idsIn(dataset)]),
    ids,
  )
  const draft = newDraft(actor, now, options, elsewhere)
  for (const [address, id] of await measureIdsAt(db, addressesIn(files))) draft.addresses.set(address, id)
  layParties(draft, known.parties, RECORD)
  layAgreements(draft, known.agreements, RECORD)
  for (const { place, dataset } of files)
    layParties(draft, dataset.parties, { place: `${place}parties`, recorded: false })
  for (const { place, dataset } of files)
    layAgreements(draft, dataset.agreements, { place: `${place}agreements`, recorded: false })
  await layNamingAgreements(db, draft)
  for (const judge of draft.judgements) judge()
  judgeNamedParties(draft, draft.agreements.values())
  const carried = await filePlan(db, files)
  const faults = [...draft.faults, ...carried.faults]
  return { ...draft, faults, changes: inOrder(draft.changes), files: carried }
}

/** All parties of the record, and of its agreements those that the files name. */
async function knownBeside(db: Db, files: readonly ReadSource[]): Promise<Dataset> {
  const slugs = new Set(files.flatMap(({ dataset }) => dataset.agreements.map(({ slug }) => slug)))
  const agreements: SaidAgreement[] = []
  for (const slug of slugs) {
    const agreement = await saidAgreement(db, slug, { knownAt: null, asOf: null, restricted: true })
    if (agreement) agreements.push(agreement)
  }
  return { parties: await saidParties(db, null), agreements, files: [] }
}

// A party that is withdrawn here may be named by agreements which the files do not mention.
async function layNamingAgreements(db: Db, draft: Draft): Promise<void> {
  const withdrawn = [...draft.parties.values()].filter(
    (party) => party.withdrawn && !party.withdrawn.recorded && party.recorded,
  )
  if (withdrawn.length === 0) return
  const rows = await db
    .selectFrom('agreement_party as p')
    .innerJoin('agreement as a', 'a.id', 'p.agreement_id')
    .where(
      'p.party',
      'in',
      withdrawn.map((party) => party.key),
    )
    .select('a.slug')
    .distinct()
    .execute()
  const slugs = rows.map((row) => row.slug).filter((slug) => !draft.agreements.has(slug))
  layAgreements(draft, await saidWordings(db, slugs), RECORD)
}

function idsIn({ parties, agreements }: Dataset): Set<string> {
  const ids = new Set<string>()
  const take = (...lists: (readonly Said[])[]) => {
    for (const { id } of lists.flat()) if (id !== undefined) ids.add(id)
  }
  take(parties, agreements)
  for (const { aims, notes, measures } of agreements) {
    take(aims, notes, measures, ...aims.map((aim) => aim.assessments))
    for (const { deadlines, observations, notes, reports } of measures)
      take(deadlines, observations, notes, reports, ...reports.map((report) => report.replies))
  }
  return ids
}

const CHUNK = 10_000

/** Those ids that the record gives to things which are not laid out. */
async function idsOfOthers(db: Db, ids: readonly string[], known: ReadonlySet<string>): Promise<Set<string>> {
  const others = new Set<string>()
  const wanted = ids.filter((id) => !known.has(id))
  for (let from = 0; from < wanted.length; from += CHUNK) {
    const rows = await db
      .selectFrom('entry')
      .where('subject_id', 'in', wanted.slice(from, from + CHUNK))
      .select('subject_id')
      .execute()
    for (const row of rows) others.add(row.subject_id)
  }
  return others
}

/** The addresses of measures that files refer to. */
function addressesIn(files: readonly ReadSource[]): string[] {
  const addresses = new Set<string>()
  for (const { dataset } of files)
    for (const { measures } of dataset.agreements)
      for (const { content, revisions, reports } of measures) {
        for (const { fields } of [{ fields: content }, ...revisions])
          for (const address of fieldsOf(fields).texts('repeats')) addresses.add(address)
        for (const report of reports) addresses.add(fieldsOf(report.content).text('superseded_by') ?? '')
      }
  return [...addresses].filter((address) => address !== '')
}

/** As they enter the record: by instant, else as the files say them. */
const inOrder = (changes: readonly Change[]): Change[] =>
  [...changes].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
