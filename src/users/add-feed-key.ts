import type { Doer } from '../audit/audit'
import { noteDone } from '../audit/audit.store'
import type { Deps } from '../deps'
import { text } from '../lib/schema'
import type { Problem } from '../messages/problem'
import { problemsFrom } from '../messages/zod-problems'
import { insertFeedKey } from './feed-key.store'
import { LONGEST_LABEL } from './token'

const labelSchema = text(LONGEST_LABEL)

type Added = { outcome: 'refused'; problems: Problem[] } | { outcome: 'added'; secret: string }

/** A key for one of somebody's feed readers, which cannot sign in; the label says which. It opens feeds alone. */
export async function addFeedKey(deps: Deps, by: Doer, userId: string, label: string): Promise<Added> {
  const read = labelSchema.safeParse(label)
  if (!read.success)
    return {
      outcome: 'refused',
      problems: problemsFrom(read.error).map((problem) => ({ ...problem, field: 'label' })),
    }
  const key = { id: deps.newId(), userId, label: read.data, now: deps.clock() }
  const secret = await deps.db.write(async (tx) => {
    await noteDone(tx, deps, { kind: 'feed_key_made', by, subject: userId, detail: key.label })
    return insertFeedKey(tx, key)
  })
  return { outcome: 'added', secret }
}
