import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import type { Frame } from '../../views/layout/frame'
import type { Deps } from '../deps'
import { message, type MessageKey } from '../messages/messages'
import { paths } from '../paths'
import type { Env } from '../web/env'
import { clientAddress } from './client-address'
import { localPath } from './next'
import { findViewer, SESSION_SECONDS } from './session.store'
import { isSecure, type Site } from './site'
import { useToken } from './use-token'
import { hasRole, type Role, type User } from './user'

/** What a route behind `signedIn`, `withRole` or `bearer` sees. */
export interface SignedIn {
  Variables: Env['Variables'] & { user: User }
}

/** Makes what a page is told of its surroundings, behind whatever middleware. */
export type FrameFor = (c: Context) => Promise<Frame>

const COOKIE = 'session'

export const sessionOf = (c: Context): string => getCookie(c, COOKIE) ?? ''

export function rememberSession(c: Context, site: Site, secret: string): void {
  const secure = isSecure(site)
  setCookie(c, COOKIE, secret, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure,
    maxAge: SESSION_SECONDS,
  })
}

export const forgetSession = (c: Context, site: Site): void => {
  deleteCookie(c, COOKIE, { path: '/', secure: isSecure(site) })
}

/** Where a request comes from, as failed sign-ins are counted by. */
export const addressOf = (c: Context, site: Site): string =>
  clientAddress(c.env, c.req.header('x-forwarded-for'), site.trustProxy)

/** Finds out who is asking; a cookie that is malformed, unknown or over is a stranger's. */
export const identify = (deps: Deps) =>
  createMiddleware<Env>(async (c, next) => {
    c.set('viewer', (await findViewer(deps.db.read, sessionOf(c), deps.clock())) ?? null)
    await next()
  })

const toSignIn = (c: Context): Response => {
  const { pathname, search } = new URL(c.req.url)
  const next = ['GET', 'HEAD'].includes(c.req.method) ? localPath(`${pathname}${search}`) : undefined
  return c.redirect(next ? `${paths.signIn}?${new URLSearchParams({ next }).toString()}` : paths.signIn, 303)
}

/** For people only; a stranger is asked to sign in, and comes back to the page afterwards. */
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

/** For programs that hold a token; others are answered 401. */
export const bearer = (deps: Deps) =>
  createMiddleware<SignedIn>(async (c, next) => {
    const secret = bearerOf(c)
    if (secret === undefined) return unauthorised('users.token_needed')
    const user = await useToken(deps, secret)
    if (!user) return unauthorised('users.token_wrong', 'invalid_token')
    c.set('viewer', user)
    c.set('user', user)
    return next()
  })

/** For reading by API: whoever sends a token is its holder; without one, whoever `identify` found. */
export const maybeBearer = (deps: Deps) =>
  createMiddleware<Env>(async (c, next) => {
    const secret = bearerOf(c)
    if (secret === undefined) return next()
    const user = await useToken(deps, secret)
    if (!user) return unauthorised('users.token_wrong', 'invalid_token')
    c.set('viewer', user)
    return next()
  })

const bearerOf = (c: Context): string | undefined =>
  /^bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1]

/** RFC 9457 in the body, RFC 6750 in the header. */
function unauthorised(detail: MessageKey, error?: 'invalid_token'): Response {
  const body = {
    type: 'about:blank',
    title: 'Unauthorized',
    status: 401,
    detail: message('en', detail),
    errors: [],
  }
  const challenge = `Bearer realm="followthrough"${error ? `, error="${error}"` : ''}`
  const headers = { 'Content-Type': 'application/problem+json', 'WWW-Authenticate': challenge }
  return new Response(JSON.stringify(body), { status: 401, headers })
}

const SHOWN_ONCE = 'shown-once'

/** Carries a new secret over the redirect to the page that shows it: one minute, that page alone. */
export function showOnce(c: Context, site: Site, path: string, secret: string): void {
  const secure = isSecure(site)
  setCookie(c, SHOWN_ONCE, secret, { httpOnly: true, sameSite: 'Strict', path, secure, maxAge: 60 })
}

/** What `showOnce` left for this page; a second look finds nothing. */
export function takeShownOnce(c: Context, site: Site, path: string): string | null {
  const secret = getCookie(c, SHOWN_ONCE)
  if (secret === undefined) return null
  deleteCookie(c, SHOWN_ONCE, { path, secure: isSecure(site) })
  return secret
}
