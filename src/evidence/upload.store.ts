import type { Db, Tx } from '../db/database'
import { addDays, dayOf, type Instant } from '../lib/dates'

const UPLOAD_LIFE_DAYS = 1

/** As a draft's fields hold them. */
const HASHES = /(?<=")[0-9a-f]{64}(?=")/g

const oldest = (now: Instant): Instant => addDays(dayOf(now), -UPLOAD_LIFE_DAYS) + now.slice(10)

/** Notes who sent a file; from then on for a day it is theirs to put into a report. */
export async function noteUpload(tx: Tx, actorId: string, sha256: string, now: Instant): Promise<void> {
  await tx
    .insertInto('upload')
    .values({ actor_id: actorId, sha256, created_at: now })
    .onConflict((conflict) => conflict.columns(['actor_id', 'sha256']).doUpdateSet({ created_at: now }))
    .execute()
}

/** How many bytes somebody has sent within the day, or keeps in drafts, that are in no report yet. */
export async function pendingBytes(db: Db, actorId: string, now: Instant): Promise<number> {
  const sent = db
    .selectFrom('upload')
    .where('actor_id', '=', actorId)
    .where('created_at', '>', oldest(now))
    .select('sha256')
  const drafts = await openDrafts(db).where('u.actor_id', '=', actorId).select('d.fields').execute()
  const inDrafts = drafts.flatMap(({ fields }) => [...fields.matchAll(HASHES)].map(([hash]) => hash))
  const row = await db
    .selectFrom('file as f')
    .leftJoin('evidence as e', 'e.file', 'f.sha256')
    .leftJoin('restricted_evidence as r', 'r.file', 'f.sha256')
    .where((e) => e.or([e('f.sha256', 'in', sent), e('f.sha256', 'in', inDrafts)]))
    .where('e.entry', 'is', null)
    .where('r.entry', 'is', null)
    .select((e) => e.fn.sum<string | number | null>('f.size').as('bytes'))
    .executeTakeFirst()
  return Number(row?.bytes ?? 0)
}

/** Forgets who sent what more than a day ago, and lets go of the files among them that nothing refers to. */
export async function clearUploads(tx: Tx, now: Instant): Promise<void> {
  await tx.deleteFrom('upload').where('created_at', '<=', oldest(now)).execute()
  const loose = tx
    .selectFrom('file as f')
    .leftJoin('upload as u', 'u.sha256', 'f.sha256')
    .leftJoin('evidence as e', 'e.file', 'f.sha256')
    .leftJoin('restricted_evidence as r', 'r.file', 'f.sha256')
    .where('u.actor_id', 'is', null)
    .where('e.entry', 'is', null)
    .where('r.entry', 'is', null)
    .select('f.sha256')
  for (const { sha256 } of await loose.execute()) {
    if (await draftsNaming(tx, sha256).executeTakeFirst()) continue
    for (const table of ['file_chunk', 'file'] as const)
      await tx.deleteFrom(table).where('sha256', '=', sha256).execute()
  }
}

/** The drafts that have not ended. */
const openDrafts = (db: Db) =>
  db
    .selectFrom('draft as d')
    .innerJoin('user as u', 'u.id', 'd.user_id')
    .where('d.state', 'in', ['open', 'submitted', 'returned'])

/** Those of them that name a file, with the actor whose they are. */
const draftsNaming = (db: Db, sha256: string) =>
  openDrafts(db).where('d.fields', 'like', `%"${sha256}"%`).select(['d.id', 'u.actor_id'])

/** The ids of the drafts that have not ended and name a file. */
export const idsOfDraftsNaming = async (db: Db, sha256: string): Promise<string[]> =>
  (await draftsNaming(db, sha256).execute()).map((row) => row.id)

/** Whether somebody sent a file within the day, or keeps it in a draft. */
export async function isSentBy(db: Db, actorId: string, sha256: string, now: Instant): Promise<boolean> {
  const row = await db
    .selectFrom('upload')
    .where('actor_id', '=', actorId)
    .where('sha256', '=', sha256)
    .where('created_at', '>', oldest(now))
    .select('sha256')
    .executeTakeFirst()
  return row !== undefined || isInDraftOf(db, actorId, sha256)
}

// What a draft holds stays its author's for as long as the draft is there.
async function isInDraftOf(db: Db, actorId: string, sha256: string): Promise<boolean> {
  const row = await draftsNaming(db, sha256).where('u.actor_id', '=', actorId).executeTakeFirst()
  return row !== undefined
}
