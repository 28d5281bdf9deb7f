import type { Db } from '../db/database'
import { findFile, type Served } from '../evidence/file.store'
import { idsOfDraftsNaming } from '../evidence/upload.store'
import type { User } from '../users/user'
import { roleOn } from './draft'
import { findDraft } from './draft.store'

/** The file of a draft that waits for this person's approval, who must see what they let in; undefined for any other. */
export async function fileInReview(db: Db, user: User, sha256: string): Promise<Served | undefined> {
  const file = await findFile(db, sha256)
  if (!file) return undefined
  for (const id of await idsOfDraftsNaming(db, sha256)) {
    const draft = await findDraft(db, id)
    if (!draft || roleOn(user, draft) !== 'reviewer') continue
    const named = draft.values.evidence.find(({ file_sha256 }) => file_sha256 === sha256)
    if (named) return { ...file, name: named.file_name, open: false }
  }
  return undefined
}
