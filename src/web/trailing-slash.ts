import { createMiddleware } from 'hono/factory'
import { localPath } from '../users/next'

/**
 * Leads from an address that is not there to the same without its last slash. By path alone: behind a proxy the scheme we
 * see is not the visitor's, and `//host/` must not become a way to another site.
 */
export const withoutTrailingSlash = createMiddleware(async (c, next) => {
  await next()
  if (c.res.status !== 404 || !['GET', 'HEAD'].includes(c.req.method)) return
  const { pathname, search } = new URL(c.req.url)
  const shorter = pathname.endsWith('/') ? localPath(`${pathname.slice(0, -1)}${search}`) : undefined
  if (shorter) c.res = c.redirect(shorter, 301)
})
