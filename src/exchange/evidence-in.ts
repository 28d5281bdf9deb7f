import type { Evidence } from '../evidence/evidence'
import { readEvidence } from '../evidence/evidence.content'
import { fieldsOf, type JsonObject } from '../lib/json'
import type { Dataset, SaidAgreement } from './dataset'

type Placed = [place: string, evidence: Evidence]

/** Every piece of evidence that a dataset names, and where. */
export function* evidenceIn({ agreements }: Pick<Dataset, 'agreements'>): Generator<Placed> {
  for (const [index, agreement] of agreements.entries()) yield* evidenceOf(agreement, `agreements.${index}`)
}

function* evidenceOf(
  { content, revisions, aims, notes, measures }: SaidAgreement,
  at: string,
): Generator<Placed> {
  yield* listed(content, 'sources', at)
  for (const [index, { fields }] of revisions.entries())
    yield* listed(fields, 'sources', `${at}.revisions.${index}.fields`)
  for (const [index, aim] of aims.entries()) yield* under(aim.assessments, `${at}.aims.${index}.assessments`)
  yield* under(notes, `${at}.notes`)
  for (const [index, measure] of measures.entries()) {
    const inside = `${at}.measures.${index}`
    yield* under(measure.notes, `${inside}.notes`)
    yield* under(measure.observations, `${inside}.observations`)
    yield* under(measure.reports, `${inside}.reports`)
  }
}

function* under(things: readonly { content: JsonObject }[], at: string): Generator<Placed> {
  for (const [index, { content }] of things.entries()) yield* listed(content, 'evidence', `${at}.${index}`)
}

function* listed(content: JsonObject, key: string, at: string): Generator<Placed> {
  for (const [index, evidence] of fieldsOf(content).objects(key).entries())
    yield [`${at}.${key}.${index}`, readEvidence(evidence)]
}
