import type { Deps } from '../deps'
import { type EvidenceFile, fileName, MEBIBYTE, MOST_FILE_BYTES } from '../evidence/file'
import { filesFor, type Reader } from '../evidence/file.store'
import { keepUpload } from '../evidence/keep-upload'
import type { Fields } from '../lib/fields'
import type { Problem } from '../messages/problem'
import { MOST_FILES_BYTES } from './limits'
import type { SentFile, SentForm } from './sent-form'

const FIELD = 'evidence_file'

interface Kept {
  /** The form's fields, which now name the file of each block of evidence as it is kept. */
  fields: Fields
  /** What keeps files from being kept, each at its block. */
  problems: Problem[]
}

/**
 * Keeps the files that a form sent with its blocks of evidence, and holds on to those that it sent before. Whatever becomes
 * of the form, they need not be sent again.
 */
export async function keepSentFiles(deps: Deps, reader: Reader, { fields, files }: SentForm): Promise<Kept> {
  const carried = await carriedFiles(deps, reader, fields)
  const problems: Problem[] = []
  for (const file of files.filter(({ field }) => field === FIELD)) {
    const kept = await keepOne(deps, reader, file)
    if ('name' in kept) carried.set(file.place, kept)
    else problems.push(kept)
  }
  const gone = [...carried].flatMap(([place, file]) => (file === null ? [place] : []))
  return {
    fields: { ...fields, ...columnsOf(carried) },
    problems: [
      ...problems,
      ...gone.map((place): Problem => ({ field: `${FIELD}.${place}`, message: 'rules.file.gone' })),
    ],
  }
}

async function keepOne(deps: Deps, reader: Reader, sent: SentFile): Promise<EvidenceFile | Problem> {
  const field = `${FIELD}.${sent.place}`
  if (sent.left !== null)
    return sent.left === 'too_large'
      ? { field, message: 'rules.file.too_large', values: { most: MOST_FILE_BYTES / MEBIBYTE } }
      : { field, message: 'rules.file.too_many', values: { most: MOST_FILES_BYTES / MEBIBYTE } }
  const kept = await keepUpload(deps, reader.actorId, sent.bytes)
  if (kept.outcome === 'refused') return { field, ...kept.why }
  return { ...kept.file, name: fileName(sent.name, kept.file.type) }
}

/** The files that were sent with an earlier page of the form, by block; null where one is here no longer. */
async function carriedFiles(
  deps: Deps,
  reader: Reader,
  fields: Fields,
): Promise<Map<number, EvidenceFile | null>> {
  const hashes = fields[`${FIELD}_sha256`] ?? []
  const removed = fields[`${FIELD}_remove`] ?? []
  const known = await filesFor(deps.db.read, reader, hashes, deps.clock())
  const carried = new Map<number, EvidenceFile | null>()
  for (const [place, sha256] of hashes.entries()) {
    if (sha256 === '' || removed.includes(String(place))) continue
    const file = known.get(sha256)
    const name = fields[`${FIELD}_name`]?.[place] ?? ''
    carried.set(place, file ? { ...file, name: fileName(name, file.type) } : null)
  }
  return carried
}

function columnsOf(files: ReadonlyMap<number, EvidenceFile | null>): Fields {
  const length = Math.max(-1, ...files.keys()) + 1
  const column = (value: (file: EvidenceFile) => string): string[] =>
    Array.from({ length }, (_, place) => {
      const file = files.get(place)
      return file ? value(file) : ''
    })
  return {
    [`${FIELD}_sha256`]: column(({ sha256 }) => sha256),
    [`${FIELD}_name`]: column(({ name }) => name),
    [`${FIELD}_type`]: column(({ type }) => type),
    [`${FIELD}_size`]: column(({ size }) => String(size)),
  }
}
