import type { Deps } from '../deps'
import { text } from '../lib/schema'
import type { Problem } from '../messages/problem'
import { problemsFrom } from '../messages/zod-problems'
import { LONGEST_LABEL } from './token'
import { insertToken } from './token.store'

const labelSchema = text(LONGEST_LABEL)

type Added = { outcome: 'refused'; problems: Problem[] } | { outcome: 'added'; id: string; secret: string }

/** A key with which the user's programs write by API; the label says which program holds it. */
export async function addToken(deps: Deps, userId: string, label: string): Promise<Added> {
  const read = labelSchema.safeParse(label)
  if (!read.success)
    return {
      outcome: 'refused',
      problems: problemsFrom(read.error).map((problem) => ({ ...problem, field: 'label' })),
    }
  const token = { id: deps.newId(), userId, label: read.data, now: deps.clock() }
  const secret = await deps.db.write((tx) => insertToken(tx, token))
  return { outcome: 'added', id: token.id, secret }
}
