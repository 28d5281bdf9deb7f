import type { Deps } from '../deps'
import type { MessageKey, Values } from '../messages/messages'
import { hashOf, type KeptFile, MEBIBYTE, MOST_FILE_BYTES } from './file'
import { keepBytes } from './file.store'
import { isRemoved } from './removed-file.store'
import { sniffType } from './sniff-type'
import { clearUploads, noteUpload, pendingBytes } from './upload.store'

/** How much one person can have sent within a day, or keep in drafts, that is in no report yet. */
export const MOST_PENDING_BYTES = 200 * MEBIBYTE

interface Refusal {
  message: MessageKey
  values?: Values
}
export type KeptUpload = { outcome: 'kept'; file: KeptFile } | { outcome: 'refused'; why: Refusal }

export const TOO_LARGE: Refusal = {
  message: 'rules.file.too_large',
  values: { most: MOST_FILE_BYTES / MEBIBYTE },
}

/** Keeps a file that somebody sent, theirs for a day to put into a report; what its bytes are decides what it is. */
export async function keepUpload(deps: Deps, actorId: string, bytes: Uint8Array): Promise<KeptUpload> {
  if (bytes.byteLength > MOST_FILE_BYTES) return refused(TOO_LARGE)
  if (bytes.byteLength === 0) return refused({ message: 'rules.file.empty' })
  const type = await sniffType(bytes)
  if (type === null) return refused({ message: 'rules.file.type' })
  const sha256 = hashOf(bytes)
  const file = { sha256, type, size: bytes.byteLength }
  const now = deps.clock()
  return deps.db.write(async (tx): Promise<KeptUpload> => {
    // Nobody lets go of a file while somebody else puts it into a report.
    await deps.db.lockLedger(tx)
    await clearUploads(tx, now)
    if (await isRemoved(tx, sha256)) return refused({ message: 'rules.file.removed' })
    if ((await pendingBytes(tx, actorId, now)) + file.size > MOST_PENDING_BYTES)
      return refused({ message: 'rules.file.pending', values: { most: MOST_PENDING_BYTES / MEBIBYTE } })
    await keepBytes(tx, file, bytes)
    await noteUpload(tx, actorId, sha256, now)
    return { outcome: 'kept', file }
  })
}

const refused = (why: Refusal): KeptUpload => ({ outcome: 'refused', why })

/** Lets go of what was sent more than a day ago and is in no report. */
export const clearOldUploads = (deps: Deps): Promise<void> =>
  deps.db.write(async (tx) => {
    await deps.db.lockLedger(tx)
    await clearUploads(tx, deps.clock())
  })
