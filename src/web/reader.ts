import type { Context } from 'hono'
import type { User } from '../users/user'
import type { Reader } from '../evidence/file.store'
import { readerOf } from '../users/reader'
import type { Env } from './env'

/** Who reads a page that may show what is restricted; such a page is kept nowhere. Null for a stranger. */
export function readerOn(c: Context<Env>): Reader | null {
  const { viewer } = c.var
  return viewer === null ? null : signedInReader(c, viewer)
}

/** The same for somebody who is known to be signed in. */
export function signedInReader(c: Context, user: User): Reader {
  c.header('cache-control', 'private, no-store')
  return readerOf(user)
}
