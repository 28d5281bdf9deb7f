import type { Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { isFeed } from '../paths'
import type { Env } from './env'

const PREFLIGHT = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': 'If-None-Match, If-Modified-Since',
  'access-control-max-age': '86400',
}

/** Tells, at every address that a site knows, which methods it takes: in answer to OPTIONS, and with a 405 to any other. */
export function withOtherMethods(app: Hono<Env>): Hono<Env> {
  const routes = app.routes.filter(({ method }) => method !== 'ALL')
  for (const [path, at] of Map.groupBy(routes, (route) => route.path))
    app.all(path, (c) => otherMethod(c, allowedBy(at.map(({ method }) => method))))
  return app
}

const allowedBy = (methods: readonly string[]): string =>
  [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))), 'OPTIONS'].join(
    ', ',
  )

function otherMethod(c: Context<Env>, allow: string): Response {
  c.header('Allow', allow)
  if (c.req.method !== 'OPTIONS') throw new HTTPException(405)
  return c.body(null, 204, isFeed(c.req.path) ? PREFLIGHT : {})
}
