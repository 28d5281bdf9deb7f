import type { Db } from '../../db/database'
import type { Actor } from '../../ledger/entry'
import type { Instant } from '../../lib/dates'
import type { SaidAgreement, SaidParty } from '../dataset'
import { type Draft, newDraft } from '../draft'
import { type Fault, faultLines } from '../fault'
import { layAgreements } from '../lay-agreements'
import { judgeNamedParties, layParties } from '../lay-parties'
import { readDataset } from '../read-dataset'
import { agreementSlugs, saidAgreement, saidParties } from '../record.queries'
import { idsOf } from './rows.queries'
import type { Report } from './verify-entries'

// Whoever recorded it judges as the command line does; what a record says of its actors goes before.
const NOBODY: Actor = { id: '', capacity: 'operator', party: null }
const KEPT = { keepRecordedAt: true, revise: null }
const EVER: Instant = '9999-12-31T23:59:59.999Z'

/** The rules of product.md for everything in the record, as if it entered anew. */
export async function verifyRules(db: Db, report: Report): Promise<void> {
  const parties = await saidParties(db, null)
  const { measures } = await idsOf(db)
  for (const fault of judged(parties, [], measures)) report(`rules: ${lineOf(fault)}`)
  for (const slug of await agreementSlugs(db, null)) {
    const agreement = await saidAgreement(db, slug, { knownAt: null, asOf: null })
    if (!agreement) continue
    for (const fault of judged(parties, [agreement], measures))
      if (fault.place.startsWith('agreements')) report(`rules: ${slug}: ${lineOf(fault)}`)
  }
}

const lineOf = ({ place, sentence }: Fault): string => `${place}: ${sentence}`

function judged(
  parties: readonly SaidParty[],
  agreements: readonly SaidAgreement[],
  measures: ReadonlyMap<string, string>,
): Fault[] {
  const draft = newDraft(NOBODY, EVER, KEPT, new Set())
  for (const [address, id] of measures) draft.addresses.set(address, id)
  return judge(draft, parties, agreements)
}

function judge(draft: Draft, parties: readonly SaidParty[], agreements: readonly SaidAgreement[]): Fault[] {
  layParties(draft, parties, { place: 'parties', recorded: false })
  layAgreements(draft, agreements, { place: 'agreements', recorded: false })
  for (const judgement of draft.judgements) judgement()
  judgeNamedParties(draft, draft.agreements.values())
  return draft.faults
}

/** The rules for everything in an exported dataset, by itself. */
export function verifyDataset(data: unknown, now: Instant): string[] {
  const read = readDataset(data)
  if ('faults' in read) return faultLines(read.faults)
  const { parties, agreements } = read.dataset
  return faultLines(judge(newDraft(NOBODY, now, KEPT, new Set()), parties, agreements))
}
