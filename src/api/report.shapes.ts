import type { z } from '@hono/zod-openapi'
import type { Reply } from '../replies/reply'
import type { Standing } from '../standing/standing.types'
import type { ReportState, ReportWording, StatusReport } from '../status-reports/status-report'
import type { previewSchema, reportSchema } from './report.schema'
import { byJson, evidenceJson, recordedJson, standingJson } from './shapes'

type Place = StatusReport['measure']

export const wordingJson = (wording: ReportWording, place: Place) => ({
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

/** A report that is not recorded, and where its measure would stand with it. */
export const previewJson = (
  wording: ReportWording,
  place: Place,
  standing: Standing,
): z.infer<typeof previewSchema> => ({ ...wordingJson(wording, place), standing: standingJson(standing) })

/** A report with what became of it. */
export interface ReportTold {
  report: StatusReport
  state: ReportState
  correctedBy: Pick<StatusReport, 'id'> | null
  replies: readonly Reply[]
}

export const reportJson = (told: ReportTold): z.infer<typeof reportSchema> => ({
  id: told.report.id,
  ...wordingJson(told.report, told.report.measure),
  approved_by: told.report.approvedBy,
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
