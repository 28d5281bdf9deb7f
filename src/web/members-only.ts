import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import type { Deps } from '../deps'
import { paths } from '../paths'
import { localPath } from '../users/next'
import { useToken } from '../users/use-token'
import type { Env } from './env'

const OPEN = [paths.signIn, '/invitations/']

/** Where reading is for members, a stranger sees the sign-in page and nothing else. */
export const membersOnly = (deps: Deps) =>
  createMiddleware<Env>(async (c, next) => {
    if (c.var.viewer || OPEN.some((open) => c.req.path.startsWith(open))) return next()
    const [, secret] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? []
    if (secret && (await useToken(deps, secret))) return next()
    // A program cannot follow a redirect to a form.
    if (c.req.path.startsWith('/api/') || /\.(json|atom|csv|ics)$/.test(c.req.path)) {
      c.header('WWW-Authenticate', 'Bearer')
      throw new HTTPException(401)
    }
    const asked = localPath(c.req.url.slice(c.req.url.indexOf('/', 8)))
    return c.redirect(
      asked ? `${paths.signIn}?${new URLSearchParams({ next: asked }).toString()}` : paths.signIn,
      303,
    )
  })
