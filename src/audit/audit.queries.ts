import type { Db } from '../db/database'
import { type Day, type Instant, lastInstantOf } from '../lib/dates'
import type { AuditKind, AuditLine } from './audit'

/** Which lines are wanted; null for any. */
export interface AuditFilter {
  kind: AuditKind | null
  /** Who did it, or whom it was done to. */
  person: string | null
  from: Day | null
  to: Day | null
}

/** Where a page of the list ends. */
export interface Cursor {
  at: Instant
  id: string
}

/** So many lines, the latest first, of those before the cursor. */
export async function auditLines(
  db: Db,
  { kind, person, from, to }: AuditFilter,
  before: Cursor | null,
  limit: number,
): Promise<AuditLine[]> {
  let query = db
    .selectFrom('audit')
    .select(['id', 'at', 'kind', 'actor_as', 'actor_id', 'subject_id', 'address', 'detail'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (kind !== null) query = query.where('kind', '=', kind)
  if (person !== null)
    query = query.where((e) => e.or([e('actor_id', '=', person), e('subject_id', '=', person)]))
  if (from !== null) query = query.where('at', '>=', from)
  if (to !== null) query = query.where('at', '<=', lastInstantOf(to))
  if (before !== null)
    query = query.where((e) =>
      e.or([e('at', '<', before.at), e.and([e('at', '=', before.at), e('id', '<', before.id)])]),
    )
  return (await query.execute()).map(({ actor_as, actor_id, subject_id, ...line }) => ({
    ...line,
    actor: { as: actor_as, id: actor_id },
    subject: subject_id,
  }))
}

/** All lines that are wanted, the latest first, a few at a time. */
export async function* everyAuditLine(db: Db, filter: AuditFilter): AsyncGenerator<AuditLine> {
  for (let before: Cursor | null = null; ;) {
    const lines: AuditLine[] = await auditLines(db, filter, before, 500)
    yield* lines
    const last = lines.at(-1)
    if (last === undefined || lines.length < 500) return
    before = last
  }
}
