import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import type { Frame } from '../../views/layout/frame'
import type { Deps } from '../deps'
import { message, type MessageKey } from '../messages/messages'
import { paths } from '../paths'
import { doerOf, sessionOf } from '../web/entry'
import type { Env } from '../web/env'
import { localPath } from './next'
import { hasSecondFactor } from './second-factor.store'
import type { Self } from './self'
import type { Site } from './site'
import type { Scope } from './token'
import { useSession } from './use-session'
import { useToken } from './use-token'
import { hasRole, type Role, type User } from './user'

/** What a route behind `signedIn`, `withRole` or `bearer` sees. */
export interface SignedIn {
  Variables: Env['Variables'] & { user: User }
}

/** Makes what a page is told of its surroundings, behind whatever middleware. */
export type FrameFor = (c: Context) => Promise<Frame>

/** Finds out who is asking; a cookie that is malformed, unknown or over is a stranger's. */
export const identify = (deps: Deps) =>
  createMiddleware<Env>(async (c, next) => {
    const found = await useSession(deps, sessionOf(c))
    c.set('viewer', found?.user ?? null)
    c.set('session', found?.session ?? null)
    await next()
  })

/** Somebody signed in, about their own account. */
export const selfOf = (c: Context<SignedIn>, site: Site): Self => ({
  user: c.var.user,
  session: c.var.session ?? '',
  by: doerOf(c, site),
})

/** Asks a stranger to sign in; they come back to the page afterwards. */
export const toSignIn = (c: Context): Response => {
  const { pathname, search } = new URL(c.req.url)
  const next = ['GET', 'HEAD'].includes(c.req.method) ? localPath(`${pathname}${search}`) : undefined
  return c.redirect(next ? `${paths.signIn}?${new URLSearchParams({ next }).toString()}` : paths.signIn, 303)
}

/** For people only; a stranger is asked to sign in. */
export const signedIn = createMiddleware<SignedIn>(async (c, next) => {
  if (!c.var.viewer) return toSignIn(c)
  c.set('user', c.var.viewer)
  return next()
})

/** For people with one of the roles; a stranger is asked to sign in, anybody else is refused. */
export const withRole = (...roles: Role[]) =>
  createMiddleware<SignedIn>(async (c, next) => {
    if (!c.var.viewer) return toSignIn(c)
    if (!hasRole(c.var.viewer, ...roles))
      throw new HTTPException(403, { message: message('en', 'users.role_needed') })
    c.set('user', c.var.viewer)
    return next()
  })

/** Where administrators must have a second factor, one without is led to it before any page of theirs. */
export const secondFactorFirst = (deps: Deps, { adminSecondFactor }: Pick<Site, 'adminSecondFactor'>) =>
  createMiddleware<Env>(async (c, next) => {
    const { viewer } = c.var
    const owed =
      adminSecondFactor === 'required' &&
      viewer !== null &&
      hasRole(viewer, 'admin') &&
      !(await hasSecondFactor(deps.db.read, viewer.id))
    return owed ? c.redirect(`${paths.secondFactor}?needed`, 303) : next()
  })

/** Who sends a token of the scope; the answer 401 for none, or a wrong one, and 403 for one of another scope. */
export async function holderOf(deps: Deps, c: Context, scope: Scope): Promise<User | Response> {
  const secret = bearerOf(c)
  if (secret === undefined) return unauthorised('users.token_needed')
  const found = await useToken(deps, secret)
  if (!found) return unauthorised('users.token_wrong', 'invalid_token')
  return found.token.scopes.includes(scope) ? found.user : outOfScope(scope)
}

/** For programs that hold a token of the scope. */
export const bearer = (deps: Deps, scope: Scope) =>
  createMiddleware<SignedIn>(async (c, next) => {
    const holder = await holderOf(deps, c, scope)
    if (holder instanceof Response) return holder
    c.set('viewer', holder)
    c.set('user', holder)
    return next()
  })

/** For reading by API: whoever sends a token is its holder, if it may read; without one, whoever `identify` found. */
export const maybeBearer = (deps: Deps) =>
  createMiddleware<Env>(async (c, next) => {
    if (bearerOf(c) === undefined) return next()
    const holder = await holderOf(deps, c, 'read')
    if (holder instanceof Response) return holder
    c.set('viewer', holder)
    return next()
  })

export const bearerOf = (c: Context): string | undefined =>
  /^bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1]

const unauthorised = (detail: MessageKey, error?: 'invalid_token'): Response =>
  refused(401, message('en', detail), error ? ` error="${error}"` : '')

const outOfScope = (scope: Scope): Response =>
  refused(
    403,
    message('en', 'users.token_scope_needed', { scope }),
    ` error="insufficient_scope", scope="${scope}"`,
  )

/** RFC 9457 in the body, RFC 6750 in the header. */
function refused(status: 401 | 403, detail: string, said: string): Response {
  const title = message('en', `api.status.${status}`)
  const body = { type: 'about:blank', title, status, detail, errors: [] }
  const challenge = `Bearer realm="followthrough"${said && `,${said}`}`
  const headers = { 'Content-Type': 'application/problem+json', 'WWW-Authenticate': challenge }
  return new Response(JSON.stringify(body), { status, headers })
}
