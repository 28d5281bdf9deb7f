import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { message } from '../messages/messages'
import type { Site } from '../users/site'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses what another site makes a browser send: the algorithm of Go's `http.CrossOriginProtection`. A program that is no
 * browser sends neither header and passes; it holds no cookie to be misused.
 */
export const crossOriginProtection = (site: Pick<Site, 'publicUrl'>) =>
  createMiddleware(async (c, next) => {
    if (!SAFE.includes(c.req.method) && !isApiCall(c) && !isOwn(c, site))
      throw new HTTPException(403, { message: message('en', 'users.cross_origin') })
    await next()
  })

// No browser adds a bearer token by itself.
const isApiCall = (c: Context): boolean =>
  c.req.path.startsWith('/api/') && /^bearer /i.test(c.req.header('authorization') ?? '')

function isOwn(c: Context, { publicUrl }: Pick<Site, 'publicUrl'>): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== '') return site === 'same-origin' || site === 'none'
  const origin = c.req.header('origin')
  if (origin === undefined || origin === '') return true
  if (!URL.canParse(origin)) return false
  const host = c.req.header('host')?.toLowerCase() ?? new URL(c.req.url).host
  return new URL(origin).host === host || new URL(origin).origin === new URL(publicUrl).origin
}
