import { z } from 'zod'
import type { Doer } from '../audit/audit'
import { noteDone } from '../audit/audit.store'
import type { Deps } from '../deps'
import { dayOf, lastInstantOf } from '../lib/dates'
import { choice, maybeDay, text } from '../lib/schema'
import type { Problem } from '../messages/problem'
import { problemsFrom } from '../messages/zod-problems'
import { LONGEST_LABEL, SCOPES } from './token'
import { insertToken } from './token.store'

const schema = z.object({
  label: text(LONGEST_LABEL),
  scopes: z
    .array(choice(SCOPES))
    .min(1, 'users.token_scope_none')
    .transform((scopes) => SCOPES.filter((scope) => scopes.includes(scope))),
  expires_on: maybeDay,
})

/** What a token is to be called, may do, and the last day it holds; without one it never ends by itself. */
export interface TokenWish {
  label: string
  scopes: readonly string[]
  expires_on?: string | undefined
}

type Added = { outcome: 'refused'; problems: Problem[] } | { outcome: 'added'; id: string; secret: string }

/** A key with which the user's programs read and write by API; the label says which program holds it. */
export async function addToken(deps: Deps, by: Doer, userId: string, wish: TokenWish): Promise<Added> {
  const read = schema.safeParse(wish)
  const now = deps.clock()
  const problems = read.success ? [] : problemsFrom(read.error).map(ofField)
  const last = read.data?.expires_on
  if (last !== undefined && last < dayOf(now))
    problems.push({ field: 'expires_on', message: 'users.token_expired_already' })
  if (!read.success || problems.length > 0) return { outcome: 'refused', problems }
  const { label, scopes } = read.data
  const expiresAt = last === undefined ? null : lastInstantOf(last)
  const token = { id: deps.newId(), userId, label, scopes, expiresAt, now }
  const secret = await deps.db.write(async (tx) => {
    await noteDone(tx, deps, {
      kind: 'token_made',
      by,
      subject: userId,
      detail: `${label} (${scopes.join(', ')})`,
    })
    return insertToken(tx, token)
  })
  return { outcome: 'added', id: token.id, secret }
}

// One wrong scope among several is a problem of the field.
const ofField = (problem: Problem): Problem => ({ ...problem, field: problem.field.split('.')[0] ?? '' })
