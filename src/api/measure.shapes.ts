import type { z } from '@hono/zod-openapi'
import type { Deadline } from '../deadlines/deadline'
import type { Implementability } from '../measures/implementability'
import type { Measure, MeasureWording } from '../measures/measure'
import type { Note } from '../notes/note'
import type { Observation } from '../observations/observation'
import type { Standing } from '../standing/standing.types'
import type { measureSchema, wholeMeasureSchema } from './record.schema'
import { evidenceJson, recordedJson, standingJson } from './shapes'

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
