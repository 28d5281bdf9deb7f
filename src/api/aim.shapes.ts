import type { z } from '@hono/zod-openapi'
import type { Aim } from '../aims/aim'
import type { aimSchema } from './aim.schema'
import { byJson, evidenceJson, recordedJson } from './shapes'

export const aimJson = (aim: Aim): z.infer<typeof aimSchema> => ({
  id: aim.id,
  code: aim.code,
  title: aim.title,
  assessments: aim.assessments.map((assessment) => ({
    id: assessment.id,
    as_of: assessment.asOf,
    as_of_precision: assessment.asOfPrecision,
    verdict: assessment.verdict,
    by: byJson(assessment.by),
    summary: assessment.summary,
    evidence: assessment.evidence.map(evidenceJson),
    ...recordedJson(assessment),
  })),
  ...recordedJson(aim),
})
