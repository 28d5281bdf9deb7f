import type { z } from '@hono/zod-openapi'
import type { Agreement } from '../agreements/agreement'
import type { Evidence } from '../evidence/evidence'
import { readEvidence } from '../evidence/evidence.content'
import type { Recorded } from '../ledger/entry'
import type { Party } from '../parties/party'
import { standingFields } from '../standing/standing-fields'
import type { Score, Standing } from '../standing/standing.types'
import type { By } from '../status-reports/status-report'
import type { agreementSchema, partySchema } from './record.schema'
import type { scoreSchema, standingSchema } from './standing.schema'

// The record in the words of the API: the dataset's, in snake_case, every field written and null where it is unknown.

export const byJson = (by: By | null) =>
  by && { name: by.name ?? null, organisation: by.organisation ?? null }

export const recordedJson = ({ recordedAt, entry, withdrawn }: Recorded) => ({
  recorded_at: recordedAt,
  entry,
  withdrawn: withdrawn && { at: withdrawn.at, reason: withdrawn.reason, entry: withdrawn.entry },
})

/** Evidence as anybody may know it, whoever asks. */
export const evidenceJson = (evidence: Evidence) => asJson(evidence.restricted ? openly(evidence) : evidence)

const openly = ({ id, kind, restricted }: Evidence): Evidence => ({
  ...readEvidence({ kind }),
  ...(id === undefined ? {} : { id }),
  ...(restricted ? { restricted } : {}),
})

const asJson = (evidence: Evidence) => ({
  id: evidence.id ?? null,
  kind: evidence.kind,
  title: evidence.title,
  url: evidence.url,
  publisher: evidence.publisher,
  published_on: evidence.publishedOn,
  published_on_precision: evidence.publishedOnPrecision,
  language: evidence.language,
  file: evidence.file ?? null,
  restricted: evidence.restricted ? { review_on: evidence.restricted.reviewOn } : null,
})

export const standingJson = (standing: Standing): z.infer<typeof standingSchema> => ({
  ...standingFields(standing),
  claims: standing.claims.map(({ party, stage, condition, asOf, channel, report }) => ({
    party,
    stage,
    condition,
    as_of: asOf,
    channel,
    report,
  })),
  finding: standing.finding && {
    stage: standing.finding.stage,
    condition: standing.finding.condition,
    as_of: standing.finding.asOf,
    by: byJson(standing.finding.by),
    report: standing.finding.report,
  },
})

export const scoreJson = (score: Score): z.infer<typeof scoreSchema> => ({
  n: score.n,
  coverage: score.coverage,
  progress: score.progress,
  low: score.low,
  high: score.high,
  claimed: score.claimed,
  strict: score.strict,
  by_party: score.byParty,
  g20: score.g20,
  g20_percent: score.g20Percent,
  disagreement: score.disagreement,
  counts: score.counts,
})

export const agreementJson = (agreement: Agreement, score: Score): z.infer<typeof agreementSchema> => ({
  id: agreement.id,
  slug: agreement.slug,
  title: agreement.title,
  kind: agreement.kind,
  concluded_on: agreement.concludedOn,
  concluded_on_precision: agreement.concludedOnPrecision,
  place: agreement.place,
  summary: agreement.summary,
  language: agreement.language,
  parties: agreement.parties,
  sources: agreement.sources.map(evidenceJson),
  ...recordedJson(agreement),
  counts: score.counts,
  score: scoreJson(score),
})

/** What a party does in the record: the agreements that name it, and the measures it owes. */
export interface PartyDoes {
  agreements: string[]
  owed: number
  score: Score
}

export const partyJson = (party: Party, does: PartyDoes): z.infer<typeof partySchema> => ({
  id: party.id,
  slug: party.slug,
  name: party.name,
  kind: party.kind,
  part_of: party.partOf,
  names: party.names,
  ...recordedJson(party),
  agreements: does.agreements,
  owed: does.owed,
  score: scoreJson(does.score),
})
