import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Deps } from '../deps'
import { isFeed, paths } from '../paths'
import { bearerOf, holderOf, toSignIn } from '../users/signed-in'
import { useFeedKey } from '../users/use-feed-key'
import type { Env } from './env'

// What somebody needs who is not in yet. Everything else is closed, also what does not exist.
const OPEN: string[] = [paths.signIn, paths.secondStep, paths.forgotten, paths.signOut]
const isOpen = (path: string): boolean => OPEN.includes(path) || /^\/invitations\/[^/]+$/.test(path)

// Whoever's session ended while they wrote gets back what they wrote, and nothing else.
const isWriting = ({ method, path }: Context['req']): boolean =>
  method === 'POST' && /^\/agreements\/[^/]+\/measures\/[^/]+\/report$/.test(path)

// What a browser asks before a page of another site reads a feed: it never carries a key, and is told nothing.
const isAsking = ({ method, path }: Context['req']): boolean => method === 'OPTIONS' && isFeed(path)

// What a key filed it may look up, though it may read nothing else: the call itself judges the key.
const isOfDraft = ({ method, path }: Context['req']): boolean =>
  READING.includes(method) && /^\/api\/v1\/drafts\/[^/]+$/.test(path)

const READING = ['GET', 'HEAD']

/** Where reading is for members, a stranger sees the sign-in page and nothing else. */
export const membersOnly = (deps: Deps) =>
  createMiddleware<Env>(async (c, next) => {
    const { path } = c.req
    if (
      c.var.viewer ||
      isOpen(path) ||
      isAsking(c.req) ||
      isOfDraft(c.req) ||
      isWriting(c.req) ||
      (await hasFeedKey(deps, c))
    )
      return next()
    // A program cannot follow a redirect to a form.
    if (bearerOf(c) === undefined && !isForPrograms(path)) return toSignIn(c)
    const holder = await holderOf(deps, c, READING.includes(c.req.method) ? 'read' : 'report')
    if (holder instanceof Response) return holder
    c.set('viewer', holder)
    return next()
  })

// A feed reader cannot sign in: it shows a key in the address, and that opens feeds and calendars alone.
async function hasFeedKey(deps: Deps, c: Context<Env>): Promise<boolean> {
  const key = c.req.query('key')
  if (key === undefined || !READING.includes(c.req.method) || !isFeed(c.req.path)) return false
  if (!(await useFeedKey(deps, key))) return false
  c.set('feedKey', key)
  return true
}

const isForPrograms = (path: string): boolean =>
  path.startsWith('/api/') || /\.(json|atom|csv|ics)$/.test(path)

/** What is read by members only is kept by nobody between them and us. */
export const keptPrivate = createMiddleware(async (c: Context, next) => {
  await next()
  if (!c.res.headers.get('cache-control')?.includes('no-store'))
    c.header('Cache-Control', 'private, no-cache')
})
