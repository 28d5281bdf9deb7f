import type { Db, Tx } from '../db/database'
import { contentOf } from '../ledger/recorded.store'
import type { Instant } from '../lib/dates'
import { fieldsOf, parseObject } from '../lib/json'
import { readEvidence } from './evidence.content'
import type { EvidenceFile, KeptFile } from './file'
import { isRemoved } from './removed-file.store'
import { isSentBy } from './upload.store'

/** Whoever asks for a file, as far as it matters whether they may have it. */
export interface Reader {
  actorId: string
  /** Verifiers and administrators see what is restricted. */
  seesRestricted: boolean
}

/** So much of a file in a row; a multiple of three, so that the pieces in base64 are those of the whole. */
export const CHUNK_BYTES = 98_304
/** Keeps the bytes of a file unless they are here already, or were removed for good. */
export async function keepBytes(tx: Tx, file: KeptFile, bytes: Uint8Array): Promise<void> {
  const { sha256, type, size } = file
  if ((await findFile(tx, sha256)) || (await isRemoved(tx, sha256))) return
  await tx.insertInto('file').values({ sha256, type, size }).execute()
  for (let position = 0; position * CHUNK_BYTES < bytes.byteLength; position++) {
    const data = Buffer.from(bytes.subarray(position * CHUNK_BYTES, (position + 1) * CHUNK_BYTES))
    await tx.insertInto('file_chunk').values({ sha256, position, data }).execute()
  }
  await tx.deleteFrom('absent').where('digest', '=', sha256).execute()
}

export const findFile = (db: Db, sha256: string): Promise<KeptFile | undefined> =>
  db.selectFrom('file').where('sha256', '=', sha256).select(['sha256', 'type', 'size']).executeTakeFirst()

/** The bytes of a file, piece by piece. */
export async function* bytesOf(db: Db, sha256: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position++) {
    const row = await db
      .selectFrom('file_chunk')
      .where('sha256', '=', sha256)
      .where('position', '=', position)
      .select('data')
      .executeTakeFirst()
    if (!row) return
    yield row.data
  }
}

/** Remembers that what a hash or commitment stands for did not come with it. */
export async function noteAbsent(tx: Tx, digests: readonly string[]): Promise<void> {
  for (const digest of digests)
    await tx
      .insertInto('absent')
      .values({ digest })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** Those of some files that somebody may put into a report: what they sent within the day, and what they may see. */
export async function filesFor(
  db: Db,
  reader: Reader,
  hashes: readonly string[],
  now: Instant,
): Promise<Map<string, KeptFile>> {
  const found = new Map<string, KeptFile>()
  for (const sha256 of new Set(hashes)) {
    const file = await findFile(db, sha256)
    if (file && (await mayHave(db, reader, sha256, now))) found.set(sha256, file)
  }
  return found
}

const mayHave = async (db: Db, reader: Reader, sha256: string, now: Instant): Promise<boolean> =>
  (await isSentBy(db, reader.actorId, sha256, now)) ||
  (await inPublic(db, sha256)) !== undefined ||
  (await inRestricted(db, reader, sha256)) !== undefined

/** A file that somebody may have: `open` where everybody may. */
export interface Served extends EvidenceFile {
  open: boolean
}

/** The file of a hash under the name that evidence gives it, for whoever may have it; undefined for anybody else. */
export async function fileFor(
  db: Db,
  reader: Reader | null,
  sha256: string,
  now: Instant,
): Promise<Served | undefined> {
  const file = await findFile(db, sha256)
  if (!file) return undefined
  const open = await inPublic(db, sha256)
  if (open !== undefined) return { ...file, name: open?.name ?? '', open: true }
  if (reader === null) return undefined
  const restricted = await inRestricted(db, reader, sha256)
  if (restricted !== undefined) return { ...file, name: restricted?.name ?? '', open: false }
  return (await isSentBy(db, reader.actorId, sha256, now)) ? { ...file, name: '', open: false } : undefined
}

/** A file as the earliest evidence names it, whoever may see that. */
export async function namedInRecord(db: Db, sha256: string): Promise<EvidenceFile | undefined> {
  return (await inPublic(db, sha256)) ?? (await inRestricted(db, null, sha256)) ?? undefined
}

/** A file as the earliest evidence which anybody may see names it; null where that was redacted. */
async function inPublic(db: Db, sha256: string): Promise<EvidenceFile | null | undefined> {
  const row = await db
    .selectFrom('evidence as v')
    .innerJoin('content as c', 'c.entry', 'v.entry')
    .leftJoin('content as r', 'r.entry', 'c.redacted_by')
    .where('v.file', '=', sha256)
    .select(['c.body', 'r.body as remains'])
    .orderBy('v.entry')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const said = fieldsOf(contentOf(row))
  const lists = [said, fieldsOf(said.object('fields') ?? {})].flatMap((fields) =>
    ['evidence', 'sources'].flatMap((key) => fields.objects(key)),
  )
  return lists.map(readEvidence).find(({ file }) => file?.sha256 === sha256)?.file ?? null
}

/** The same for restricted evidence; without a reader, whoever may see it. */
async function inRestricted(
  db: Db,
  reader: Reader | null,
  sha256: string,
): Promise<EvidenceFile | null | undefined> {
  let query = db
    .selectFrom('restricted_evidence as v')
    .innerJoin('entry as e', 'e.n', 'v.entry')
    .where('v.file', '=', sha256)
    .select('v.body')
    .orderBy('v.entry')
    .limit(1)
  if (reader && !reader.seesRestricted) query = query.where('e.actor_id', '=', reader.actorId)
  const row = await query.executeTakeFirst()
  if (!row) return undefined
  return row.body === null ? null : (readEvidence(parseObject(row.body)).file ?? null)
}
