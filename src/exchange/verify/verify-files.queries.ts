import { createHash } from 'node:crypto'
import type { Db } from '../../db/database'
import { readEvidence } from '../../evidence/evidence.content'
import { bytesOf } from '../../evidence/file.store'
import { digestOf } from '../../ledger/content'
import { fieldsOf, type JsonObject, parseObject } from '../../lib/json'
import type { Report } from './verify-entries'

const AT_ONCE = 500

/** Each file has its hash, and all that evidence names is here, save what is known to have come without. */
export async function verifyFiles(db: Db, report: Report): Promise<void> {
  for (const { sha256, size } of await db.selectFrom('file').selectAll().orderBy('sha256').execute()) {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const piece of bytesOf(db, sha256)) {
      hash.update(piece)
      bytes += piece.byteLength
    }
    if (bytes !== size) report(`file ${sha256}: holds ${bytes} bytes instead of ${size}`)
    else if (hash.digest('hex') !== sha256) report(`file ${sha256}: its bytes have another hash`)
  }
  for (const { entry, sha256 } of await unkept(db))
    report(`file ${sha256}: is missing, and entry ${entry} names it`)
  await verifyRemoved(db, report)
  await verifyHidden(db, report)
}

/** Each file that was removed is gone, by an entry that says so. */
async function verifyRemoved(db: Db, report: Report): Promise<void> {
  const rows = await db
    .selectFrom('removed_file as g')
    .leftJoin('content as c', 'c.entry', 'g.redacted_by')
    .leftJoin('file as f', 'f.sha256', 'g.sha256')
    .select(['g.sha256', 'g.redacted_by', 'c.body', 'f.size'])
    .orderBy('g.sha256')
    .execute()
  for (const { sha256, redacted_by, body, size } of rows) {
    if (size !== null) report(`file ${sha256}: was removed by entry ${redacted_by}, and is here`)
    if (fieldsOf(readObject(body ?? '')).number('evidence') === null)
      report(`file ${sha256}: is gone, and entry ${redacted_by} does not say that it removes it`)
  }
}

function unkept(db: Db) {
  const named = db
    .selectFrom('evidence')
    .select(['entry', 'file'])
    .unionAll(db.selectFrom('restricted_evidence').select(['entry', 'file']))
  return db
    .selectFrom(named.as('v'))
    .leftJoin('file as f', 'f.sha256', 'v.file')
    .leftJoin('absent as a', 'a.digest', 'v.file')
    .leftJoin('removed_file as g', 'g.sha256', 'v.file')
    .where('v.file', 'is not', null)
    .where('f.sha256', 'is', null)
    .where('a.digest', 'is', null)
    .where('g.sha256', 'is', null)
    .select(['v.entry', 'v.file as sha256'])
    .orderBy('v.entry')
    .limit(1_000)
    .execute()
}

/** Each piece of restricted evidence is what its entry commits to. */
async function verifyHidden(db: Db, report: Report): Promise<void> {
  for (let last = { entry: 0, position: 0 }; ;) {
    const rows = await hiddenAfter(db, last)
    for (const row of rows) if (!(await holds(db, row))) report(`entry ${row.entry}: ${FAULT}`)
    const end = rows.at(-1)
    if (!end) return
    last = end
  }
}

const FAULT = 'what its restricted evidence says is missing, or not what it commits to'

const hiddenAfter = (db: Db, last: { entry: number; position: number }) =>
  db
    .selectFrom('evidence as v')
    .innerJoin('content as c', 'c.entry', 'v.entry')
    .leftJoin('restricted_evidence as r', (join) =>
      join.onRef('r.entry', '=', 'v.entry').onRef('r.position', '=', 'v.position'),
    )
    .where((e) => e.or([e('v.review_on', 'is not', null), e('r.entry', 'is not', null)]))
    .where((e) =>
      e.or([
        e('v.entry', '>', last.entry),
        e.and([e('v.entry', '=', last.entry), e('v.position', '>', last.position)]),
      ]),
    )
    .select(['v.entry', 'v.position', 'c.body', 'r.body as hidden', 'r.salt', 'r.file', 'r.redacted_by'])
    .orderBy('v.entry')
    .orderBy('v.position')
    .limit(AT_ONCE)
    .execute()

type Row = Awaited<ReturnType<typeof hiddenAfter>>[number]

async function holds(db: Db, { body, position, hidden, salt, file, redacted_by }: Row): Promise<boolean> {
  // What was redacted is gone on purpose, and with it what it could be compared to.
  if (redacted_by !== null || body === null) return true
  const evidence = fieldsOf(readObject(body)).objects('evidence')[position] ?? {}
  const commitment = fieldsOf(fieldsOf(evidence).object('restricted') ?? {}).text('commitment')
  if (hidden === null || salt === null) return commitment !== null && isAbsent(db, commitment)
  return (
    digestOf(salt, hidden) === commitment && (readEvidence(readObject(hidden)).file?.sha256 ?? null) === file
  )
}

async function isAbsent(db: Db, digest: string): Promise<boolean> {
  const row = await db.selectFrom('absent').where('digest', '=', digest).select('digest').executeTakeFirst()
  return row !== undefined
}

// What is no JSON was told where entries are verified.
function readObject(text: string): JsonObject {
  try {
    return parseObject(text)
  } catch {
    return {}
  }
}
