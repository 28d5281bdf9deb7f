import type { Db } from '../db/database'
import { hiddenIn, withHidden } from '../evidence/evidence.store'
import { type Told, told } from '../ledger/recorded.store'
import { naturally } from '../lib/text'
import type { Seen } from './record.queries'

type Leaf = Told & { parent: string }
type Leaves = Map<string, Leaf[]>

/** All that stands under one agreement but its measures: by the id of what it stands under, by (recorded_at, id). */
export async function leavesOf(db: Db, agreementId: string, seen: Seen) {
  const reports = await reportsUnder(db, agreementId, seen)
  const aims = await aimsUnder(db, agreementId, seen)
  return {
    aims,
    assessments: await assessmentsUnder(db, agreementId, seen),
    deadlines: await deadlinesUnder(db, agreementId, seen),
    observations: await observationsUnder(db, agreementId, seen),
    notes: await notesUnder(db, agreementId, seen),
    reports,
    replies: await repliesTo(db, agreementId, seen),
  }
}

function byParent(leaves: readonly Leaf[]): Leaves {
  const found: Leaves = new Map()
  for (const leaf of leaves) {
    const known = found.get(leaf.parent)
    if (known) known.push(leaf)
    else found.set(leaf.parent, [leaf])
  }
  return found
}

async function aimsUnder(db: Db, agreementId: string, { knownAt }: Seen) {
  let query = db.selectFrom('aim').select(['id', 'entry', 'code']).where('agreement_id', '=', agreementId)
  if (knownAt !== null) query = query.where('recorded_at', '<=', knownAt)
  const aims = await told(db, await query.execute(), knownAt)
  return aims.sort((a, b) => naturally(a.code, b.code))
}

async function assessmentsUnder(db: Db, agreementId: string, { knownAt, asOf }: Seen): Promise<Leaves> {
  let query = db
    .selectFrom('assessment as t')
    .innerJoin('aim as a', 'a.id', 't.aim_id')
    .where('a.agreement_id', '=', agreementId)
    .select(['t.id', 't.entry', 't.aim_id as parent'])
    .orderBy('t.recorded_at')
    .orderBy('t.id')
  if (knownAt !== null) query = query.where('t.recorded_at', '<=', knownAt)
  if (asOf !== null) query = query.where('t.as_of', '<=', asOf)
  return byParent(await told(db, await query.execute(), knownAt))
}

async function deadlinesUnder(db: Db, agreementId: string, { knownAt, asOf }: Seen): Promise<Leaves> {
  let query = db
    .selectFrom('deadline as t')
    .innerJoin('measure as m', 'm.id', 't.measure_id')
    .where('m.agreement_id', '=', agreementId)
    .select(['t.id', 't.entry', 't.measure_id as parent'])
    .orderBy('t.recorded_at')
    .orderBy('t.id')
  if (knownAt !== null) query = query.where('t.recorded_at', '<=', knownAt)
  if (asOf !== null) query = query.where('t.decided_on', '<=', asOf)
  return byParent(await told(db, await query.execute(), knownAt))
}

async function observationsUnder(db: Db, agreementId: string, { knownAt, asOf }: Seen): Promise<Leaves> {
  let query = db
    .selectFrom('observation as t')
    .innerJoin('measure as m', 'm.id', 't.measure_id')
    .where('m.agreement_id', '=', agreementId)
    .select(['t.id', 't.entry', 't.measure_id as parent'])
    .orderBy('t.recorded_at')
    .orderBy('t.id')
  if (knownAt !== null) query = query.where('t.recorded_at', '<=', knownAt)
  if (asOf !== null) query = query.where('t.observed_on', '<=', asOf)
  return byParent(await told(db, await query.execute(), knownAt))
}

async function notesUnder(db: Db, agreementId: string, { knownAt, asOf }: Seen): Promise<Leaves> {
  let query = db
    .selectFrom('note')
    .where('agreement_id', '=', agreementId)
    .select(['id', 'entry', 'agreement_id', 'measure_id'])
    .orderBy('recorded_at')
    .orderBy('id')
  if (knownAt !== null) query = query.where('recorded_at', '<=', knownAt)
  if (asOf !== null) query = query.where('noted_on', '<=', asOf)
  const notes = await told(db, await query.execute(), knownAt)
  return byParent(notes.map((note) => ({ ...note, parent: note.measure_id ?? note.agreement_id })))
}

async function reportsUnder(db: Db, agreementId: string, seen: Seen): Promise<Leaves> {
  let query = db
    .selectFrom('report as t')
    .innerJoin('measure as m', 'm.id', 't.measure_id')
    .where('m.agreement_id', '=', agreementId)
    .select(['t.id', 't.entry', 't.measure_id as parent', 't.as_of', 't.corrects'])
    .orderBy('t.recorded_at')
    .orderBy('t.id')
  if (seen.knownAt !== null) query = query.where('t.recorded_at', '<=', seen.knownAt)
  const reports = await revealed(db, await told(db, await query.execute(), seen.knownAt), seen)
  return byParent(seen.asOf === null ? reports : describedBy(reports, seen.asOf))
}

async function revealed<R extends Leaf>(db: Db, reports: R[], { restricted }: Seen): Promise<R[]> {
  if (!restricted) return reports
  const hidden = await hiddenIn(
    db,
    reports.map(({ entry }) => entry),
  )
  return reports.map((one) => ({ ...one, content: withHidden(one.content, hidden.get(one.entry)) }))
}

/**
 * The reports that describe a day no later than the one asked for. What a later day's report corrects is left out with it,
 * and what that one had corrected, for they count no more; a correction whose original is left out stands alone.
 */
function describedBy<R extends Leaf & { as_of: string; corrects: string | null }>(
  reports: R[],
  day: string,
): R[] {
  const corrections = new Map(reports.filter((one) => !one.withdrawn).map((one) => [one.corrects, one]))
  const isLater = (one: R): boolean => {
    const correction = corrections.get(one.id)
    return one.as_of > day || (correction !== undefined && isLater(correction))
  }
  const kept = reports.filter((one) => !isLater(one))
  const ids = new Set(kept.map((one) => one.id))
  return kept.map((one) => {
    if (one.corrects === null || ids.has(one.corrects)) return one
    const { corrects: _, ...content } = one.content
    return { ...one, content }
  })
}

async function repliesTo(db: Db, agreementId: string, { knownAt }: Seen): Promise<Leaves> {
  let query = db
    .selectFrom('reply as t')
    .innerJoin('report as r', 'r.id', 't.report_id')
    .innerJoin('measure as m', 'm.id', 'r.measure_id')
    .where('m.agreement_id', '=', agreementId)
    .select(['t.id', 't.entry', 't.report_id as parent'])
    .orderBy('t.recorded_at')
    .orderBy('t.id')
  if (knownAt !== null) query = query.where('t.recorded_at', '<=', knownAt)
  return byParent(await told(db, await query.execute(), knownAt))
}
