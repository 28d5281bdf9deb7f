import { Hono } from 'hono'
import type { Deps } from '../deps'
import type { Env } from './env'

/** Whether the process answers and reaches its database; for whoever watches it. */
export const healthRoutes = (deps: Deps) =>
  new Hono<Env>().get('/healthz', async (c) => {
    c.header('cache-control', 'no-store')
    try {
      return c.json({ status: 'ok', entry: await deps.db.head() })
    } catch {
      return c.json({ status: 'database unreachable' }, 503)
    }
  })
