import type { z } from '@hono/zod-openapi'
import type { Agreement } from '../agreements/agreement'
import type { Deadline } from '../deadlines/deadline'
import type { Evidence } from '../evidence/evidence'
import type { Entry, Recorded } from '../ledger/entry'
import type { Implementability } from '../measures/implementability'
import type { Measure, MeasureWording } from '../measures/measure'
import type { Note } from '../notes/note'
import type { Observation } from '../observations/observation'
import type { Party } from '../parties/party'
import type { Reply } from '../replies/reply'
import type { Score, Standing } from '../standing/standing.types'
import type { By, ReportState, ReportWording, StatusReport } from '../status-reports/status-report'
import type { entrySchema } from './ledger.schema'
import type { agreementSchema, measureSchema, partySchema, wholeMeasureSchema } from './record.schema'
import type { previewSchema, reportSchema } from './report.schema'
import type { scoreSchema, standingSchema } from './standing.schema'

// The record in the words of the API: the dataset's, in snake_case, every field written and null where it is unknown.

const byJson = (by: By | null) =>
  by && { name: by.name ?? null, organisation: by.organisation ?? null }

const recordedJson = ({ recordedAt, entry, withdrawn }: Recorded) => ({
  recorded_at: recordedAt,
  entry,
  withdrawn: withdrawn && { at: withdrawn.at, reason: withdrawn.reason, entry: withdrawn.entry },
})

const evidenceJson = (evidence: Evidence) => ({
  id: evidence.id ?? null,
  kind: evidence.kind,
  title: evidence.title,
  url: evidence.url,
  publisher: evidence.publisher,
  published_on: evidence.publishedOn,
  published_on_precision: evidence.publishedOnPrecision,
  language: evidence.language,
})

export const standingJson = (standing: Standing): z.infer<typeof standingSchema> => ({
  stage: standing.stage,
  condition: standing.condition,
  label: standing.label,
  basis: standing.basis,
  disputed: standing.disputed,
  awaiting_verification: standing.awaitingVerification,
  freshness: standing.freshness,
  last_heard_on: standing.lastHeardOn,
  last_looked_on: standing.lastLookedOn,
  since: standing.since,
  met_on: standing.metOn,
  time: standing.time,
  due_on: standing.dueOn,
  original_due_on: standing.originalDueOn,
  times_moved: standing.timesMoved,
  slippage_days: standing.slippageDays,
  days_overdue: standing.daysOverdue,
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

const deadlineJson = (deadline: Deadline) => ({
  id: deadline.id,
  due_on: deadline.dueOn,
  due_on_precision: deadline.dueOnPrecision,
  decided_on: deadline.decidedOn,
  decided_on_precision: deadline.decidedOnPrecision,
  decided_by: deadline.decidedBy,
  reason: deadline.reason,
  ...recordedJson(deadline),
})

/** A measure with what is said of it on the day asked for. */
export interface MeasureSaid {
  measure: Measure
  standing: Standing
  implementability: Implementability
  deadlines: readonly Deadline[]
}

const measureWordingJson = (wording: MeasureWording) => ({
  title: wording.title,
  text: wording.text,
  language: wording.language,
  obligation: wording.obligation,
  owed_by: wording.owedBy,
  theme: wording.theme,
  criterion: wording.criterion,
  verification: wording.verification,
  bodies: wording.bodies,
  resources: wording.resources,
  reporting_frequency: wording.reportingFrequency,
  dispute_procedure: wording.disputeProcedure,
  text_public: wording.textPublic,
  review_interval_days: wording.reviewIntervalDays,
  weight: wording.weight,
  every_months: wording.everyMonths,
  target: wording.target && {
    quantity: wording.target.quantity,
    unit: wording.target.unit,
    baseline: wording.target.baseline,
  },
  repeats: wording.repeats,
})

export const measureJson = (said: MeasureSaid): z.infer<typeof measureSchema> => ({
  id: said.measure.id,
  agreement: said.measure.agreement,
  code: said.measure.code,
  ...measureWordingJson(said.measure),
  ...recordedJson(said.measure),
  standing: standingJson(said.standing),
  implementability: said.implementability,
  deadlines: said.deadlines.map(deadlineJson),
})

export const wholeMeasureJson = (
  said: MeasureSaid & { observations: readonly Observation[]; notes: readonly Note[] },
): z.infer<typeof wholeMeasureSchema> => ({
  ...measureJson(said),
  observations: said.observations.map((observation) => ({
    id: observation.id,
    observed_on: observation.observedOn,
    observed_on_precision: observation.observedOnPrecision,
    quantity: observation.quantity,
    total: observation.total,
    percent_stated: observation.percentStated,
    unit: observation.unit,
    note: observation.note,
    evidence: observation.evidence.map(evidenceJson),
    ...recordedJson(observation),
  })),
  notes: said.notes.map((note) => ({
    id: note.id,
    on: note.on,
    on_precision: note.onPrecision,
    kind: note.kind,
    by_party: note.byParty,
    text: note.text,
    evidence: note.evidence.map(evidenceJson),
    ...recordedJson(note),
  })),
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

type Place = StatusReport['measure']

/** A report that is not recorded: what it says. */
export const previewJson = (wording: ReportWording, place: Place): z.infer<typeof previewSchema> => ({
  agreement: place.agreement,
  measure: place.code,
  kind: wording.kind,
  party: wording.party,
  stage: wording.stage,
  reason: wording.reason,
  condition: wording.condition,
  superseded_by: wording.supersededBy,
  decided_by: wording.decidedBy,
  as_of: wording.asOf,
  as_of_precision: wording.asOfPrecision,
  channel: wording.channel,
  by: byJson(wording.by),
  summary: wording.summary,
  language: wording.language,
  evidence: wording.evidence.map(evidenceJson),
  corrects: wording.corrects,
})

/** A report with what became of it. */
export interface ReportTold {
  report: StatusReport
  state: ReportState
  correctedBy: Pick<StatusReport, 'id'> | null
  replies: readonly Reply[]
}

export const reportJson = (told: ReportTold): z.infer<typeof reportSchema> => ({
  id: told.report.id,
  ...previewJson(told.report, told.report.measure),
  ...recordedJson(told.report),
  state: told.state,
  corrected_by: told.correctedBy?.id ?? null,
  replies: told.replies.map((reply) => ({
    id: reply.id,
    party: reply.party,
    text: reply.text,
    ...recordedJson(reply),
  })),
})

export const entryJson = (entry: Entry): z.infer<typeof entrySchema> => ({
  n: entry.n,
  entered_at: entry.enteredAt,
  recorded_at: entry.recordedAt,
  kind: entry.kind,
  agreement: entry.agreement,
  measure: entry.measure,
  subject: { type: entry.subject.type, id: entry.subject.id },
  actor: { id: entry.actor.id, capacity: entry.actor.capacity, party: entry.actor.party },
  digest: entry.digest,
})
