import type { Db, Tx } from '../db/database'

/** What an entry keeps beside the ledger, at one place of its evidence. */
interface Kept {
  /** The hash of its file, if that was not removed. */
  file: string | null
  /** Whether it says more than the ledger does. */
  hides: boolean
}

/** The evidence of an entry at a place; undefined where it has none there. */
export async function keptBeside(db: Db, entry: number, position: number): Promise<Kept | undefined> {
  const row = await db
    .selectFrom('evidence as v')
    .leftJoin('restricted_evidence as r', (join) =>
      join.onRef('r.entry', '=', 'v.entry').onRef('r.position', '=', 'v.position'),
    )
    .where('v.entry', '=', entry)
    .where('v.position', '=', position)
    .select(['v.file', 'r.file as hidden', 'r.body'])
    .executeTakeFirst()
  if (!row) return undefined
  const file = row.file ?? row.hidden
  const gone = file !== null && (await isRemoved(db, file))
  return { file: gone ? null : file, hides: row.body !== null }
}

/** The entry that removed the bytes of a file, where anybody may know of it; undefined where none did. */
export async function removalOf(db: Db, sha256: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('removed_file as g')
    .innerJoin('evidence as v', 'v.file', 'g.sha256')
    .where('g.sha256', '=', sha256)
    .select('g.redacted_by')
    .limit(1)
    .executeTakeFirst()
  return row?.redacted_by
}

export async function isRemoved(db: Db, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('removed_file')
    .where('sha256', '=', sha256)
    .select('sha256')
    .executeTakeFirst()
  return row !== undefined
}

/** Destroys what restricted evidence says, its salt and the name of its file, where an entry that redacts it has entered. */
export async function destroyHidden(tx: Tx, entry: number, position: number, by: number): Promise<void> {
  await tx
    .updateTable('restricted_evidence')
    .set({ body: null, salt: null, file: null, redacted_by: by })
    .where('entry', '=', entry)
    .where('position', '=', position)
    .where('body', 'is not', null)
    .execute()
}

/** Destroys the bytes of a file, whoever else refers to them, where an entry that redacts it has entered. */
export async function destroyFile(tx: Tx, sha256: string, by: number): Promise<void> {
  if (await isRemoved(tx, sha256)) return
  await tx.insertInto('removed_file').values({ sha256, redacted_by: by }).execute()
  for (const table of ['upload', 'file_chunk', 'file'] as const)
    await tx.deleteFrom(table).where('sha256', '=', sha256).execute()
}
