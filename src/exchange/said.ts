import type { z } from 'zod'
import { canonical, toContentObject } from '../ledger/content'
import type { Instant } from '../lib/dates'
import { fieldsOf, type Json, type JsonObject } from '../lib/json'
import type { Problem } from '../messages/problem'
import { problemsFrom } from '../messages/zod-problems'
import type { Revised, Said, Worded } from './dataset'
import { type Noun, settled, spoken, type WordedNoun } from './nouns'

interface Given {
  id?: string | undefined
  recorded_at?: string | undefined
  withdrawn?: { at: string; reason?: string | undefined } | undefined
}

interface GivenRevision {
  recorded_at?: string | undefined
  reason?: string | undefined
  fields: Record<string, unknown>
}

/** The earliest of some instants. */
export function earliestOf(instants: readonly (Instant | undefined)[]): Instant | undefined {
  let earliest: Instant | undefined
  for (const instant of instants)
    if (instant !== undefined && (earliest === undefined || instant < earliest)) earliest = instant
  return earliest
}

/** A thing of a dataset from what a schema let through; `inside` is what stands under it. */
export function saidFrom(noun: Noun, given: Given, inside: readonly Said[] = []): Said {
  const { id, recorded_at: recordedAt, withdrawn, ...words } = given
  return {
    id,
    recordedAt,
    withdrawn: withdrawn && { at: withdrawn.at, reason: withdrawn.reason ?? null },
    content: settled(noun, words),
    earliest: earliestOf([
      recordedAt,
      withdrawn?.at,
      ...instantsIn(words),
      ...inside.map((thing) => thing.earliest),
    ]),
  }
}

function instantsIn(words: Record<string, unknown>): Instant[] {
  const rests = fieldsOf(toContentObject({ list: words['evidence'] ?? words['sources'] })).objects('list')
  return rests.flatMap((evidence) => fieldsOf(evidence).text('recorded_at') ?? [])
}

/** A party, agreement or measure with its revisions, each judged as the whole wording that it leads to. */
export function wordedFrom(
  noun: WordedNoun,
  { revisions, ...given }: Given & { revisions?: GivenRevision[] | undefined },
  inside: readonly Said[],
  wording: z.ZodType<Record<string, unknown>>,
): Worded {
  const said = saidFrom(noun, given, inside)
  const revised: Revised[] = []
  const problems: Problem[] = []
  let before = said.content
  for (const [index, { recorded_at: recordedAt, reason = null, fields }] of (revisions ?? []).entries()) {
    const at = `revisions.${index}.fields`
    const stated = Object.keys(fields)
    if (stated.length === 0) problems.push({ field: at, message: 'rules.required' })
    const read = wording.safeParse({ ...spoken(noun, before), ...fields })
    if (!read.success)
      problems.push(...problemsFrom(read.error).map((one) => ({ ...one, field: `${at}.${one.field}` })))
    const after = read.success ? settled(noun, read.data) : before
    revised.push({ recordedAt, reason, fields: changed(before, after, stated) })
    before = after
  }
  const earliest = earliestOf([said.earliest, ...revised.map((revision) => revision.recordedAt)])
  return { ...said, earliest, revisions: revised, problems }
}

/** The fields that differ between two wordings, and those stated anyhow; null where the later one knows nothing. */
export function changed(before: JsonObject, after: JsonObject, stated: readonly string[] = []): JsonObject {
  const fields: JsonObject = {}
  for (const key of new Set([...Object.keys(after), ...Object.keys(before), ...stated]))
    if (stated.includes(key) || !same(before[key], after[key])) fields[key] = after[key] ?? null
  return fields
}

const same = (one: Json | undefined, other: Json | undefined): boolean =>
  canonical(one ?? null) === canonical(other ?? null)
